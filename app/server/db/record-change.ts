import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { firmFollowers, type JobName, jobs } from '#jobs/contract.ts';
import type { Canonical } from '~/domain/kernel/hash.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Writer } from '~/server/db/client.ts';

type JobOrder = {
  [N in JobName]: {
    readonly name: N;
    readonly payload: z.input<(typeof jobs)[N]['payload']>;
    /** Not to be done before; left out, at once. */
    readonly notBefore?: Date;
  };
}[JobName];

export type Change = {
  /** `stage.past-tense`, such as `application.submitted`. */
  readonly kind: string;
  readonly enterpriseId?: EnterpriseId | null;
  readonly institutionId?: InstitutionId | null;
  /** The id of the row that changed. */
  readonly subjectId?: string | null;
  readonly payload?: Canonical;
  /** Jobs that the change asks for; they reach the queue only if this transaction commits. */
  readonly jobs?: readonly JobOrder[];
};

const plain = (value: Canonical) =>
  JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? v.toString() : v));

/** Writes the event and the outbox rows of a change in the transaction of the row itself. */
export async function recordChange(tx: Writer, actor: Actor, change: Change): Promise<void> {
  const userId = actor.kind === 'person' ? actor.userId : null;
  await tx.$executeRaw`
    insert into event_log (kind, enterprise_id, institution_id, subject_id, payload, user_id, at)
    values (${change.kind}, ${change.enterpriseId ?? null}::uuid, ${change.institutionId ?? null}::uuid,
            ${change.subjectId ?? null}::uuid, ${plain(change.payload ?? {})}::jsonb, ${userId}::uuid, ${clock.now()})`;
  const orders = ordersOf(change);
  if (orders.length > 0) await orderJobs(tx, orders);
}

/** The same of several changes, in their order. */
export async function recordChanges(tx: Writer, actor: Actor, changes: readonly Change[]): Promise<void> {
  const userId = actor.kind === 'person' ? actor.userId : null;
  const rows = changes.map(({ kind, enterpriseId, institutionId, subjectId, payload }) => ({
    ...{ kind, firm: enterpriseId ?? null, house: institutionId ?? null, subject: subjectId ?? null },
    payload: plain(payload ?? {}),
  }));
  await tx.$executeRaw`
    insert into event_log (kind, enterprise_id, institution_id, subject_id, payload, user_id, at)
    select c.kind, c.firm, c.house, c.subject, c.payload::jsonb, ${userId}::uuid, ${clock.now()}
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as (kind text, firm uuid, house uuid, subject uuid, payload text)) with ordinality
           c (kind, firm, house, subject, payload, n) order by c.n`;
  const orders = changes.flatMap(ordersOf);
  if (orders.length > 0) await orderJobs(tx, orders);
}

/** What a change asks for, and what follows every change of its kind. */
function ordersOf({ kind, enterpriseId, jobs: asked = [] }: Change): JobOrder[] {
  if (!enterpriseId || !firmFollowers.has(kind)) return [...asked];
  return [...asked, { name: 'match.refresh-firm', payload: { enterpriseId, ref: randomUUID() } }];
}

/** All orders of a change in one statement, in their order. */
async function orderJobs(tx: Writer, orders: readonly JobOrder[]): Promise<void> {
  const rows = orders.map((order) => {
    const contract = jobs[order.name];
    const payload = contract.payload.parse(order.payload) as never;
    const key = (contract.key as (p: never) => string)(payload);
    return { key, payload: plain(payload), notBefore: order.notBefore?.toISOString() ?? '' };
  });
  await tx.$executeRaw`
    insert into outbox (job, key, payload, not_before)
    select o.job, o.key, o.payload::jsonb, nullif(o.not_before, '')::timestamptz
    from unnest(${orders.map(({ name }) => name)}::text[], ${rows.map(({ key }) => key)}::text[],
                ${rows.map(({ payload }) => payload)}::text[], ${rows.map(({ notBefore }) => notBefore)}::text[])
         with ordinality o (job, key, payload, not_before, n) order by o.n`;
}
