import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import type { Answered } from '~/server/privacy/withdraw-person-consent.ts';
import { restateAround } from '~/server/restatement/restate.ts';
import { isRestated } from '~/server/restatement/store.ts';
import {
  askersAbout,
  type PersonChange,
  personChange,
  recordOfErasure,
} from '~/server/restatement/store-person.ts';

export type PersonOrder = PersonChange & {
  readonly enterpriseId: EnterpriseId;
  /** Answers through this firm that rested on another firm's book, now erased. */
  readonly answered?: Answered;
};

/**
 * A natural person behind a firm withdrew, or was erased (domain.md edge case 9): only what was theirs goes. The firm's
 * score is worked out again without it and the outcome written down with its coverage; banks that asked about the person
 * and banks that have yet to decide are told. Facts about persons are no part of `fact`, so a score stays what it was
 * unless something else moved. Repeating it changes nothing.
 */
export async function restatePerson(tx: Tx, actor: Actor, order: PersonOrder): Promise<void> {
  const { enterpriseId, ref, cause } = order;
  if (await isRestated(tx, enterpriseId, ref, order.answered?.item)) return;
  if (order.answered) return restateAnswered(tx, actor, order, order.answered);
  const change = await personChange(tx, order);
  if (!change) return;
  const viewers = await askersAbout(tx, enterpriseId, change.subjectId);
  await restateAround(tx, actor, { enterpriseId, ref, cause }, change.record, { viewers });
}

/** Told is who asked about the item, and nobody else: who did not would learn of it by the notice. */
async function restateAnswered(
  tx: Tx,
  actor: Actor,
  { enterpriseId, ref, cause }: PersonOrder,
  { item, since, askers }: Answered,
): Promise<void> {
  const record = await recordOfErasure(tx, ref, item, new Date(since));
  if (record)
    await restateAround(tx, actor, { enterpriseId, ref, cause }, record, {
      viewers: askers,
      nobodyElse: true,
    });
}
