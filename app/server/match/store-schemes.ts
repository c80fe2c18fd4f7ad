import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { type Fen, fen } from '~/domain/kernel/money.ts';
import type { Tx } from '~/server/db/client.ts';

/** Principal that the firm has out under each scheme, at all banks together: what is left of the caps decides a subsidy. */
export async function principalUnderSchemes(
  tx: Tx,
  enterpriseId: EnterpriseId,
): Promise<{ readonly [schemeCode: string]: Fen }> {
  const rows = await tx.$queryRaw<{ code: string; used: bigint }[]>`
    select s.scheme_code as code, sum(b.balance_fen)::bigint as used
    from standing_assessment s join loan l on l.enterprise_id = s.enterprise_id and l.id = s.loan_id
    join loan_balance b on b.enterprise_id = l.enterprise_id and b.loan_id = l.id
    where s.enterprise_id = ${enterpriseId}::uuid and s.outcome = 'eligible' and l.state = 'active'
    group by s.scheme_code`;
  return Object.fromEntries(rows.map((row) => [row.code, fen(row.used)]));
}
