import type { Characteristic, Holds, StatisticalCard } from '~/domain/score/statistical/card.ts';
import { withGolden } from '~/domain/score/statistical/golden.ts';
import type { BinnedColumn } from './bin-column.ts';
import type { Calibration } from './choose-strength.ts';
import type { Coded } from './code-column.ts';
import type { Model } from './fit-card.ts';
import type { Column } from './frame.ts';
import type { Gap, Main, Pair } from './parts.ts';
import type { Strength } from './rule.ts';

/** The scaling every card begins with: 600 points at 20 goods to a bad, 50 points double the odds. */
export const scaling = { baseScoreMilli: 600_000, baseOdds: 20, pdoMilli: 50_000, rate: 2 } as const;

export type CompileInput = {
  readonly model: Model;
  readonly columns: readonly Column[];
  readonly coded: readonly Coded[];
  readonly calibration: Calibration;
  readonly strength: Strength;
  readonly head: Pick<StatisticalCard, 'version' | 'label' | 'trained'>;
};

/**
 * The card of a fitted model: log-odds scaled (score = A − B·ln(odds bad), B = pdo ÷ ln rate, A = base score − B·ln base
 * odds), calibrated and rounded to milli-points bin by bin; features that no part uses are left out.
 */
export function compileModel(input: CompileInput): StatisticalCard {
  const { model, columns, calibration, strength, head } = input;
  const used = [
    ...new Set(model.parts.flatMap((part) => (part.kind === 'pair' ? part.columns : [part.column]))),
  ];
  used.sort((a, b) => a - b);
  const places = new Map(used.map((column, place) => [column, place]));
  const unit = scaling.pdoMilli / Math.log(scaling.rate);
  const pointsOf = (logOdds: number) => Math.round(-unit * calibration.slope * logOdds) || 0;
  const intercept = calibration.offset + calibration.slope * (model.beta[model.parts.length] as number);
  const base = scaling.baseScoreMilli - unit * (Math.log(scaling.baseOdds) + intercept);
  const context: Context = { ...input, places, pointsOf };
  return withGolden({
    kind: 'statistical',
    ...head,
    convention: 'ln(good share / bad share)',
    strength: {
      penaltyMilli: Math.round(strength.penalty * 1000),
      smoothing: strength.smoothing,
      ridgeMilli: Math.round(strength.ridge * 1000),
      minRows: strength.minRows,
    },
    scaling: { ...scaling },
    calibration: {
      slopePpm: Math.round(calibration.slope * 1e6),
      offsetPpm: Math.round(calibration.offset * 1e6),
    },
    features: used.map((column) => featureOf(columns[column] as Column)),
    baseMilliPoints: Math.round(base),
    characteristics: [...used.flatMap((column) => binsOf(column, context)), ...pairsOf(context)],
  });
}

type Context = CompileInput & {
  readonly places: ReadonlyMap<number, number>;
  /** Milli-points of a part of ln(odds bad). */
  readonly pointsOf: (logOdds: number) => number;
};

function featureOf(column: Column): StatisticalCard['features'][number] {
  const { name } = column;
  if (column.kind === 'category') return { kind: 'category', name };
  if (!column.ratio) return { kind: 'number', name, factor: column.factor };
  return { kind: 'ratio', name, of: [...column.ratio.of], factors: [...column.ratio.factors] };
}

/** The bins of a column: its values by the coefficient of their weight of evidence, its gaps by their own. */
function binsOf(column: number, { model, coded, columns, places, pointsOf }: Context): Characteristic[] {
  const at = (part: Main | Gap) => model.beta[model.parts.indexOf(part)] as number;
  const main = model.parts.find((part): part is Main => part.kind === 'main' && part.column === column);
  const gaps = model.parts.filter((part): part is Gap => part.kind === 'gap' && part.column === column);
  const binned = main?.binned ?? gaps[0]?.binned;
  if (!binned) return [];
  const slope = main ? at(main) : 0;
  const logOdds = (bin: number) => {
    const gap = gaps.find((each) => each.bin === bin);
    if (gap) return at(gap);
    return binned.apart.includes(bin) ? 0 : -slope * (binned.woe[bin] as number);
  };
  const bins = axisBins(binned, coded[column] as Coded, columns[column] as Column).map((holds, bin) => ({
    holds,
    milliPoints: pointsOf(logOdds(bin)),
    woeNano: nano(binned.woe[bin] as number),
    good: binned.counts[bin]?.good ?? 0,
    bad: binned.counts[bin]?.bad ?? 0,
  }));
  const { iv, trend } = binned;
  const ivPpm = Math.max(0, Math.round(iv * 1e6));
  const feature = places.get(column) as number;
  return [{ kind: 'bins', feature, coefficientNano: nano(slope), ivPpm, trend, bins }];
}

function pairsOf({ model, coded, columns, places, pointsOf }: Context): Characteristic[] {
  return model.parts.flatMap((part, k): Characteristic[] => {
    if (part.kind !== 'pair') return [];
    const axisOf = (side: 0 | 1) => {
      const column = part.columns[side];
      const bins = axisBins(part.binned[side], coded[column] as Coded, columns[column] as Column);
      return { feature: places.get(column) as number, bins };
    };
    const groups = [...part.cells.steps].map((step) => ({
      milliPoints: pointsOf(step * (model.beta[k] as number)),
    }));
    return [
      {
        kind: 'cells',
        axes: [axisOf(0), axisOf(1)],
        gainMilli: Math.round(part.gain * 1000),
        groupOf: rowsOf(part),
        groups,
      },
    ];
  });
}

function rowsOf({ binned, cells }: Pair): number[][] {
  const width = binned[1].woe.length;
  return [...binned[0].woe].map((_, row) => [...cells.groupOf.slice(row * width, (row + 1) * width)]);
}

/** What each bin of a column holds, in the order of the bins. */
function axisBins(binned: BinnedColumn, coded: Coded, column: Column): Holds[] {
  const holds: Holds[] = [{ kind: 'missing' }];
  if (coded.scale.kind === 'number') {
    for (const value of coded.scale.specials) holds.push({ kind: 'special', value });
    const { edges } = coded.scale;
    for (const start of binned.starts)
      holds.push({ kind: 'range', from: start === 0 ? null : (edges[start - 1] as number) });
    return holds;
  }
  const levels = column.kind === 'category' ? column.levels : [];
  for (let bin = coded.base; bin < binned.woe.length; bin++) {
    const isOwn = (_: string, level: number) =>
      binned.binOf[level + coded.base] === bin && !binned.others?.levels.includes(level);
    holds.push({ kind: 'levels', levels: levels.filter(isOwn), others: bin === binned.others?.bin });
  }
  return holds;
}

const nano = (value: number): number => Math.round(value * 1e9) || 0;
