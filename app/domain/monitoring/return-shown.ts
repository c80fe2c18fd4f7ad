import {
  type ShownList,
  type ShownTable,
  smallestShown,
  suppressTable,
  suppressWithTotal,
} from '~/domain/kernel/small-numbers.ts';
import { tiers } from '~/domain/loan/five-tier.ts';
import { verdicts } from '~/domain/monitoring/case.ts';
import type {
  BehindGroup,
  BehindRow,
  ReturnBody,
  ReturnFigures,
  ReturnLine,
} from '~/domain/monitoring/month-return.ts';
import { severities } from '~/domain/monitoring/signal.ts';

type Kept<T> = { readonly [K in keyof T]: T[K] extends object ? Kept<T[K]> : T[K] | null };

/** Figures of a return as a reader gets them: null where one is kept back. */
export type FiguresShown = Kept<Omit<ReturnFigures, 'measures'>> & {
  /** Left out where there are none. */
  readonly measures?: number | null | undefined;
};
export type LineShown = FiguresShown & Pick<ReturnLine, 'code' | 'name'>;
export type SignalShown = {
  readonly code: string;
  readonly raised: number | null;
  readonly closed: number | null;
  readonly right: number | null;
};
export type ReturnShown = Pick<ReturnBody, 'month' | 'through'> & {
  readonly lines: readonly LineShown[];
  readonly total: FiguresShown;
  readonly signals: readonly SignalShown[];
};

const columnsOf = {
  tiers,
  raised: severities,
  live: ['overdue', 'other'],
  closed: verdicts,
  'follow-ups': ['any'],
  measures: ['any'],
  adopted: ['any'],
} as const satisfies { readonly [G in Exclude<BehindGroup, `signal-${string}`>]: readonly string[] };
type LineGroup = keyof typeof columnsOf;

/**
 * A return as who reads statistics gets it (O2): no figure of a line, a signal or their total that fewer than five firms stand behind, and
 * none from which one follows by taking others off a sum. Of a return that was made without its firms being counted only
 * lines with enough of them are shown, and nothing of their loans' classes and cases.
 */
export function returnShown(body: ReturnBody): ReturnShown {
  const { month, through, lines, total, signals } = body;
  const bySignal = signalTables(body);
  const table = (group: LineGroup, leastTotal?: number) => hiddenOf(body, group, leastTotal);
  const tables = {
    tiers: table('tiers'),
    raised: table('raised', bySignal.leastRaised),
    live: table('live'),
    closed: bySignal.closed.total === null ? nothingOf(body, 'closed') : table('closed'),
    followUps: table('follow-ups'),
    measures: table('measures'),
    adopted: table('adopted'),
  };
  return {
    month,
    through,
    lines: lines.map(({ code, name, ...figures }, at) => ({
      ...{ code, name },
      ...figuresShown(figures, body, (of) => rowOf(tables[of], at)),
    })),
    total: figuresShown(total, body, (of) => totalsOf(tables[of])),
    signals: signalsShown(signals, bySignal, tables),
  };
}

type Tables = {
  readonly [G in 'tiers' | 'raised' | 'live' | 'closed' | 'followUps' | 'measures' | 'adopted']: ShownTable;
};
type Row = { readonly cells: readonly (number | null)[]; readonly total: number | null };

const rowOf = ({ cells, rowTotals }: ShownTable, at: number): Row => ({
  cells: cells[at] ?? [],
  total: rowTotals[at] ?? null,
});
const totalsOf = ({ columnTotals, total }: ShownTable): Row => ({ cells: columnTotals, total });

/**
 * A group of a return as the table of firms behind it, with what is kept back; `leastTotal` is what its total has to be able to be
 * where it is kept back in any case.
 */
function hiddenOf(body: ReturnBody, group: LineGroup, leastTotal?: number): ShownTable {
  const { lines, behind } = body;
  if (!behind) return nothingOf(body, group);
  const columns: readonly string[] = columnsOf[group];
  const at = (of: 'firms' | 'once') =>
    lines.map(({ code }) => columns.map((column) => behindOf(behind, group, code, column)?.[of] ?? 0));
  const floors = new Map(leastTotal ? [[`${lines.length}/${columns.length}`, leastTotal]] : []);
  return suppressTable(at('firms'), { once: at('once'), floors });
}

