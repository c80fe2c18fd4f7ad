import { fen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { outstandingOn } from '~/domain/loan/balance.ts';
import { arrearsOn } from '~/domain/loan/dpd.ts';
import { type InstalmentState, instalmentStates } from '~/domain/loan/instalment-state.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findAssessments, findClasses, findDues, findLoan, findRepayments } from '~/server/loan/store.ts';
import { namesOfLoan, namesOfRegions, type WithRegions } from '~/server/loan/store-names.ts';

type Loan = NonNullable<Awaited<ReturnType<typeof findLoan>>>;

/** One loan for its bank or its firm: terms, schedule with what is paid, class, payments, and what each scheme said. */
export function showLoan(actor: Actor, id: string): Promise<Result<LoanFile, { code: 'loan.not-found' }>> {
  return withActor(actor, async (tx) => {
    const loan = await findLoan(tx, id);
    return loan ? accept(await fileOf(tx, loan)) : refuse({ code: 'loan.not-found' });
  });
}

async function fileOf(tx: Tx, loan: Loan) {
  const today = clock.today();
  const dues = await findDues(tx, loan.id);
  const repayments = await findRepayments(tx, loan.id);
  const drawn = [{ drawnOn: dayOfDate(loan.disbursedOn), amount: fen(loan.principalFen) }];
  const arrears = arrearsOn(today, dues, repayments);
  const [latest] = await findClasses(tx, loan.id);
  const assessments = await findAssessments(tx, loan.id);
  return {
    ...termsOf(loan),
    ...(await namesOfLoan(tx, loan)),
    balanceFen: outstandingOn(today, drawn, repayments).toString(),
    today: today as string,
    tier: latest?.tier ?? 'normal',
    because: latest?.because ?? [],
    dpd: arrears.dpd,
    overdueFen: (arrears.overduePrincipal + arrears.overdueInterest).toString(),
    instalments: instalmentsOf(dues, instalmentStates(today, dues, repayments)),
    repayments: repayments.map(repaymentOf),
    regionNames: await namesOfRegions(
      tx,
      assessments.flatMap((a) => a.lines as WithRegions[]),
    ),
    schemes: assessments.map(schemeOf),
  };
}

const termsOf = (loan: Loan) => ({
  id: loan.id,
  enterpriseId: loan.enterpriseId,
  contractNo: loan.contractNo,
  principalFen: loan.principalFen.toString(),
  ratePpm: loan.ratePpm,
  dayCount: loan.dayCount,
  method: loan.method,
  termMonths: loan.termMonths,
  contractOn: dayOfDate(loan.contractOn) as string,
  disbursedOn: dayOfDate(loan.disbursedOn) as string,
  maturityOn: dayOfDate(loan.maturityOn) as string,
  state: loan.state,
  settledOn: loan.settledOn ? (dayOfDate(loan.settledOn) as string) : null,
});

const instalmentsOf = (dues: Awaited<ReturnType<typeof findDues>>, states: readonly InstalmentState[]) =>
  dues.map((due, at) => ({
    seq: due.seq,
    dueOn: due.dueOn as string,
    principalFen: due.principal.toString(),
    interestFen: due.interest.toString(),
    state: states[at] ?? 'due',
  }));

const repaymentOf = (r: Awaited<ReturnType<typeof findRepayments>>[number]) => ({
  id: r.id,
  paidOn: r.paidOn as string,
  principalFen: r.principal.toString(),
  interestFen: r.interest.toString(),
});

const schemeOf = (s: Awaited<ReturnType<typeof findAssessments>>[number]) => ({
  code: s.scheme_code,
  kind: s.kind,
  nameZh: s.name_zh,
  nameEn: s.name_en,
  legalBasis: s.legal_basis,
  outcome: s.outcome,
  amountFen: s.amount_fen.toString(),
  lines: s.lines as unknown as { code: string }[],
});

export type LoanFile = Awaited<ReturnType<typeof fileOf>>;
