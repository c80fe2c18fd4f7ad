import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { defaultNeed } from '~/domain/match/default-need.ts';
import { openMatcher } from '~/domain/match/match-lists.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { readDecisionDays } from '~/server/institution/store-response.ts';
import { borrowerOf, loadApplicant } from '~/server/match/load-applicant.ts';
import { latestOpenNeed, storeList } from '~/server/match/store-list.ts';
import { principalUnderSchemes } from '~/server/match/store-schemes.ts';
import { readSchemes } from '~/server/policy/read-schemes.ts';
import { publishedProducts } from '~/server/product/store.ts';
import { readLpr } from '~/server/product/store-lpr.ts';

/**
 * The list of one firm made anew after something about it changed: a sheet, its need, its profile, a loan. Returns whether
 * it says something else than before.
 */
export async function refreshList(tx: Tx, enterpriseId: EnterpriseId): Promise<boolean> {
  const need = await latestOpenNeed(tx, enterpriseId);
  const wish = need ?? defaultNeed;
  const { applicant, record, scoreSheetId } = await loadApplicant(tx, enterpriseId, wish);
  const products = record.hasLeft ? [] : await publishedProducts(tx);
  const { today } = applicant;
  const lpr = await readLpr(tx, today);
  const [schemes, decisionDays] = [await readSchemes(tx), await readDecisionDays(tx)];
  const list = openMatcher({ products, today, lpr, schemes, decisionDays }).match({
    applicant,
    wish,
    borrower: borrowerOf(record),
    capUsed: await principalUnderSchemes(tx, enterpriseId),
  });
  return storeList(tx, { enterpriseId, scoreSheetId, needId: need?.id ?? null, ...list }, clock.now());
}
