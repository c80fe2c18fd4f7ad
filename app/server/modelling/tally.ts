import { bandCount, bandOf, type MonthCounts } from '~/domain/modelling/month.ts';
import type { CardReader } from '~/server/modelling/card-reader.ts';
import type { Walked } from '~/server/modelling/walk-sheets.ts';

type Group = { kind: 'region' | 'kind' | 'section'; key: string; firms: number; passed: number };

export type Tally = {
  add(walked: Walked): void;
  counts(): Omit<MonthCounts, 'outcomes' | 'aucPpm' | 'ksPpm'>;
};

const zeros = (n: number): number[] => Array.from({ length: n }, () => 0);

/** Counts sheets by band, by bin and by group: what a month keeps, and no firm. */
export function openTally(reader: CardReader): Tally {
  const scores = zeros(bandCount);
  const bins = reader.characteristics.map(({ bins: n }) => zeros(n));
  const groups = new Map<string, Group>();
  let firms = 0;
  const count = (kind: Group['kind'], key: string | null, passed: boolean) => {
    if (key === null) return;
    const group = groups.get(`${kind} ${key}`) ?? { kind, key, firms: 0, passed: 0 };
    group.firms += 1;
    group.passed += Number(passed);
    groups.set(`${kind} ${key}`, group);
  };
  return {
    add({ sheet, card }) {
      const score = reader.read(sheet, card);
      const { milliPoints, used } = score;
      used.forEach((bin, at) => {
        const own = bins[at];
        if (own && bin < own.length) own[bin] = (own[bin] ?? 0) + 1;
      });
      if (milliPoints === null) return;
      firms += 1;
      const band = bandOf(milliPoints, reader.low, reader.high);
      scores[band] = (scores[band] ?? 0) + 1;
      const passed = reader.passes(score);
      count('region', sheet.region, passed);
      count('kind', sheet.kind, passed);
      count('section', sheet.section, passed);
    },
    counts: () => ({
      firms,
      scores,
      characteristics: reader.characteristics.map(({ code }, at) => ({ code, bins: bins[at] ?? [] })),
      groups: [...groups.values()].sort((a, b) => (a.kind + a.key < b.kind + b.key ? -1 : 1)),
    }),
  };
}
