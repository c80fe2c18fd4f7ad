import type { StatisticalCard } from '~/domain/score/statistical/card.ts';
import { withGolden } from '~/domain/score/statistical/golden.ts';

type Part = {
  readonly name: string;
  readonly factor?: number;
  /** Where a bin begins, null for the lowest, and its milli-points; an unknown value earns none. */
  readonly ranges: readonly (readonly [from: number | null, milliPoints: number])[];
};

/** A small statistical card of 500,000 milli-points that reads numbers of the platform's features. */
export function statisticalCard(version: string, parts: readonly Part[], aucPpm = 700_000): StatisticalCard {
  const counted = { woeNano: 0, good: 100, bad: 20 };
  return withGolden({
    kind: 'statistical',
    version,
    convention: 'ln(good share / bad share)',
    label: { column: 'bad', bad: '1' },
    trained: { rows: 1_000, bads: 100, aucPpm, ksPpm: 300_000 },
    strength: { penaltyMilli: 1_000, smoothing: 2, ridgeMilli: 500, minRows: 30 },
    scaling: { baseScoreMilli: 600_000, baseOdds: 30, pdoMilli: 40_000, rate: 2 },
    calibration: { slopePpm: 1_000_000, offsetPpm: 0 },
    features: parts.map(({ name, factor = 1 }) => ({ kind: 'number', name, factor })),
    baseMilliPoints: 500_000,
    characteristics: parts.map(({ ranges }, feature) => ({
      kind: 'bins',
      feature,
      coefficientNano: 1_000_000_000,
      ivPpm: 100_000,
      trend: 'rising',
      bins: [
        { holds: { kind: 'missing' }, milliPoints: 0, ...counted },
        ...ranges.map(([from, milliPoints]) => ({
          holds: { kind: 'range' as const, from },
          milliPoints,
          ...counted,
        })),
      ],
    })),
  });
}
