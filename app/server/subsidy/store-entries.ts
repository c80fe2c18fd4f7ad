import { fen } from '~/domain/kernel/money.ts';
import type { Funding } from '~/domain/policy/subsidy.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';

type SumRow = { loan_id: string; scheme_code: string; payer: string; kind: string; fen: bigint };

/** What was paid, demanded and returned on loans, summed by scheme and payer. */
export const sumEntries = (tx: Tx, loans: readonly string[]) =>
  tx.$queryRaw<SumRow[]>`
    select loan_id, scheme_code, payer, kind, sum(amount_fen)::bigint as fen from subsidy_entry
    where loan_id = any(${[...loans]}::uuid[]) group by 1, 2, 3, 4 order by 1, 2, 3`;

/** Sums of one kind, by loan and scheme (`loan scheme`). */
export function byLoanAndScheme(rows: readonly SumRow[], kinds: { readonly [kind: string]: 1 | -1 }) {
  const groups = new Map<string, Funding[]>();
  for (const row of rows) {
    const sign = kinds[row.kind];
    if (sign === undefined) continue;
    const key = `${row.loan_id} ${row.scheme_code}`;
    const parts = groups.get(key) ?? [];
    const known = parts.find((part) => part.payer === row.payer);
    const amount = fen((known?.amount ?? 0n) + BigInt(sign) * row.fen);
    groups.set(key, [...parts.filter((part) => part !== known), { payer: row.payer, amount }]);
  }
  return groups;
}

export const addEntries = (tx: Tx, data: Prisma.SubsidyEntryCreateManyInput[]) =>
  tx.subsidyEntry.createMany({ data });

export const addEntitlements = (tx: Tx, data: Prisma.SubsidyEntitlementCreateManyInput[]) =>
  tx.subsidyEntitlement.createMany({ data, skipDuplicates: true });

/**
 * Entitlements of a run that are not paid yet and pay something, in the order of their ids. A loan under report waits:
 * the settlement after the decision catches up.
 */
export const findUnpaid = (tx: Tx, runId: string, limit: number) =>
  tx.$queryRaw<UnpaidRow[]>`
    select t.enterprise_id, t.id, t.loan_id, t.institution_id, t.scheme_code, t.quarter, t.funding, e.name as firm
    from subsidy_entitlement t join enterprise e on e.id = t.enterprise_id
    where t.run_id = ${runId}::uuid and t.amount_fen <> 0
      and not exists (select 1 from subsidy_entry x where x.enterprise_id = t.enterprise_id and x.entitlement_id = t.id)
      and not exists (select 1 from subsidy_reclaim r where r.enterprise_id = t.enterprise_id and r.loan_id = t.loan_id
                        and r.state in ('reported', 'demanded'))
    order by t.id limit ${limit}`;

export type UnpaidRow = {
  enterprise_id: string;
  id: string;
  loan_id: string;
  institution_id: string;
  scheme_code: string;
  quarter: string;
  funding: { payer: string; amountFen: string }[];
  firm: string;
};
