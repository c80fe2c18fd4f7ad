import { type Day, daysBetween } from '~/domain/kernel/day.ts';
import { type Fen, greatestFen, leastFen, minus, plus, wan, zeroFen } from '~/domain/kernel/money.ts';
import { type Ppm, ppm } from '~/domain/kernel/rate.ts';
import { outsideSubsidy } from '~/domain/policy/assess.ts';
import { asFirstDrawn, moneySince, schemesFor, type TakenScheme } from '~/domain/policy/continued-money.ts';
import type { Counted } from '~/domain/policy/counted-balance.ts';
import type { Reason } from '~/domain/policy/line.ts';
import type { LoanFacts } from '~/domain/policy/loan-facts.ts';
import type { SubsidyScheme } from '~/domain/policy/scheme.ts';
import type { Subsidy } from '~/domain/policy/subsidy.ts';
import { type Cutting, cutSubsidy } from '~/domain/policy/subsidy-cuts.ts';
import { finePointsLeft, roundedUp } from '~/domain/policy/subsidy-points.ts';
import { withYears } from '~/domain/policy/year-cap.ts';

/** One drawdown of one borrower under one contract. Caps and earlier subsidies are worked out here, not read from `loan`. */
export type Drawdown = {
  readonly id: string;
  /** The money behind it: renewals and refinancing at another bank carry it on under a new contract. */
  readonly moneyId: string;
  readonly borrowerId: string;
  readonly bank: string;
  readonly loan: LoanFacts;
  /** What it is spent on where it serves several purposes; empty when all of it serves the purpose of the loan. */
  readonly parts: readonly { readonly purpose: string; readonly amount: Fen }[];
};

/** What one scheme says of one drawdown with everything else of the borrower in view. */
export type SubsidyDecision = Subsidy & {
  readonly drawdownId: string;
  readonly moneyId: string;
  readonly scheme: SubsidyScheme;
  readonly pays: boolean;
  /** The first day that is no longer subsidised: the term is over, or the money went on under another contract. */
  readonly until: Day;
  readonly reasons: readonly Reason[];
};

type Ledger = {
  /** The schemes that a piece of money takes, by money, with their level. */
  readonly taken: Map<string, (TakenScheme & { readonly level: 'central' | 'local' })[]>;
  /** Balances that use a scheme's principal cap, and subsidy paid under it, by scheme code. */
  readonly counted: Map<string, Counted[]>;
  readonly paid: Map<string, Fen>;
  readonly paidIn: Map<string, ReadonlyMap<number, Fen>>;
};

const refused = (drawdown: Drawdown, scheme: SubsidyScheme, reasons: readonly Reason[]): SubsidyDecision => ({
  drawdownId: drawdown.id,
  moneyId: drawdown.moneyId,
  scheme,
  pays: false,
  until: drawdown.loan.drawnOn,
  amount: zeroFen,
  funding: [],
  lines: [],
  reasons,
});

/**
 * Every subsidy of one borrower — a set of ids, so that a renamed or merged group stays one — over all banks (domain.md
 * G12, edge case 6). One piece of money takes one central scheme, whatever contracts it passes through, and stands under
 * one contract a day; local and central together never exceed the contract rate; principal caps hold on every day over all
 * drawdowns, amount caps over all payments; the version goes by the day of the first drawdown of the money; of a drawdown
 * for several purposes only the covered part counts. Earlier drawdowns go first, the id decides a tie: the order of the
 * input changes nothing. Drawdowns of others are left out.
 */
export function subsidiseBorrower(
  borrowerIds: ReadonlySet<string>,
  drawdowns: readonly Drawdown[],
  schemes: readonly SubsidyScheme[],
): SubsidyDecision[] {
  const ledger: Ledger = { taken: new Map(), counted: new Map(), paid: new Map(), paidIn: new Map() };
  const own = drawdowns
    .filter((drawdown) => borrowerIds.has(drawdown.borrowerId))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const first = new Map<string, Drawdown>();
  for (const drawdown of own) if (!first.has(drawdown.moneyId)) first.set(drawdown.moneyId, drawdown);
  return own.flatMap((drawdown, at) => {
    const next = own.slice(at + 1).find(({ moneyId }) => moneyId === drawdown.moneyId);
    const moved = untilMoved(drawdown, next?.loan.drawnOn);
    return decide(inMoney(moved, first.get(drawdown.moneyId) ?? drawdown, ledger), schemes, ledger);
  });
}

const keyOf = ({ loan, id }: Drawdown): string => `${loan.drawnOn} ${id}`;

/** Money that goes on under another contract is out under this one no longer, whatever its maturity. */
function untilMoved(drawdown: Drawdown, movedOn: Day | undefined): Drawdown {
  if (movedOn === undefined || movedOn >= drawdown.loan.maturityOn) return drawdown;
  return { ...drawdown, loan: { ...drawdown.loan, maturityOn: movedOn } };
}

/** The drawdown with what its money was before, and what it takes already. */
function inMoney(drawdown: Drawdown, { loan: first }: Drawdown, { taken }: Ledger): Drawdown {
  const { loan, moneyId } = drawdown;
  const own = taken.get(moneyId) ?? [];
  const takes = [...(first.money?.takes ?? []), ...own];
  const since = moneySince(first);
  if (!loan.money && takes.length === 0 && since === loan.drawnOn) return drawdown;
  const central = own.filter(({ level }) => level === 'central').map(({ code }) => code);
  return {
    ...drawdown,
    loan: {
      ...loan,
      money: { since, purpose: first.money?.purpose ?? first.purpose, takes },
      centralSubsidies: [...new Set([...first.centralSubsidies, ...loan.centralSubsidies, ...central])],
    },
  };
}

