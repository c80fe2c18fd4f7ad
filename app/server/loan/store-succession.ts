import type { SuccessionKind } from '~/domain/enterprise/succession.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

export type SucceededLoan = {
  readonly loanId: string;
  readonly contractNo: string;
  readonly institutionId: InstitutionId;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly firm: string;
  readonly successorId: EnterpriseId;
  readonly successor: string;
  readonly kind: SuccessionKind;
  readonly on: string;
};

/** The loans of a borrower that are not settled, with the succession that now stands over them. */
export const loansUnder = (tx: Tx, edge: string) => tx.$queryRaw<SucceededLoan[]>`
  select l.id as "loanId", l.contract_no as "contractNo", l.institution_id as "institutionId", i.name_zh as "bankZh", i.name_en as "bankEn",
         p.name as firm, s.id as "successorId", s.name as successor, e.kind, e.effective_on::text as "on"
  from standing_succession e
  join loan l on l.enterprise_id = e.enterprise_id and l.state not in ('settled', 'renewed')
  join enterprise p on p.id = e.enterprise_id
  join enterprise s on s.id = e.successor_id
  join institution i on i.id = l.institution_id
  where e.id = ${edge}::uuid order by l.id`;

/** The loans of a borrower that are not settled, over which a succession was undone; `undoing` names the row that did. */
export const loansFreedBy = (tx: Tx, undoing: string) => tx.$queryRaw<
  (Omit<SucceededLoan, 'successorId' | 'kind' | 'on'> & { readonly firmId: EnterpriseId })[]
>`
  select l.id as "loanId", l.contract_no as "contractNo", l.institution_id as "institutionId", i.name_zh as "bankZh", i.name_en as "bankEn",
         p.id as "firmId", p.name as firm, s.name as successor
  from enterprise_succession u
  join enterprise_succession e on e.enterprise_id = u.enterprise_id and e.id = u.undoes
  join loan l on l.enterprise_id = e.enterprise_id and l.state not in ('settled', 'renewed')
  join enterprise p on p.id = e.enterprise_id
  join enterprise s on s.id = e.successor_id
  join institution i on i.id = l.institution_id
  where u.id = ${undoing}::uuid order by l.id`;

export type BorrowerSuccessor = {
  readonly name: string;
  readonly uscc: string | null;
  readonly kind: SuccessionKind;
  readonly sharePpm: number | null;
  readonly on: string;
};

/** Who answers for a borrower's debts after it was absorbed or divided, the latest first. */
export const successorsOfBorrower = (tx: Tx, enterpriseId: EnterpriseId) => tx.$queryRaw<BorrowerSuccessor[]>`
  select s.name, s.uscc, e.kind, e.share_ppm as "sharePpm", e.effective_on::text as "on"
  from standing_succession e join enterprise s on s.id = e.successor_id
  where e.enterprise_id = ${enterpriseId}::uuid order by e.effective_on desc, s.name`;
