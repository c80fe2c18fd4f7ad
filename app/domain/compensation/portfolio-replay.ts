import { claimYear, type PortfolioLoan, startOfLoan } from '~/domain/compensation/portfolio-loan.ts';
import { addMonths } from '~/domain/kernel/day.ts';
import { type Fen, fen, plus, zeroFen } from '~/domain/kernel/money.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import { type BlownFuse, finish, type ReplayLoan, replayCompensation } from '~/domain/policy/replay.ts';
import type { CompensationScheme } from '~/domain/policy/scheme.ts';

/** What a portfolio would have cost under another scheme. */
export type PortfolioSimulated = {
  readonly loans: number;
  readonly claims: number;
  readonly paid: Fen;
  readonly byYear: { readonly [year: string]: Fen };
  readonly fuses: readonly BlownFuse[];
};

/** Yuan to the dollar in a simulation: a round figure, so that sizes fall into the bands of a scheme. */
const yuanPerDollar = 7n;
const asFen = (cents: Fen): Fen => fen(cents * yuanPerDollar);

function asReplay(loan: PortfolioLoan): ReplayLoan {
  const drawnOn = startOfLoan(loan);
  const principal = asFen(loan.approved);
  const nowhere = {
    regionPath: [],
    industryPath: [],
    size: 'undetermined',
    kind: 'company',
    lists: [],
  } as const;
  return {
    id: loan.number,
    borrowerId: loan.number,
    moneyId: loan.number,
    bank: loan.bank,
    region: '',
    facts: {
      ...{ borrower: nowhere, principal, rate: ppm(0), dayCount: 'actual360', termMonths: 12, purpose: '' },
      ...{ contractOn: drawnOn, drawnOn, maturityOn: addMonths(drawnOn, 12) },
      ...{ balances: [{ from: drawnOn, balance: principal }], flags: [], renewal: false },
      ...{ centralSubsidies: [], localSubsidy: ppm(0), capUsed: {} },
    },
    loss:
      loan.loss === 0n
        ? null
        : {
            determinedOn: loan.chargedOffOn ?? drawnOn,
            unpaidPrincipal: asFen(loan.loss),
            ...{
              recovered: zeroFen,
              otherPayers: zeroFen,
              causes: [{ cause: 'market', determinations: [] }],
            },
          },
  };
}

/**
 * Replays a portfolio from elsewhere under a compensation scheme as if the scheme had always been in force and covered
 * it: a dollar counts as seven yuan, every loss has the cause market, and the bank's fuse watches each bank's year. Nothing
 * is posted.
 */
export function simulatePortfolio(
  loans: readonly PortfolioLoan[],
  scheme: CompensationScheme,
): PortfolioSimulated {
  const { lines, fuses } = finish(
    replayCompensation(scheme, loans.map(asReplay), { pool: null, asIfCovered: true }),
  );
  const years = new Map(loans.map((loan) => [loan.number, claimYear(loan)]));
  const byYear: { [year: string]: Fen } = {};
  for (const { loan, amount } of lines) {
    if (amount === 0n) continue;
    const year = years.get(loan.id) ?? 'unknown';
    byYear[year] = plus(byYear[year] ?? zeroFen, amount);
  }
  return {
    loans: loans.length,
    claims: loans.filter((loan) => loan.loss > 0n).length,
    paid: plus(zeroFen, ...lines.map((line) => line.amount)),
    byYear,
    fuses,
  };
}
