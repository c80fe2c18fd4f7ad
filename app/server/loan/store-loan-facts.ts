import type { SizeClass } from '~/domain/enterprise/size.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, fen, minus, zeroFen } from '~/domain/kernel/money.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import type { DayCount } from '~/domain/policy/day-count.ts';
import type { BalanceSpan, LoanFacts, LoanFlag } from '~/domain/policy/loan-facts.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import { readCapUse } from '~/server/loan/read-cap-use.ts';
import { readMoney } from '~/server/loan/read-money.ts';
import { findDues, type findLoan } from '~/server/loan/store.ts';

type Loan = NonNullable<Awaited<ReturnType<typeof findLoan>>>;

type BorrowerRow = {
  kind: 'company' | 'sole-trader';
  size_class: SizeClass | 'undetermined' | null;
  regions: string[];
  industries: string[];
};

/** The loan as the schemes see it: borrower, terms, planned balances, and what schemes already pay for the borrower. */
export async function readLoanFacts(tx: Tx, loan: Loan): Promise<LoanFacts> {
  const borrower = await readBorrower(tx, loan.enterpriseId);
  const drawnOn = dayOfDate(loan.disbursedOn);
  return {
    borrower: {
      regionPath: borrower.regions,
      industryPath: borrower.industries,
      size: borrower.size_class ?? 'undetermined',
      kind: borrower.kind,
      lists: loan.flags.filter((flag) => flag.startsWith('list:')).map((flag) => flag.slice(5)),
    },
    principal: fen(loan.principalFen),
    rate: ppm(loan.ratePpm),
    dayCount: loan.dayCount as DayCount,
    termMonths: loan.termMonths,
    contractOn: dayOfDate(loan.contractOn),
    drawnOn,
    maturityOn: dayOfDate(loan.maturityOn),
    balances: await plannedBalances(tx, loan, fen(loan.principalFen)),
    purpose: loan.purpose,
    flags: loan.flags as LoanFlag[],
    renewal: loan.purpose === 'renewal',
    capUsed: {},
    capUse: await readCapUse(tx, loan),
    lender: await lenderOf(tx, loan.institutionId),
    ...(await readMoney(tx, loan)),
    ...(await lprOn(tx, dayOfDate(loan.contractOn))),
  };
}

async function lenderOf(tx: Tx, id: string): Promise<NonNullable<LoanFacts['lender']>> {
  const { nameZh, lenderLists } = await tx.institution.findUniqueOrThrow({
    where: { id },
    select: { nameZh: true, lenderLists: true },
  });
  return { name: nameZh, lists: lenderLists };
}

/** The LPR published last before or on a day; nothing before the first quote. */
async function lprOn(tx: Tx, on: Day): Promise<Pick<LoanFacts, 'lpr'>> {
  const quote = await tx.lprQuote.findFirst({
    where: { publishedOn: { lte: dateOfDay(on) } },
    orderBy: { publishedOn: 'desc' },
  });
  return quote ? { lpr: { oneYear: ppm(quote.oneYearPpm), fiveYear: ppm(quote.fiveYearPpm) } } : {};
}

async function readBorrower(tx: Tx, enterpriseId: string): Promise<BorrowerRow> {
  const [row] = await tx.$queryRaw<BorrowerRow[]>`
    with recursive r as (
      select g.code, g.parent_code, 0 as up from region g join enterprise e on e.region_code = g.code where e.id = ${enterpriseId}::uuid
      union all select g.code, g.parent_code, up + 1 from region g join r on g.code = r.parent_code
    ), i as (
      select n.code, n.parent_code, n.version, 0 as up from industry n
      join enterprise e on e.industry_code = n.code and e.industry_version = n.version where e.id = ${enterpriseId}::uuid
      union all select n.code, n.parent_code, n.version, up + 1 from industry n join i on n.code = i.parent_code and n.version = i.version
    )
    select e.kind, p.size_class,
           coalesce((select array_agg(code order by up desc) from r), '{}') as regions,
           coalesce((select array_agg(code order by up desc) from i), '{}') as industries
    from enterprise e left join enterprise_profile p on p.enterprise_id = e.id where e.id = ${enterpriseId}::uuid`;
  if (!row) throw new Error(`no enterprise ${enterpriseId}`);
  return row;
}

async function plannedBalances(tx: Tx, loan: Loan, principal: Fen): Promise<BalanceSpan[]> {
  let balance = principal;
  const spans: BalanceSpan[] = [{ from: dayOfDate(loan.disbursedOn), balance }];
  for (const due of await findDues(tx, loan.id)) {
    if (due.principal === zeroFen) continue;
    balance = minus(balance, due.principal);
    spans.push({ from: due.dueOn, balance });
  }
  return spans;
}
