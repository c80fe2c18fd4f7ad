import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Figure, toldOf } from '#tests/sum-attack.ts';
import { tiers } from '~/domain/loan/five-tier.ts';
import { verdicts } from '~/domain/monitoring/case.ts';
import {
  type BehindGroup,
  type BehindRow,
  mergeSmall,
  type ReturnBody,
  type ReturnLine,
  sumFigures,
} from './month-return.ts';
import { type FiguresShown, returnShown } from './return-shown.ts';

const severities = ['yellow', 'orange', 'red'] as const;
const signals = ['court-cases', 'arrears', 'tax-late'] as const;
/** A firm with one loan and at most one case of the month: live (null) or closed. */
type Firm = {
  readonly place: number;
  readonly tier: (typeof tiers)[number];
  readonly alert: null | {
    readonly signal: (typeof signals)[number];
    readonly severity: (typeof severities)[number];
    readonly verdict: (typeof verdicts)[number] | null;
  };
};
const count = <T>(all: readonly T[], is: (each: T) => boolean) => all.filter(is).length;
const counts = <K extends string>(keys: readonly K[], n: (key: K) => number) =>
  Object.fromEntries(keys.map((key) => [key, n(key)])) as Record<K, number>;
const codeOf = (place: number) => `640${place}00`;

function lineOf(firms: readonly Firm[], code: string): ReturnLine {
  const own = firms.filter(({ place }) => codeOf(place) === code);
  return {
    ...sumFigures([]),
    ...{ code, name: code, firms: own.length, loans: own.length, balanceFen: String(own.length * 100) },
    tiers: counts(tiers, (tier) => count(own, (firm) => firm.tier === tier)),
    raised: counts(severities, (severity) => count(own, ({ alert }) => alert?.severity === severity)),
    closed: counts(verdicts, (verdict) => count(own, ({ alert }) => alert?.verdict === verdict)),
    live: count(own, ({ alert }) => alert?.verdict === null),
  };
}

function bodyOf(firms: readonly Firm[]): ReturnBody {
  const codes = [...new Set(firms.map(({ place }) => codeOf(place)))];
  const lines = mergeSmall(
    codes.map((code) => lineOf(firms, code)),
    '',
  );
  const rows = new Map<string, BehindRow>();
  const add = (code: string, group: BehindGroup, column: string) => {
    const row = rows.get(`${code} ${group} ${column}`) ?? { code, group, column, firms: 0, once: 0 };
    rows.set(`${code} ${group} ${column}`, { ...row, firms: row.firms + 1, once: row.once + 1 });
  };
  for (const { place, tier, alert } of firms) {
    const code = lines.some((line) => line.code === codeOf(place)) ? codeOf(place) : '';
    add(code, 'tiers', tier);
    if (!alert) continue;
    add(code, 'raised', alert.severity);
    add(alert.signal, 'signal-raised', 'any');
    if (alert.verdict === null) add(code, 'live', 'other');
    else {
      add(code, 'closed', alert.verdict);
      add(alert.signal, 'signal-closed', alert.verdict === 'false-alarm' ? 'wrong' : 'right');
    }
  }
  const alerts = firms.flatMap(({ alert }) => alert ?? []);
  return {
    ...{
      month: '2026-10',
      through: '2026-10-31',
      lines,
      total: sumFigures(lines),
      behind: [...rows.values()],
    },
    signals: signals
      .filter((code) => alerts.some(({ signal }) => signal === code))
      .map((code) => {
        const own = alerts.filter(({ signal }) => signal === code);
        const closed = own.filter(({ verdict }) => verdict !== null);
        const right = count(closed, ({ verdict }) => verdict !== 'false-alarm');
        return { code, raised: own.length, closed: closed.length, right };
      }),
  };
}

