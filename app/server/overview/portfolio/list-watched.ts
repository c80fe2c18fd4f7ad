import type { Day } from '~/domain/kernel/day.ts';
import { nextReview, type WatchRule, watchRule } from '~/domain/monitoring/watch-list.ts';
import type { Actor } from '~/server/access/actor.ts';
import { readerOf, readsStatistics } from '~/server/access/statistics-reader.ts';
import { clock } from '~/server/clock.ts';
import { type After, cutPage } from '~/server/db/keyset.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { countWatched, findWatched, type WatchedRow } from '~/server/overview/store-watched.ts';
import { readPolicy } from '~/server/policy/store.ts';

/** The reader's watch list (关注清单) today: loans out of order or under an orange or red alert; nobody who reads statistics only gets one. */
export async function listWatched(actor: Actor, after: After | null, pageSize: number) {
  const today = clock.today();
  if (readsStatistics(actor))
    return { today: today as string, loans: [], count: 0, next: null, isFirst: true };
  return withActor(readerOf(actor), async (tx) => {
    const rows = await findWatched(tx, today, after, pageSize + 1);
    const { shown, next } = cutPage(rows, pageSize);
    const { body: rule } = await readPolicy(tx, 'portfolio-watch', today, watchRule);
    return {
      today: today as string,
      loans: shown.map((row) => asEntry(row, rule)),
      count: await countWatched(tx, today),
      next,
      isFirst: after === null,
    };
  });
}

const asEntry = (row: WatchedRow, rule: WatchRule) => ({
  id: row.id,
  contractNo: row.contract_no,
  firm: row.firm,
  bankZh: row.bank_zh,
  bankEn: row.bank_en,
  tier: row.tier,
  dpd: row.dpd,
  because: row.because,
  severity: row.severity,
  signals: row.signals,
  balanceFen: row.balance_fen.toString(),
  since: row.since,
  reviewedOn: row.reviewed_on,
  reviewOn: nextReview(
    {
      since: row.since as Day,
      reviewedOn: row.reviewed_on as Day | null,
      alertDueOn: row.alert_due_on as Day | null,
    },
    rule,
  ) as string,
});

export type WatchedLoan = ReturnType<typeof asEntry>;
