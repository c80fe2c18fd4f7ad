import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, fen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import {
  type BlownFuse,
  finish,
  type Replay,
  type ReplayLine,
  type ReplayLoan,
  type ReplayOptions,
  replayCompensation,
  replaySubsidy,
} from '~/domain/policy/replay.ts';
import type { Scheme } from '~/domain/policy/scheme.ts';

export type SimulatedGroup = {
  readonly key: string;
  readonly loans: number;
  readonly borrowers: number;
  readonly amount: Fen;
};

/** By what loans are grouped to see who gains. */
export const groupings = ['bank', 'size', 'region'] as const;
export type Grouping = (typeof groupings)[number];

/** What a scheme would have cost over a portfolio. */
export type Simulation = {
  readonly loans: number;
  readonly covered: number;
  /** Loans that got money, and how many got each outcome. */
  readonly paidLoans: number;
  readonly outcomes: { readonly [outcome: string]: number };
  readonly amount: Fen;
  readonly byMonth: readonly { readonly month: string; readonly amount: Fen }[];
  readonly groups: { readonly [G in Grouping]: readonly SimulatedGroup[] };
  readonly fuses: readonly BlownFuse[];
  readonly poolShortOn: Day | null;
};

const keyOf: { readonly [G in Grouping]: (loan: ReplayLoan) => string } = {
  bank: (loan) => loan.bank,
  size: ({ facts }) => facts.borrower.size,
  region: (loan) => loan.region,
};

/** Replays a scheme over loans step by step; yields how many loans are done, returns what it would have cost. */
export function* simulateSteps(
  scheme: Scheme,
  loans: readonly ReplayLoan[],
  options: ReplayOptions,
): Generator<number, Simulation> {
  const replay =
    scheme.kind === 'compensation'
      ? yield* replayCompensation(scheme, loans, options)
      : yield* replaySubsidy(scheme, loans, options);
  return summed(replay);
}

/** What a scheme would have cost over loans, had it always been in force (domain.md G17). */
export const simulate = (
  scheme: Scheme,
  loans: readonly ReplayLoan[],
  options: ReplayOptions = { pool: null, asIfCovered: false },
): Simulation => finish(simulateSteps(scheme, loans, options));

function summed({ lines, fuses, poolShortOn }: Replay): Simulation {
  const months = new Map<string, Fen>();
  const outcomes: { [outcome: string]: number } = {};
  for (const line of lines) {
    outcomes[line.outcome] = (outcomes[line.outcome] ?? 0) + 1;
    for (const { month, amount } of line.months)
      months.set(month, plus(months.get(month) ?? zeroFen, amount));
  }
  return {
    loans: lines.length,
    covered: lines.filter((line) => line.covered).length,
    paidLoans: lines.filter((line) => line.amount > 0n).length,
    outcomes,
    amount: fen(lines.reduce<bigint>((sum, line) => sum + line.amount, 0n)),
    byMonth: [...months]
      .map(([month, amount]) => ({ month, amount }))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
    groups: {
      bank: grouped(lines, keyOf.bank),
      size: grouped(lines, keyOf.size),
      region: grouped(lines, keyOf.region),
    },
    fuses,
    poolShortOn,
  };
}

function grouped(lines: readonly ReplayLine[], key: (loan: ReplayLoan) => string): SimulatedGroup[] {
  const groups = new Map<string, { loans: number; borrowers: Set<string>; amount: Fen }>();
  for (const { loan, amount } of lines) {
    const name = key(loan);
    const group = groups.get(name) ?? { loans: 0, borrowers: new Set<string>(), amount: zeroFen };
    group.loans += 1;
    group.borrowers.add(loan.borrowerId);
    group.amount = plus(group.amount, amount);
    groups.set(name, group);
  }
  return [...groups]
    .map(([name, group]) => ({ ...group, key: name, borrowers: group.borrowers.size }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

export type GroupChange = {
  readonly key: string;
  readonly loans: number;
  readonly borrowers: number;
  readonly before: Fen;
  readonly after: Fen;
  /** Positive: gains. */
  readonly change: Fen;
};

/** Who gains and who loses when a portfolio is replayed under another version: the largest change first. */
export function changesBetween(
  before: readonly SimulatedGroup[] | null,
  after: readonly SimulatedGroup[],
): GroupChange[] {
  const old = new Map((before ?? []).map((group) => [group.key, group.amount]));
  return after
    .map(({ key, loans, borrowers, amount }) => {
      const was = old.get(key) ?? zeroFen;
      return { key, loans, borrowers, before: was, after: amount, change: minus(amount, was) };
    })
    .sort((a, b) => {
      const [x, y] = [a.change < 0n ? -a.change : a.change, b.change < 0n ? -b.change : b.change];
      return x === y ? (a.key < b.key ? -1 : 1) : x > y ? -1 : 1;
    });
}
