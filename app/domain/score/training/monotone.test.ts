import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleCases } from '#tests/factories/cases.ts';
import { insist } from '~/domain/kernel/result.ts';
import { binColumn, type ColumnRule } from './bin-column.ts';
import { frameOfTable } from './frame-of-table.ts';
import { parseMonotone, writeMonotone } from './monotone.ts';
import { trainWithRepeats } from './train-with-repeats.ts';

test.each([
  ['', []],
  [
    'a+, b-',
    [
      ['a', 'rising'],
      ['b', 'falling'],
    ],
  ],
  ['share of x-', [['share of x', 'falling']]],
] as const)('“%s” is read', (text, expected) => {
  const wish = parseMonotone(text);
  expect([...(wish ?? [])]).toEqual(expected);
  expect(parseMonotone(writeMonotone(wish ?? new Map()))).toEqual(wish);
});

test.each(['a', '+', 'a+,a-', 'a*'])('“%s” is no wish', (text) => {
  expect(parseMonotone(text)).toBeNull();
});

test('weights of a column follow the direction that was asked for, however they are smoothed', () => {
  const counts = fc.array(fc.tuple(fc.nat(300), fc.nat(60)), { minLength: 2, maxLength: 12 });
  const trends = fc.constantFrom('rising' as const, 'falling' as const);
  fc.assert(
    fc.property(
      counts,
      trends,
      fc.constantFrom(0, 2, 30, 60),
      fc.nat(80),
      (cells, trend, smoothing, minRows) => {
        fc.pre(cells.some(([good]) => good > 0) && cells.some(([, bad]) => bad > 0));
        const coded = {
          codes: new Uint8Array(),
          base: 1,
          size: cells.length + 1,
          scale: { kind: 'number', specials: [], edges: cells.map((_, k) => k) },
        };
        const good = Float64Array.from([5, ...cells.map(([g]) => g)]);
        const bad = Float64Array.from([2, ...cells.map(([, b]) => b)]);
        const rule: ColumnRule = { maxBins: 8, minRows, penalty: 0.2, trend, smoothing };
        const { woe } = binColumn(coded as never, { good, bad }, rule);
        const sign = trend === 'rising' ? -1 : 1;
        for (let bin = 2; bin < woe.length; bin++)
          expect(sign * ((woe[bin] as number) - (woe[bin - 1] as number))).toBeGreaterThanOrEqual(-1e-12);
      },
    ),
  );
});

test('the points of a trained card follow what was asked, whatever the data say, and no pair bends them', () => {
  const wishes = { label: 'bad', badValue: '1', id: 'id', exclude: [], category: [], derive: [] };
  const { frame } = insist(frameOfTable(sampleCases(2_000), wishes));
  const head = { version: 'm', label: { column: 'bad', bad: '1' } };
  const asked = { years: 'rising', revenue: 'falling', debt: 'rising' } as const;
  const monotone = new Map(Object.entries(asked));
  const { card } = insist(trainWithRepeats(frame, { head, split: 'none', repeats: 0, monotone }));
  for (const part of card.characteristics) {
    const names = part.kind === 'bins' ? [part.feature] : part.axes.map(({ feature }) => feature);
    const trend = asked[card.features[names[0] as number]?.name as keyof typeof asked];
    if (part.kind === 'cells') {
      for (const at of names) expect(monotone.has(card.features[at]?.name ?? '')).toBe(false);
      continue;
    }
    if (!trend) continue;
    expect(part.trend).toBe(trend);
    const points = part.bins.flatMap((bin) => (bin.holds.kind === 'range' ? [bin.milliPoints] : []));
    points.forEach((own, k) => {
      const rise = own - (points[k - 1] ?? own);
      expect(trend === 'rising' ? -rise : rise).toBeGreaterThanOrEqual(0);
    });
  }
  expect(card.features.map(({ name }) => name)).toContain('revenue');
  const odd = trainWithRepeats(frame, {
    head,
    split: 'none',
    repeats: 0,
    monotone: new Map([['luck', 'rising']]),
  });
  expect(odd).toMatchObject({ refusal: { code: 'card.monotone-unknown', column: 'luck' } });
});
