import { addDays, type Day } from '~/domain/kernel/day.ts';
import { holds } from '~/domain/record/quality-rule.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { addResults, countByRule, readQualityRules, type Span } from '~/server/record/store-quality.ts';

/** Batches older than this were looked at long ago, or before there were rules. */
const lookBackDays = 400;

/**
 * Measures every delivery that a rule in force has not looked at, and every item once a day: one statement for each
 * rule, over all of them. Running it again on the same day finds nothing more to measure. The value is how many results
 * were kept.
 */
export const checkQuality = (tx: Tx): Promise<number> => {
  const today = clock.today();
  return measure(tx, today, { since: addDays(today, -lookBackDays) });
};

/** Measures one batch by the rules in force; what another run missed is found by the day's. */
export const checkBatchQuality = (tx: Tx, batchId: string): Promise<number> =>
  measure(tx, clock.today(), { batchId });

async function measure(tx: Tx, today: Day, span: Span): Promise<number> {
  let kept = 0;
  for (const rule of await readQualityRules(tx, today)) {
    const counted = await countByRule(tx, rule, today, span);
    const results = counted.map((each) => ({ ...each, passed: holds(rule, each) }));
    if (results.length > 0) kept += await addResults(tx, rule, results, clock.now());
  }
  return kept;
}
