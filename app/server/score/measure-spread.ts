import { type Day, dayAt } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { type BatchTx, withBatchTransaction } from '~/server/db/batch-client.ts';
import { replaceSpreads } from '~/server/score/store-spread.ts';

/**
 * Measures how the public scores of the registers' firms spread, among all and within each region and industry of enough
 * firms, from what the last run made of them. Returns how many groups there are; done again, the same.
 */
export const measureSpread = (): Promise<number> =>
  withBatchTransaction(async (tx: BatchTx) => {
    const asOf: Day = dayAt(clock.now());
    const groups = await replaceSpreads(tx, asOf);
    await appendAudit(tx, system('score.spread'), { action: 'score.spread-measured', detail: { groups } });
    return groups;
  });
