import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleCases } from '#tests/factories/cases.ts';
import { insist } from '~/domain/kernel/result.ts';
import { chooseStrength } from '../training/choose-strength.ts';
import { codeColumn } from '../training/code-column.ts';
import { compileModel, scaling } from '../training/compile-card.ts';
import { marginsOf } from '../training/design.ts';
import { fitCard } from '../training/fit-card.ts';
import { frameOfTable } from '../training/frame-of-table.ts';
import { tableBuilder } from '../training/raw-table.ts';
import { trainingRule } from '../training/rule.ts';
import { trainCard } from '../training/train-card.ts';
import { trainWithRepeats } from '../training/train-with-repeats.ts';
import type { StatisticalCard } from './card.ts';
import { riskAtPpm } from './score.ts';
import { scoreFrame, scoreTable } from './score-table.ts';
import { cardText, openCard, sealCard } from './sealed.ts';

const wishes = { label: 'bad', badValue: '1', id: 'id', exclude: [], category: [], derive: [] };
const table = sampleCases(6000);
const cases = insist(
  frameOfTable(table, { ...wishes, derive: [{ name: 'share', of: ['debt', 'revenue'] }] }),
);
const head = { version: 't', label: { column: 'bad', bad: '1' } };
const plan = { head, split: 'sha10', repeats: 2 } as const;
const trained = insist(trainWithRepeats(cases.frame, plan));
const { card } = trained;

describe('training', () => {
  test('finds what the cases were made of, and the pair', () => {
    expect(trained.test?.auc).toBeGreaterThan(0.74);
    expect(trained.test?.aucMean).toBeGreaterThan(0.74);
    const names = card.features.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['revenue', 'years', 'industry']));
    const pairs = card.characteristics.flatMap((part) =>
      part.kind === 'cells'
        ? [
            part.axes
              .map(({ feature }) => names[feature])
              .sort()
              .join(' '),
          ]
        : [],
    );
    expect(pairs).toContain('export years');
  });

  test('is the same to the last byte for the same rows', () => {
    const again = insist(trainWithRepeats(cases.frame, { ...plan, repeats: 0 })).card;
    expect(cardText(sealCard(again, null))).toBe(cardText(sealCard(card, null)));
  });

  test('publishes no row: golden inputs are edges of bins', () => {
    for (const { input } of card.golden) expect(input).toHaveLength(card.features.length);
    expect(JSON.stringify(card)).not.toContain('firm-');
  });

  test('the level and the slope of the risk hold on rows it never saw', () => {
    const rows = Uint32Array.from(cases.frame.bad.keys());
    const risk = scoreFrame(card, cases.frame, rows).map((points) => riskAtPpm(card, points) / 1e6);
    const said = risk.reduce((a, b) => a + b, 0);
    const seen = cases.frame.bad.reduce((a, b) => a + b, 0);
    expect(said / seen).toBeGreaterThan(0.93);
    expect(said / seen).toBeLessThan(1.07);
  });

  test('answers null where no column ranks', () => {
    const builder = tableBuilder(['bad', 'coin']);
    for (let i = 0; i < 400; i++) builder.add([String(i % 2), String((i >> 1) % 2)]);
    const { frame } = insist(frameOfTable(builder.finish(), { ...wishes, id: null }));
    expect(trainCard(frame, Uint32Array.from(frame.bad.keys()), head)).toBeNull();
  });
});