/** Every figure of a group kept back; what is zero says so where it stands. */
function nothingOf({ lines }: ReturnBody, group: LineGroup): ShownTable {
  const none = columnsOf[group].map(() => null);
  return {
    ...{ cells: lines.map(() => none), columnTotals: none, total: null },
    rowTotals: lines.map(() => null),
  };
}

const behindOf = (behind: readonly BehindRow[], group: BehindGroup, code: string, column: string) =>
  behind.find((row) => row.group === group && row.code === code && row.column === column);

function figuresShown(
  figures: ReturnFigures,
  { behind }: ReturnBody,
  row: (of: keyof Tables) => Row,
): FiguresShown {
  const { firms, loans, balanceFen, live, overdueAnswers, followUps, measures = 0, adopted } = figures;
  const isTold = behind ? row('tiers').total !== null : firms >= smallestShown;
  const keep = <K extends string>(of: Readonly<Record<K, number>>, keys: readonly K[], group: keyof Tables) =>
    Object.fromEntries(
      keys.map((key, at) => [key, of[key] === 0 || row(group).cells[at] !== null ? of[key] : null]),
    ) as Readonly<Record<K, number | null>>;
  return {
    firms: isTold ? firms : null,
    loans: isTold ? loans : null,
    balanceFen: isTold ? balanceFen : null,
    tiers: keep(figures.tiers, tiers, 'tiers'),
    raised: keep(figures.raised, severities, 'raised'),
    closed: keep(figures.closed, verdicts, 'closed'),
    live: live === 0 || row('live').total !== null ? live : null,
    overdueAnswers: overdueAnswers === 0 || row('live').cells[0] !== null ? overdueAnswers : null,
    followUps: followUps === 0 || row('followUps').cells[0] !== null ? followUps : null,
    measures: measures === 0 || row('measures').cells[0] !== null ? measures : null,
    adopted: adopted === 0 || row('adopted').cells[0] !== null ? adopted : null,
  };
}

type SignalTables = {
  readonly raised: ShownList;
  /** What the number of cases raised has to be able to be, where the signals cannot hide one another. */
  readonly leastRaised: number | undefined;
  /** Signals by right and wrong. */
  readonly closed: ShownTable;
};

function signalTables({ behind = [], signals }: ReturnBody): SignalTables {
  const at = (group: BehindGroup, column: string, of: 'firms' | 'once') =>
    signals.map(({ code }) => behindOf(behind, group, code, column)?.[of] ?? 0);
  const raised = suppressWithTotal(at('signal-raised', 'any', 'firms'), at('signal-raised', 'any', 'once'));
  const pairs = (of: 'firms' | 'once') => {
    const [right, wrong] = [at('signal-closed', 'right', of), at('signal-closed', 'wrong', of)];
    return signals.map((_, i) => [right[i] ?? 0, wrong[i] ?? 0]);
  };
  const closed = suppressTable(pairs('firms'), { once: pairs('once') });
  const isWhole = closed.total !== null && !closed.columnTotals.includes(null);
  return {
    raised,
    leastRaised: raised.total === null ? smallestShown + raised.counts.length - 1 : undefined,
    closed: isWhole ? closed : { ...closed, total: null },
  };
}

/** Signals of the whole province; their sums are those of the lines, so where those are kept back no signal is shown. */
function signalsShown(
  signals: ReturnBody['signals'],
  { raised, closed }: SignalTables,
  tables: Tables,
): SignalShown[] {
  const isTold = ({ total, columnTotals }: ShownTable) => total !== null && !columnTotals.includes(null);
  const [tellsRaised, tellsClosed] = [
    isTold(tables.raised) && raised.total !== null,
    isTold(tables.closed) && closed.total !== null,
  ];
  return signals.map((each, i) => ({
    code: each.code,
    raised: each.raised === 0 || (tellsRaised && raised.counts[i] !== null) ? each.raised : null,
    closed: each.closed === 0 || (tellsClosed && closed.rowTotals[i] !== null) ? each.closed : null,
    right: each.right === 0 || (tellsClosed && closed.cells[i]?.[0] !== null) ? each.right : null,
  }));
}
