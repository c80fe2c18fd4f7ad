import type { Tx } from '~/server/db/client.ts';
import { findStatements } from '~/server/loan/store-money.ts';
import { readSchemes } from '~/server/policy/read-schemes.ts';

/** What was stated of the money of some loans, as their firm, their bank and the funds desk read it. */
export async function statementsShown(tx: Tx, firms: readonly string[], loanIds: readonly string[]) {
  const rows = await findStatements(tx, firms, loanIds);
  return rows.map((row) => ({
    ...{ id: row.id, loanId: row.loan_id, kind: row.kind, lender: row.lender, contractNo: row.contract_no },
    ...{ firstDrawnOn: row.first_drawn_on as string | null, payer: row.payer, pointsPpm: row.points_ppm },
    scheme: row.scheme_code === null ? null : `${row.scheme_code} ${row.scheme_version}`,
    ...{ reference: row.reference, evidenceOn: row.evidence_on as string, party: row.party as string },
  }));
}
export type StatementShown = Awaited<ReturnType<typeof statementsShown>>[number];

/** The central schemes that money may have taken at a bank elsewhere. */
export async function centralSchemes(tx: Tx) {
  return (await readSchemes(tx)).flatMap(({ kind, body, code, version, nameZh, nameEn }) =>
    kind === 'subsidy' && 'level' in body && body.level === 'central'
      ? [{ value: `${code} ${version}`, nameZh, nameEn }]
      : [],
  );
}