describe('scoring', () => {
  test('integer milli-points are the float score within the rounding of each part', () => {
    const { frame } = cases;
    const rows = Uint32Array.from(frame.bad.keys());
    const coded = frame.columns.map((column) => codeColumn(column, rows, 60));
    const folds = Uint8Array.from(rows, (row) => row % 5);
    const task = { coded, bad: frame.bad, rows, folds, foldCount: 5 };
    const { strength, calibration } = chooseStrength(task, trainingRule);
    const model = fitCard(task, { ...trainingRule, ...strength });
    const { columns } = frame;
    const whole = { ...head, trained: card.trained };
    const own = compileModel({ model, columns, coded, calibration, strength, head: whole });
    const unit = scaling.pdoMilli / Math.log(scaling.rate);
    const points = scoreFrame(own, frame, rows);
    marginsOf(model.terms, model.beta, rows).forEach((margin, i) => {
      const logOdds = calibration.offset + calibration.slope * margin + Math.log(scaling.baseOdds);
      const exact = scaling.baseScoreMilli - unit * logOdds;
      expect(Math.abs((points[i] as number) - exact)).toBeLessThanOrEqual(
        0.5 * (model.parts.length + 1) + 1e-6,
      );
    });
  });

  test('a table as read scores like the frame it became', () => {
    const rows = Uint32Array.from(cases.frame.bad.keys());
    expect([...insist(scoreTable(card, table, rows))]).toEqual([...scoreFrame(card, cases.frame, rows)]);
    const odds = scoreTable(card, { rows: 0, columns: [] }, rows);
    expect(odds).toMatchObject({ ok: false, refusal: { code: 'card.column-missing' } });
  });

  test('more points are always less risk', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1, max: 100_000 }),
        (points, more) => {
          expect(riskAtPpm(card, points + more)).toBeLessThanOrEqual(riskAtPpm(card, points));
        },
      ),
    );
    expect(riskAtPpm(card, card.scaling.baseScoreMilli)).toBe(Math.round(1e6 / (1 + card.scaling.baseOdds)));
  });
});

describe('the card as a file', () => {
  const unsigned = () => false;
  const body = () => JSON.parse(cardText(sealCard(card, null))) as { card: StatisticalCard; hash: string };

  test('opens as it was written', () => {
    expect(insist(openCard(body(), unsigned))).toEqual(card);
  });

  test.each([
    [
      'card.not-a-card',
      (sealed: ReturnType<typeof body>) => ({ ...sealed, card: { ...sealed.card, scaling: {} } }),
    ],
    [
      'card.hash-wrong',
      (sealed: ReturnType<typeof body>) => ({ ...sealed, card: { ...sealed.card, version: 'x' } }),
    ],
    [
      'card.signature-wrong',
      (sealed: ReturnType<typeof body>) => ({ ...sealed, seal: { signature: '', keyId: '', publicKey: '' } }),
    ],
    [
      'card.golden-failed',
      (sealed: ReturnType<typeof body>) => sealCard({ ...sealed.card, baseMilliPoints: 0 }, null),
    ],
  ])('is refused as %s', (code, change) => {
    expect(openCard(change(body()), unsigned)).toMatchObject({ ok: false, refusal: { code } });
  });
});

describe('reading cases', () => {
  const read = (rows: string[][], more: object = {}) => {
    const builder = tableBuilder(['id', 'bad', 'x']);
    for (const row of rows) builder.add(row);
    return frameOfTable(builder.finish(), { ...wishes, ...more });
  };
  const many = (odd: string) =>
    Array.from({ length: 200 }, (_, i) => [`f${i}`, i % 3 ? '0' : '1.0', i === 100 ? odd : String(i * 1.5)]);

  test('skips rows without an outcome and keeps what is blank missing', () => {
    const { frame, skipped } = insist(
      read([
        ['a', '', '1'],
        ['b', '1', 'NA'],
        ['c', '0', '2'],
        ['d', '0', '3.25'],
      ]),
    );
    expect([skipped, frame.ids]).toEqual([1, ['b', 'c', 'd']]);
    expect(frame.columns).toMatchObject([{ kind: 'number', factor: 100 }]);
    expect([...(frame.columns[0]?.kind === 'number' ? frame.columns[0].values : [])]).toEqual([
      Number.NaN,
      200,
      325,
    ]);
  });

  test.each([
    ['card.unreadable-number', () => read(many('12o'))],
    ['card.column-missing', () => read(many('1'), { label: 'worse' })],
    ['card.column-missing', () => read(many('1'), { exclude: ['y'] })],
    ['card.one-class', () => read(many('1'), { badValue: 'yes' })],
    [
      'card.not-numeric',
      () =>
        read(
          [
            ['a', '1', 'u'],
            ['b', '0', 'v'],
          ],
          { derive: [{ name: 'r', of: ['x', 'x'] }] },
        ),
    ],
    ['card.no-features', () => read(many('1'), { exclude: ['x'] })],
  ])('refuses with %s', (code, attempt) => {
    expect(attempt()).toMatchObject({ ok: false, refusal: { code } });
  });

  test('the odd cell can be taken as a category or left out', () => {
    expect(read(many('12o'), { category: ['x'] }).ok).toBe(true);
  });
});
