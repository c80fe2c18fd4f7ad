import { payersOf } from '~/domain/subsidy/payers.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { readGuaranteeRules } from '~/server/guarantee/guarantee-policy.ts';
import { readSchemes } from '~/server/policy/read-schemes.ts';

/** Who funds subsidies by the published schemes, and who pays guarantors. */
export async function subsidyPayers(tx: Tx): Promise<string[]> {
  const schemes = await readSchemes(tx);
  const rules = schemes.flatMap((scheme) => (scheme.kind === 'subsidy' ? [scheme.body] : []));
  const { guarantorSubsidy } = await readGuaranteeRules(tx, clock.today());
  return payersOf(rules, [guarantorSubsidy.payer]);
}
