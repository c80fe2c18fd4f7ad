import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

export type Maturing = {
  id: string;
  enterprise_id: string;
  institution_id: string;
  contract_no: string;
  maturity_on: Date;
};

/** Live loans that mature by a day and whose parties were not told of that maturity yet; an extension has a new one. */
export const findMaturing = (tx: Tx, today: Day, by: Day) => tx.$queryRaw<Maturing[]>`
  select l.id, l.enterprise_id, l.institution_id, l.contract_no, l.maturity_on from loan l
  where l.state = 'active' and l.maturity_on between ${dateOfDay(today)} and ${dateOfDay(by)}
    and not exists (select 1 from maturity_reminder r where r.enterprise_id = l.enterprise_id and r.loan_id = l.id
                      and r.maturity_on = l.maturity_on)
  order by l.maturity_on, l.id`;

export const keepReminder = (tx: Tx, loan: Maturing, sentAt: Date) =>
  tx.maturityReminder.createMany({
    data: [
      {
        enterpriseId: loan.enterprise_id,
        loanId: loan.id,
        maturityOn: loan.maturity_on,
        institutionId: loan.institution_id,
        sentAt,
      },
    ],
  });

/** Banks with a loan that lived in a month. */
export async function findLenders(tx: Tx, from: Day, through: Day): Promise<string[]> {
  const rows = await tx.$queryRaw<{ institution_id: string }[]>`
    select distinct institution_id from loan
    where disbursed_on <= ${dateOfDay(through)} and (settled_on is null or settled_on >= ${dateOfDay(from)}) order by 1`;
  return rows.map((row) => row.institution_id);
}
