import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { firmFollowers, type JobName, jobs } from '#jobs/contract.ts';
import type { Canonical } from '~/domain/kernel/hash.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Writer } from '~/server/db/client.ts';

type JobOrder = {
  [N in JobName]: { readonly name: N; readonly payload: z.input<(typeof jobs)[N]['payload']> };
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
  for (const order of change.jobs ?? []) await orderJob(tx, order);
  if (change.enterpriseId && firmFollowers.has(change.kind)) {
    const payload = { enterpriseId: change.enterpriseId, ref: randomUUID() };
    await orderJob(tx, { name: 'match.refresh-firm', payload });
  }
}

async function orderJob(tx: Writer, order: JobOrder): Promise<void> {
  const contract = jobs[order.name];
  const payload = contract.payload.parse(order.payload) as never;
  const key = (contract.key as (p: never) => string)(payload);
  await tx.$executeRaw`
    insert into outbox (job, key, payload) values (${order.name}, ${key}, ${plain(payload)}::jsonb)`;
}
