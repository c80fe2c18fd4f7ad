import { minus } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { arrearsAt } from '~/domain/loan/arrears-chain.ts';
import { replayLoan } from '~/domain/loan/replay.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  balancePoints,
  classPoints,
  dpdPoints,
  instalmentsOf,
  logOf,
  nextPaymentOf,
  termsOf,
} from '~/server/loan/loan-view.ts';
import { penaltyShown } from '~/server/loan/penalty-findings.ts';
import { readStanding } from '~/server/loan/read-standing.ts';
import { findAssessments, findLoan, findRepayments } from '~/server/loan/store.ts';
import { findKeptClasses } from '~/server/loan/store-class.ts';
import { namesOfLoan, namesOfRegions, type WithRegions } from '~/server/loan/store-names.ts';
import { findFamily, findOpenProposal } from '~/server/loan/store-proposal.ts';
import type { Loan } from '~/server/loan/store-servicing.ts';
import { tagsOf } from '~/server/loan/store-tags.ts';

/** One loan for its bank or its firm: terms, schedule with what is paid, class, log, and what each scheme said. */
export function showLoan(actor: Actor, id: string): Promise<Result<LoanFile, { code: 'loan.not-found' }>> {
  return withActor(actor, async (tx) => {
    const loan = await findLoan(tx, id);
    return loan ? accept(await fileOf(tx, actor, loan)) : refuse({ code: 'loan.not-found' });
  });
}

async function fileOf(tx: Tx, actor: Actor, loan: Loan) {
  const today = clock.today();
  const standing = await readStanding(tx, loan);
  const now = replayLoan(standing.contract, standing.events, today);
  const arrears = arrearsAt(now.arrears, today);
  const classes = classPoints(await findKeptClasses(tx, [loan.id]));
  const repayments = await findRepayments(tx, loan.id);
  return {
    ...termsOf(loan, now),
    ...(await namesOfLoan(tx, loan)),
    ...(await schemesOf(tx, loan)),
    tags: await tagsOf(tx, loan),
    balanceFen: now.outstanding.toString(),
    writtenOffFen: now.writtenOff.toString(),
    accruedFen: now.accrued.toString(),
    undrawnFen: minus(standing.limit, now.drawn).toString(),
    today: today as string,
    tier: classes.at(-1)?.tier ?? 'normal',
    because: classes.at(-1)?.because ?? [],
    dpd: arrears?.dpd ?? 0,
    overdueFen: arrears ? (arrears.overduePrincipal + arrears.overdueInterest).toString() : '0',
    nextPayment: nextPaymentOf(now),
    instalments: instalmentsOf(now),
    repayments: repayments.map((r) => ({
      id: r.id,
      paidOn: r.paidOn as string,
      principalFen: r.principal.toString(),
      interestFen: r.interest.toString(),
    })),
    log: logOf(standing),
    balances: balancePoints(now),
    dpdHistory: dpdPoints(now),
    classes,
    family: await findFamily(tx, loan),
    proposal: await findOpenProposal(tx, loan, actor),
    penalty: await penaltyShown(tx, loan, now),
  };
}

async function schemesOf(tx: Tx, loan: Loan) {
  const assessments = await findAssessments(tx, loan.id);
  const lines = assessments.flatMap((a) => a.lines as WithRegions[]);
  return { regionNames: await namesOfRegions(tx, lines), schemes: assessments.map(schemeOf) };
}

const schemeOf = (s: Awaited<ReturnType<typeof findAssessments>>[number]) => ({
  code: s.scheme_code,
  kind: s.kind,
  nameZh: s.name_zh,
  nameEn: s.name_en,
  legalBasis: s.legal_basis ?? '',
  legalBasisEn: s.legal_basis_en ?? '',
  outcome: s.outcome,
  amountFen: s.amount_fen.toString(),
  lines: s.lines as unknown as { code: string }[],
});

export type LoanFile = Awaited<ReturnType<typeof fileOf>>;
