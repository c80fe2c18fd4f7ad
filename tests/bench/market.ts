import { addDays, day } from '~/domain/kernel/day.ts';
import { wan } from '~/domain/kernel/money.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import type { Atom, Rule } from '~/domain/product/predicate.ts';
import { type LadderGrade, sizeClasses, type Title } from '~/domain/product/vocabulary.ts';

/** Numbers from 0 up to 1, the same at every run (SplitMix-like mixing of a counter). */
export function openDraws(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

const today = day('2026-11-27');
const cities = Array.from({ length: 31 }, (_, i) => `${3301 + i}00`);
const industries = Array.from({ length: 97 }, (_, i) => String(1000 + i * 10));
const whole = (draw: () => number, below: number): number => Math.floor(draw() * below);
const heavy = (draw: () => number, scale: number): number => Math.floor(scale * (1 / (1 - draw()) - 1));

/** Counts of bad and good facts, as in perf.md 1c: most firms have none or few of the bad ones. */
const counts = {
  'tax-arrears': (draw: () => number) => (draw() < 0.7 ? 0 : 1 + whole(draw, 4)),
  judgments: (draw: () => number) => (draw() < 0.75 ? 0 : 1 + whole(draw, 5)),
  'late-bills': (draw: () => number) => whole(draw, 13),
  'all-bad-facts': (draw: () => number) => whole(draw, 25),
  'insured-months': (draw: () => number) => whole(draw, 13),
  'yearly-tax-fen': (draw: () => number) => heavy(draw, 5_000_000),
  'capital-fen': (draw: () => number) => heavy(draw, 100_000_000),
} as const;
type Count = keyof typeof counts;

/** The firm of a number: the same whenever it is asked for, so that 300,000 need not be held. One value in twenty is unknown. */
export function firmAt(at: number): Applicant {
  const draw = openDraws(at * 7919);
  const maybe = <T>(value: T): T | null => (draw() < 0.05 ? null : value);
  const features = new Map<string, number>();
  for (const [code, of] of Object.entries(counts)) {
    const value = of(draw);
    if (draw() >= 0.05) features.set(code, value);
  }
  const code = maybe(industries[whole(draw, 97)] ?? null);
  return {
    today,
    firm: {
      active: true,
      kind: draw() < 0.8 ? 'company' : 'sole-trader',
      regionCode: maybe(cities[whole(draw, 31)] ?? null),
      industrySection: code === null ? null : 'C',
      industryCode: code,
      size: maybe(sizeClasses[Math.min(3, heavy(draw, 1))] ?? null),
      establishedOn: addDays(today, -whole(draw, 9000)),
      figures: { employees: whole(draw, 300), revenue: maybe(heavy(draw, 500_000_000)), assets: null },
    },
    score: { scope: 'full', grade: maybe<LadderGrade>('B'), milliPoints: 300_000 + whole(draw, 650_000) },
    hasConsented: true,
    features,
    closedFeatures: new Set(),
    titles: new Set<Title>(draw() < 0.3 ? ['high-tech'] : []),
    hasBorrowed: draw() < 0.4,
    need: { amountFen: wan(100), termMonths: 12, purpose: 'working-capital', collateral: [] },
  };
}

export type Workload = 'usual' | 'sparse';

/**
 * Conditions shaped as in perf.md 1c: seven or so in a row, three products in ten with an "or", three thresholds in ten
 * unrounded; about 6 % of the pairs match. The sparse workload asks for what hardly any firm has.
 */
export function rulesOf(products: number, workload: Workload): Rule[] {
  const draw = openDraws(workload === 'usual' ? 7 : 11);
  const sorted = quantiles();
  return Array.from({ length: products }, () => ruleOf(draw, sorted, workload));
}

const asked = ['points', 'revenue', ...Object.keys(counts)] as const;

/** Values at every twentieth of each numeric attribute, from a sample of firms. */
function quantiles(): ReadonlyMap<string, readonly number[]> {
  const sample = Array.from({ length: 4_000 }, (_, i) => firmAt(i * 71));
  const read = (firm: Applicant, name: string) =>
    name === 'points'
      ? firm.score?.milliPoints
      : name === 'revenue'
        ? firm.firm.figures.revenue
        : firm.features.get(name);
  return new Map(
    asked.map((name) => {
      const values = sample.flatMap((firm) => read(firm, name) ?? []).sort((a, b) => a - b);
      return [name, Array.from({ length: 20 }, (_, q) => values[Math.floor((q * values.length) / 20)] ?? 0)];
    }),
  );
}

function ruleOf(
  draw: () => number,
  sorted: ReadonlyMap<string, readonly number[]>,
  workload: Workload,
): Rule {
  const threshold = (name: string, low: number, high: number): number => {
    const value = sorted.get(name)?.[low + whole(draw, high - low)] ?? 0;
    return draw() < 0.3 ? Math.round(value * (0.8 + 0.4 * draw())) : value;
  };
  const feature = (code: Count, bounds: { atLeast?: number; atMost?: number }): Atom => ({
    kind: 'feature',
    code,
    ...bounds,
  });
  const pick = (from: readonly string[], most: number) =>
    [
      ...new Set(Array.from({ length: 1 + whole(draw, most) }, () => from[whole(draw, from.length)] ?? '')),
    ].sort();
  const rules: Rule[] = [];
  const sometimes = (share: number, make: () => Rule) => {
    if (draw() < share) rules.push(make());
  };
  sometimes(0.7, () => ({ kind: 'region', in: pick(cities, 10).map((code) => code.slice(0, 4)) }));
  sometimes(0.5, () => ({ kind: 'not', rule: { kind: 'industry', in: pick(industries, 20) } }));
  sometimes(0.6, () => ({ kind: 'size', in: sizeClasses.slice(0, 1 + whole(draw, 4)) }));
  sometimes(0.9, () => ({ kind: 'age', atLeast: [6, 12, 24, 36, 60][whole(draw, 5)] ?? 6 }));
  rules.push({
    kind: 'points',
    atLeast: threshold('points', workload === 'usual' ? 0 : 17, workload === 'usual' ? 12 : 20),
  });
  sometimes(0.8, () => feature('tax-arrears', { atMost: whole(draw, 2) }));
  sometimes(0.7, () => feature('judgments', { atMost: whole(draw, 3) }));
  sometimes(0.5, () => feature('yearly-tax-fen', { atLeast: threshold('yearly-tax-fen', 0, 12) }));
  sometimes(0.5, () => ({ kind: 'figure', of: 'revenue', atLeast: threshold('revenue', 0, 12) }));
  sometimes(0.3, () => feature('insured-months', { atLeast: threshold('insured-months', 0, 10) }));
  sometimes(0.4, () => feature('all-bad-facts', { atMost: threshold('all-bad-facts', 8, 20) }));
  sometimes(0.2, () => feature('late-bills', { atMost: threshold('late-bills', 8, 20) }));
  sometimes(0.3, () => ({
    kind: 'any',
    rules: [
      { kind: 'title', anyOf: ['high-tech', 'little-giant'] },
      feature('capital-fen', { atLeast: threshold('capital-fen', 8, 18) }),
    ],
  }));
  if (workload === 'sparse')
    rules.push(feature('all-bad-facts', { atMost: 0 }), feature('late-bills', { atMost: 0 }));
  return { kind: 'all', rules };
}
