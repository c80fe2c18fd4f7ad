import { addDays } from '~/domain/kernel/day.ts';
import { holds } from '~/domain/record/quality-rule.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { addResults, countByRule, readQualityRules } from '~/server/record/store-quality.ts';

/** Batches older than this were looked at long ago, or before there were rules. */
const lookBackDays = 400;

/**
 * Measures every delivery that a rule in force has not looked at, and every item once a day: one statement for each
 * rule, over all of them. Running it again on the same day finds nothing more to measure. The value is how many results
 * were kept.
 */
export async function checkQuality(tx: Tx): Promise<number> {
  const today = clock.today();
  const since = addDays(today, -lookBackDays);
  let kept = 0;
  for (const rule of await readQualityRules(tx, today)) {
    const counted = await countByRule(tx, rule, today, since);
    const results = counted.map((each) => ({ ...each, passed: holds(rule, each) }));
    if (results.length > 0) kept += await addResults(tx, rule, results, clock.now());
  }
  return kept;
}
