import type { Canonical } from '~/domain/kernel/hash.ts';
import { canonicalJson } from '~/domain/kernel/hash.ts';
import type { Tx } from '~/server/db/client.ts';
import { isSigned } from '~/server/platform/signing.ts';

export type NewEvent = {
  readonly application: {
    readonly id: string;
    readonly enterpriseId: string;
    readonly institutionId: string;
  };
  readonly kind: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly at: Date;
  readonly userId: string | null;
  readonly userName: string;
  readonly message: Canonical;
  /** Ed25519 over the canonical text of the message; only steps of the bank carry one. */
  readonly signature: string | null;
};

/** Appends one step of an application. */
export const addEvent = (tx: Tx, { application, message, ...event }: NewEvent) =>
  tx.$executeRaw`
    insert into application_event (enterprise_id, application_id, institution_id, kind, from_state, to_state, at, user_id, user_name, message, signature)
    values (${application.enterpriseId}::uuid, ${application.id}::uuid, ${application.institutionId}::uuid, ${event.kind}, ${event.fromState},
            ${event.toState}, ${event.at}, ${event.userId}::uuid, ${event.userName}, ${canonicalJson(message)}::jsonb, ${event.signature})`;

export type EventShown = {
  readonly key: string;
  readonly kind: string;
  readonly toState: string;
  readonly at: string;
  readonly userName: string;
  readonly facts: { readonly [name: string]: unknown };
  /** Whether the bank's message is signed and unaltered; null for steps that are not the bank's. */
  readonly signed: boolean | null;
};

/** A step as it is stored, by whichever way it was read. */
export type EventRow = {
  readonly id: bigint | string;
  readonly kind: string;
  readonly toState: string;
  readonly at: Date | string;
  readonly userName: string;
  readonly message: unknown;
  readonly signature: string | null;
};

/** A step for a page: a message of the bank is checked against its signature. */
export const shownEvent = (row: EventRow): EventShown => ({
  key: String(row.id),
  kind: row.kind,
  toState: row.toState,
  at: new Date(row.at).toISOString(),
  userName: row.userName,
  facts: ((row.message as { facts?: object }).facts ?? {}) as EventShown['facts'],
  signed: row.signature ? isSigned(canonicalJson(row.message as Canonical), row.signature) : null,
});

/** The steps of an application in order. */
export async function eventsOf(tx: Tx, applicationId: string): Promise<EventShown[]> {
  const rows = await tx.applicationEvent.findMany({ where: { applicationId }, orderBy: { id: 'asc' } });
  return rows.map(shownEvent);
}