/** Each figure of the return under a name, and how they add up: over columns, over lines, and to the sums by signal. */
function pageOf(body: ReturnBody) {
  const shown = returnShown(body);
  const figures = new Map<string, Figure>();
  const sums: string[][] = [];
  const put = (name: string, n: number, told: number | null) =>
    figures.set(name, { n, isHidden: told === null });
  const putAll = (at: string, real: ReturnBody['total'], told: FiguresShown) => {
    put(`${at} firms`, real.firms, told.firms);
    for (const tier of tiers) put(`${at} ${tier}`, real.tiers[tier], told.tiers[tier]);
    for (const key of severities) put(`${at} ${key}`, real.raised[key], told.raised[key]);
    for (const key of verdicts) put(`${at} ${key}`, real.closed[key], told.closed[key]);
    put(`${at} live`, real.live, told.live);
    sums.push([`${at} firms`, ...tiers.map((tier) => `${at} ${tier}`)]);
  };
  putAll('total', body.total, shown.total);
  body.lines.forEach((line, at) => {
    putAll(`line ${at}`, line, shown.lines[at] as FiguresShown);
  });
  for (const column of ['firms', ...tiers, ...severities, ...verdicts, 'live'])
    sums.push([`total ${column}`, ...body.lines.map((_, at) => `line ${at} ${column}`)]);
  body.signals.forEach((signal, at) => {
    for (const key of ['raised', 'closed', 'right'] as const)
      put(`signal ${at} ${key}`, signal[key], shown.signals[at]?.[key] ?? null);
    const wrong = signal.closed - signal.right;
    const isOpen = wrong === 0 || ![shown.signals[at]?.right, shown.signals[at]?.closed].includes(null);
    put(`signal ${at} wrong`, wrong, isOpen ? wrong : null);
    sums.push([`signal ${at} closed`, `signal ${at} right`, `signal ${at} wrong`]);
  });
  const over = (key: string) => body.signals.map((_, at) => `signal ${at} ${key}`);
  const named = (name: string, keys: readonly string[]) => {
    const n = keys.reduce((sum, key) => sum + (figures.get(key)?.n ?? 0), 0);
    figures.set(name, { n, isHidden: true });
    sums.push([name, ...keys]);
  };
  // Sums that stand nowhere, by which the two tables meet.
  const meet = (name: string, a: readonly string[], b: readonly string[]) => {
    if (figures.get(a[0] ?? '') === undefined || b.length === 0) return;
    named(name, a);
    sums.push([name, ...b]);
    if ((figures.get(name)?.n ?? 0) === 0) figures.set(name, { n: 0, isHidden: false });
  };
  meet(
    'all raised',
    severities.map((key) => `total ${key}`),
    over('raised'),
  );
  meet(
    'all right',
    verdicts.filter((key) => key !== 'false-alarm').map((key) => `total ${key}`),
    over('right'),
  );
  meet('all wrong', ['total false-alarm'], over('wrong'));
  return { figures, sums };
}

const many = (n: number, firm: Firm): Firm[] => Array.from({ length: n }, () => firm);
const calm = (place: number): Firm => ({ place, tier: 'normal', alert: null });
const red = { signal: 'arrears', severity: 'red', verdict: null } as const;

describe('a return for who reads statistics only', () => {
  test('one case in a prefecture is kept back, with what it would follow from', () => {
    const firms = [
      ...many(40, calm(1)),
      { ...calm(1), alert: red },
      ...many(30, calm(2)),
      ...many(8, { ...calm(2), alert: red }),
      ...many(9, { ...calm(3), alert: red }),
    ];
    const { lines, total, signals: bySignal } = returnShown(bodyOf(firms));
    expect(lines.map(({ raised }) => raised.red)).toEqual([null, null, 9]);
    expect(lines.map(({ live }) => live)).toEqual([null, null, 9]);
    expect([total.raised.red, total.live, total.firms]).toEqual([18, 18, 88]);
    expect(bySignal).toEqual([{ code: 'arrears', raised: 18, closed: 0, right: 0 }]);
  });

  test('many cases of one firm are one firm', () => {
    const body = bodyOf([...many(40, calm(1)), ...many(30, calm(2))]);
    const raised = { yellow: 0, orange: 0, red: 12 };
    const lines = body.lines.map((line, at) => (at === 0 ? { ...line, raised } : line));
    const row = { code: lines[0]?.code ?? '', group: 'raised', column: 'red', firms: 1, once: 1 } as const;
    const read = returnShown({
      ...body,
      lines,
      total: sumFigures(lines),
      behind: [...(body.behind ?? []), row],
    });
    expect(read.lines[0]?.raised.red).toBeNull();
    expect(read.total.raised.red).toBeNull();
    expect(read.total.loans).toBe(70);
  });

  test('of a return without counted firms classes and cases are kept back', () => {
    const { behind: _, ...body } = bodyOf([...many(40, calm(1)), ...many(30, { ...calm(2), alert: red })]);
    const { total } = returnShown(body);
    expect(total).toMatchObject({ firms: 70, loans: 70, tiers: { normal: null }, raised: { red: null } });
  });

  test('property: whatever the firms, no small figure is shown or follows', () => {
    const alert = fc.record({
      signal: fc.constantFrom(...signals),
      severity: fc.constantFrom(...severities),
      verdict: fc.constantFrom(null, ...verdicts),
    });
    const firm = fc.record({
      place: fc.integer({ min: 1, max: 4 }),
      tier: fc.oneof({ weight: 3, arbitrary: fc.constant(tiers[0]) }, fc.constantFrom(...tiers)),
      alert: fc.option(alert),
    });
    const group = fc
      .tuple(firm, fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 4, max: 30 })))
      .map(([each, n]) => many(n, each));
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 14 }), (groups) => {
        const { figures, sums } = pageOf(bodyOf(groups.flat()));
        expect(toldOf(figures, sums)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
