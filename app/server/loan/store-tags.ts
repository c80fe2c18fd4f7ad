import type { SizeClass } from '~/domain/enterprise/size.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { ContractTag, TagFacts } from '~/domain/loan/loan-tags.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import type { Loan } from '~/server/loan/store-servicing.ts';

type Row = {
  kind: TagFacts['kind'];
  size: SizeClass | 'undetermined' | null;
  limit: bigint;
  collateral: string[];
  guaranteed: boolean;
};

/** What the tags of a loan follow from, as it stood on the day of its disbursement. */
export async function tagFacts(tx: Tx, loan: Loan): Promise<TagFacts> {
  const { enterpriseId, institutionId, disbursedOn, applicationId, id } = loan;
  const [row] = await tx.$queryRaw<Row[]>`
    select e.kind, p.size_class as size,
           (select coalesce(sum(coalesce(l.limit_fen, l.principal_fen)), 0)::bigint from loan l
            where l.enterprise_id = ${enterpriseId}::uuid and l.institution_id = ${institutionId}::uuid
              and l.disbursed_on <= ${disbursedOn}::date and (l.settled_on is null or l.settled_on > ${disbursedOn}::date)) as "limit",
           coalesce((select a.collateral from application a
                     where a.enterprise_id = ${enterpriseId}::uuid and a.id = ${applicationId}::uuid), '{}') as collateral,
           exists (select 1 from guarantee_contract g where g.enterprise_id = ${enterpriseId}::uuid and g.loan_id = ${id}::uuid
                     and g.state in ('in-force', 'released')) as guaranteed
    from enterprise e left join enterprise_profile p on p.enterprise_id = e.id where e.id = ${enterpriseId}::uuid`;
  if (!row) throw new Error(`no enterprise ${enterpriseId}`);
  const { kind, size, limit, collateral, guaranteed } = row;
  const limitAtBank = fen(limit);
  return {
    kind,
    size: size ?? 'undetermined',
    limitAtBank,
    termMonths: loan.termMonths,
    collateral,
    guaranteed,
  };
}

export const addTags = (
  tx: Tx,
  { enterpriseId, institutionId, id: loanId }: Loan,
  tags: readonly ContractTag[],
  of: { readonly policyVersion: number; readonly judgedAt: Date },
) =>
  tx.loanTag.createMany({
    data: tags.map((tag) => ({ enterpriseId, institutionId, loanId, tag, ...of })),
    skipDuplicates: true,
  });

/**
 * The tags of a loan `l` in a query: by its contract, and a first loan while the statistics count it. A guarantor may come
 * in after the disbursement: from then on the loan is not unsecured.
 */
export const tagsOfLoan = Prisma.sql`
  array(select t.tag from loan_tag t where t.enterprise_id = l.enterprise_id and t.loan_id = l.id
          and not (t.tag = 'unsecured' and exists (select 1 from guarantee_contract g where g.enterprise_id = l.enterprise_id
                   and g.loan_id = l.id and g.state in ('in-force', 'released')))
        union all
        select 'first-loan' from first_loan_entry x
        where x.enterprise_id = l.enterprise_id and x.loan_id = l.id and x.scheme_code = '' having sum(x.loans) > 0
        order by 1)`;

/** The tags of one loan as its reader may see them. */
export async function tagsOf(
  tx: Tx,
  { enterpriseId, id }: Pick<Loan, 'enterpriseId' | 'id'>,
): Promise<string[]> {
  const [row] = await tx.$queryRaw<{ tags: string[] }[]>`
    select ${tagsOfLoan} as tags from loan l where l.enterprise_id = ${enterpriseId}::uuid and l.id = ${id}::uuid`;
  return row?.tags ?? [];
}
