import { statesStep } from '~/domain/application/bank-message.ts';
import type { Canonical } from '~/domain/kernel/hash.ts';
import { canonicalJson } from '~/domain/kernel/hash.ts';
import type { SignedMessage } from '~/server/application/store-message.ts';
import type { Tx } from '~/server/db/client.ts';
import { fingerprintOf, isSignedBy } from '~/server/institution/client-key.ts';
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
  /** Whether the messages of the step are signed and unaltered; null for steps that are not the bank's. */
  readonly signed: boolean | null;
  /** The bank's own key by its short name where it signed; null where the platform signed for whoever acted. */
  readonly bankKey: string | null;
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
  readonly applicationId: string;
  /** What the bank signed by its own key. */
  readonly own?: SignedMessage | null | undefined;
};

/** Whether the platform's record of a step and the bank's own message about it both stand. */
const stands = ({ message, signature, own, applicationId, toState }: EventRow): boolean =>
  signature !== null &&
  isSigned(canonicalJson(message as Canonical), signature) &&
  (!own ||
    (isSignedBy(own.publicKey, own.text, own.signature) && statesStep(own.text, applicationId, toState)));

/** A step for a page: a message of the bank is checked against its signature. */
export const shownEvent = (row: EventRow): EventShown => ({
  key: String(row.id),
  kind: row.kind,
  toState: row.toState,
  at: new Date(row.at).toISOString(),
  userName: row.userName,
  facts: ((row.message as { facts?: object }).facts ?? {}) as EventShown['facts'],
  signed: row.signature ? stands(row) : null,
  bankKey: row.own ? fingerprintOf(row.own.publicKey) : null,
});

/** The steps of an application as they are stored, in order, each with the bank's own message where it sent one. */
export async function eventRows(tx: Tx, applicationId: string) {
  const rows = await tx.applicationEvent.findMany({ where: { applicationId }, orderBy: { id: 'asc' } });
  const messages = await tx.bankMessage.findMany({ where: { applicationId } });
  const own = new Map(messages.map((message) => [message.eventId, message]));
  return rows.map((row) => ({ ...row, own: own.get(row.id) ?? null }));
}

/** The steps of an application in order. */
export async function eventsOf(tx: Tx, applicationId: string): Promise<EventShown[]> {
  return (await eventRows(tx, applicationId)).map(shownEvent);
}
