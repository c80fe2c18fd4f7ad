import { finalStates } from '~/domain/application/state.ts';
import type { SizeClass } from '~/domain/enterprise/size.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { mayAct } from '~/server/institution/store-may-act.ts';
import type { Loan } from '~/server/loan/store-servicing.ts';

type Row = {
  kind: string;
  size: SizeClass | 'undetermined' | null;
  needId: string | null;
  askedBy: string | null;
  isOffered: boolean;
};

/** What the rules of a renewal ask beside the loan's own log: its borrower, its product, and who asked already. */
export async function findRenewalFacts(tx: Tx, loan: Loan, today: Day): Promise<Row> {
  const { enterpriseId, applicationId, id, productId } = loan;
  const [row] = await tx.$queryRaw<Row[]>`
    select e.kind, p.size_class as size,
           (select a.need_id from application a
            where a.enterprise_id = ${enterpriseId}::uuid and a.id = ${applicationId}::uuid) as "needId",
           (select a.id from application a
            where a.enterprise_id = ${enterpriseId}::uuid and a.renews_loan_id = ${id}::uuid
              and a.state <> all(${[...finalStates]}) limit 1) as "askedBy",
           exists (select 1 from product d join institution i on i.id = d.institution_id
                   where d.id = ${productId}::uuid and d.state = 'published' and not d.example and ${mayAct(today)}) as "isOffered"
    from enterprise e left join enterprise_profile p on p.enterprise_id = e.id where e.id = ${enterpriseId}::uuid`;
  if (!row) throw new Error(`no enterprise ${enterpriseId}`);
  return row;
}
