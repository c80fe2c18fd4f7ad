import type { Application } from '~/server/application/store.ts';
import type { Tx } from '~/server/db/client.ts';
import { matchNeed } from '~/server/match/match-need.ts';
import { findNeed } from '~/server/need/store.ts';

/**
 * Whether the firm fits the product of each open application on what is known now: pass, fail or unknown, by application.
 * One need is matched once; an application whose product left the shelf has no answer.
 */
export async function matchAgain(
  tx: Tx,
  applications: readonly Application[],
): Promise<ReadonlyMap<string, string>> {
  const fits = new Map<string, string>();
  for (const needId of new Set(applications.map((application) => application.needId))) {
    const own = applications.filter((application) => application.needId === needId);
    const [first] = own;
    const need = first && (await findNeed(tx, first.enterpriseId, needId));
    if (!need) continue;
    const { matches } = await matchNeed(tx, need);
    for (const { id, productId } of own) {
      const match = matches.find((each) => each.productId === productId);
      if (match) fits.set(id, match.verdict);
    }
  }
  return fits;
}
