import { suppressSmall } from '~/domain/kernel/small-numbers.ts';
import type { BlownFuse } from '~/domain/policy/replay.ts';
import {
  changesBetween,
  type Grouping,
  groupings,
  type SimulatedGroup,
  type Simulation,
} from '~/domain/policy/simulate.ts';

/** A group of loans as it may be shown: what fewer than five borrowers got is kept back (O2). */
export type GroupShown = {
  readonly key: string;
  readonly loans: number | null;
  readonly borrowers: number | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly change: string | null;
};

/** What the replayed version costs, what the version before it would have cost, and who gains or loses. */
export type SimulationResult = {
  readonly after: Totals;
  readonly before: Totals | null;
  readonly months: readonly {
    readonly month: string;
    readonly before: string | null;
    readonly after: string;
  }[];
  readonly groups: { readonly [G in Grouping]: readonly GroupShown[] };
  readonly rejected: readonly { readonly line: number; readonly column: string }[];
  readonly rejectedRows: number;
};

type Totals = {
  readonly loans: number;
  readonly covered: number;
  readonly paidLoans: number;
  readonly amount: string;
  readonly outcomes: { readonly [outcome: string]: number };
  readonly fuses: readonly BlownFuse[];
  readonly poolShortOn: string | null;
};

const totalsOf = ({
  loans,
  covered,
  paidLoans,
  amount,
  outcomes,
  fuses,
  poolShortOn,
}: Simulation): Totals => ({
  loans,
  covered,
  paidLoans,
  amount: String(amount),
  outcomes,
  fuses,
  poolShortOn,
});

const mostGroups = 60;

function groupsShown(
  before: readonly SimulatedGroup[] | null,
  after: readonly SimulatedGroup[],
): GroupShown[] {
  const changes = changesBetween(before, after).slice(0, mostGroups);
  const shown = suppressSmall(changes.map((group) => group.borrowers));
  return changes.map((group, at) =>
    shown[at] === null
      ? { key: group.key, loans: null, borrowers: null, before: null, after: null, change: null }
      : {
          key: group.key,
          loans: group.loans,
          borrowers: group.borrowers,
          before: before === null ? null : String(group.before),
          after: String(group.after),
          change: before === null ? null : String(group.change),
        },
  );
}

function monthsOf(before: Simulation | null, after: Simulation): SimulationResult['months'] {
  const old = new Map((before?.byMonth ?? []).map(({ month, amount }) => [month, amount]));
  const now = new Map(after.byMonth.map(({ month, amount }) => [month, amount]));
  const months = [...new Set([...old.keys(), ...now.keys()])].sort();
  return months.map((month) => ({
    month,
    before: before === null ? null : String(old.get(month) ?? 0n),
    after: String(now.get(month) ?? 0n),
  }));
}

/** The result of a replay as it is kept: amounts as digits of fen, small groups kept back. */
export function resultOf(
  before: Simulation | null,
  after: Simulation,
  rejects: { readonly rows: number; readonly first: SimulationResult['rejected'] },
): SimulationResult {
  const [bank = [], size = [], region = []] = groupings.map((by) =>
    groupsShown(before?.groups[by] ?? null, after.groups[by]),
  );
  return {
    after: totalsOf(after),
    before: before && totalsOf(before),
    months: monthsOf(before, after),
    groups: { bank, size, region },
    rejected: rejects.first,
    rejectedRows: rejects.rows,
  };
}