function decide(drawdown: Drawdown, schemes: readonly SubsidyScheme[], ledger: Ledger): SubsidyDecision[] {
  const candidates = schemesFor(schemes, drawdown.loan) as SubsidyScheme[];
  let { localSubsidy } = drawdown.loan;
  const decisions: SubsidyDecision[] = [];
  for (const scheme of candidates.filter((s) => s.body.level === 'local')) {
    const priced = price(drawdown, scheme, localSubsidy, ledger);
    decisions.push(priced.decision);
    if (!priced.cutting) continue;
    localSubsidy = ppm(localSubsidy + priced.points);
    book(ledger, priced);
  }
  const central = candidates
    .filter((s) => s.body.level === 'central')
    .map((scheme) => price(drawdown, scheme, localSubsidy, ledger));
  // A scheme whose cap others fill takes the money all the same: room comes back as they are repaid.
  const best = bestOf(central.filter(({ cutting }) => cutting !== null));
  if (best) book(ledger, best);
  const others = central.map(({ decision, cutting }) =>
    best && cutting && decision !== best.decision
      ? refused(drawdown, decision.scheme, [
          { code: 'better-scheme-chosen', scheme: best.decision.scheme.code },
        ])
      : decision,
  );
  return [...decisions, ...others];
}

type PricedDecision = {
  readonly decision: SubsidyDecision;
  readonly points: Ppm;
  /** Null where the scheme does not take the drawdown. */
  readonly cutting: Cutting | null;
};

const bestOf = (central: readonly PricedDecision[]): PricedDecision | undefined =>
  central.toSorted(({ decision: a }, { decision: b }) =>
    a.amount === b.amount ? (a.scheme.code < b.scheme.code ? -1 : 1) : a.amount > b.amount ? -1 : 1,
  )[0];

function book(ledger: Ledger, { decision, cutting }: PricedDecision): void {
  const { scheme, moneyId, amount } = decision;
  const { code, version, body } = scheme;
  const taken = ledger.taken.get(moneyId) ?? [];
  if (!taken.some((each) => each.code === code))
    ledger.taken.set(moneyId, [...taken, { code, version, level: body.level }]);
  if (cutting) ledger.counted.set(code, [...(ledger.counted.get(code) ?? []), cutting.counted]);
  ledger.paid.set(code, plus(ledger.paid.get(code) ?? zeroFen, amount));
  ledger.paidIn.set(code, withYears(ledger.paidIn.get(code) ?? new Map(), cutting?.years ?? []));
}

function price(drawdown: Drawdown, scheme: SubsidyScheme, localSubsidy: Ppm, ledger: Ledger): PricedDecision {
  const { body, code } = scheme;
  const eligible = eligiblePart(drawdown, scheme);
  const loan: LoanFacts = { ...drawdown.loan, localSubsidy, purpose: eligible.purpose };
  const firstDrawnOn = moneySince(loan);
  const no = (why: readonly Reason[], cutting: Cutting | null = null): PricedDecision => ({
    decision: refused(drawdown, scheme, why),
    points: cutting ? roundedUp(finePointsLeft(body, loan)) : ppm(0),
    cutting,
  });
  const reasons = outsideSubsidy(body, asFirstDrawn(loan, scheme));
  if (reasons.length > 0) return no(reasons);
  const cutting = cutSubsidy(body, loan, {
    eligible: eligible.amount,
    firstDrawnOn,
    others: ledger.counted.get(code) ?? [],
    paid: ledger.paid.get(code) ?? zeroFen,
    paidIn: ledger.paidIn.get(code) ?? new Map(),
  });
  const { counted, usedPrincipal, capFull, subsidy } = cutting;
  if (daysBetween(counted.from, counted.until) <= 0)
    return no([{ code: 'period-over', from: firstDrawnOn, months: body.maxMonths }]);
  if (capFull && body.principalCapWan !== null)
    return no(
      [{ code: 'cap-used-up', capFen: String(wan(body.principalCapWan)), usedFen: String(usedPrincipal) }],
      cutting,
    );
  const { id, moneyId } = drawdown;
  const decision = {
    ...subsidy,
    drawdownId: id,
    moneyId,
    scheme,
    pays: true,
    until: counted.until,
    reasons: [],
  };
  return { decision, points: roundedUp(finePointsLeft(body, loan)), cutting };
}

/** What of a drawdown serves purposes that the scheme covers; the whole where the scheme or the drawdown does not tell. */
function eligiblePart({ loan, parts }: Drawdown, { body }: SubsidyScheme): { purpose: string; amount: Fen } {
  const { purposes } = body.coverage;
  if (parts.length === 0 || purposes === null) return { purpose: loan.purpose, amount: loan.principal };
  const covered = parts.filter((part) => purposes.includes(part.purpose));
  const amount = leastFen(loan.principal, plus(...covered.map((part) => part.amount)));
  return { purpose: covered[0]?.purpose ?? parts[0]?.purpose ?? loan.purpose, amount };
}

/** What a cap per borrower leaves when payments to any id of the borrower's count, at whatever bank; null without a cap. */
export function borrowerCapLeft(
  cap: Fen | null,
  borrowerIds: ReadonlySet<string>,
  payments: readonly { readonly borrowerId: string; readonly amount: Fen }[],
): Fen | null {
  if (cap === null) return null;
  const used = payments.filter((payment) => borrowerIds.has(payment.borrowerId));
  return greatestFen(zeroFen, minus(cap, plus(...used.map((payment) => payment.amount))));
}
