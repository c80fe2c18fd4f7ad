import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { endTerms } from '~/server/privacy/end-terms.ts';
import { escalateClocks } from '~/server/privacy/escalate-clocks.ts';

/** Once a day: data whose term is over go, half-done erasures are finished, reviews of assessments are called in, clocks that ran out are reported. */
export async function endPrivacyTerms(tx: Tx, today: Day): Promise<void> {
  await endTerms(tx, today);
  await escalateClocks(tx, today);
}
