import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import policy from '#prisma/seed/policy/restatement.json' with { type: 'json' };
import cardFile from '#prisma/seed/score/card-2026.1.json' with { type: 'json' };
import { deadlineOf } from '~/domain/application/clock.ts';
import { declineReasonCodes } from '~/domain/application/decline-reason.ts';
import { isWorkingDay } from '~/domain/institution/working-days.ts';
import { addDays, day } from '~/domain/kernel/day.ts';
import { cardFeatures, cardSchema } from '~/domain/score/card.ts';
import { scoreLines } from '~/domain/score/score.ts';
import { diffSheets, moveOf } from '~/domain/score/sheet-diff.ts';
import { decisionLastDay } from './decision-clock.ts';
import { citesItem, effectOf, falls, type RestatementRules } from './restatement.ts';

const rules = policy.body as unknown as RestatementRules;
const today = day('2026-11-27');
const sheet = (milliPoints: number | null, grade: string) => ({ milliPoints, grade });

describe('when a restated score takes effect', () => {
  test('a fall after the days of its notice, a rise at once, no change not at all', () => {
    expect(effectOf(sheet(700_000, 'B'), sheet(650_000, 'C'), false, today, rules)).toEqual({
      state: 'announced',
      effectiveOn: '2026-12-04',
    });
    expect(effectOf(sheet(650_000, 'C'), sheet(700_000, 'B'), false, today, rules).state).toBe('effective');
    expect(effectOf(sheet(650_000, 'C'), sheet(650_000, 'C'), true, today, rules).state).toBe('unchanged');
  });
  test('a veto at the same points is a fall; points that become unknown are not', () => {
    expect(falls(sheet(700_000, 'B'), sheet(700_000, 'D'))).toBe(true);
    expect(falls(sheet(700_000, 'B'), sheet(null, 'insufficient'))).toBe(false);
    expect(falls(null, sheet(1, 'D'))).toBe(false);
  });
});

test('a decline is looked at again when one of its reasons cites the item', () => {
  expect(citesItem(rules, ['negative-record'], 'penalty.decision')).toBe(true);
  expect(citesItem(rules, ['short-history', 'term-unsuitable'], 'penalty.decision')).toBe(false);
  expect(
    Object.keys(rules.citedBy).filter((reason) => !(declineReasonCodes as string[]).includes(reason)),
  ).toEqual([]);
});

const card = cardSchema.parse(cardFile);
const values = fc.array(fc.option(fc.integer({ min: -10, max: 2_000_000 }), { nil: null }), {
  minLength: cardFeatures(card).length,
  maxLength: cardFeatures(card).length,
});
const total = (of: readonly (number | null)[]) =>
  scoreLines(
    card,
    of.map((value) => ({ value, gap: null })),
  ).reduce((sum, line) => sum + line.points, 0);

test('the lines of a diff add up to the difference of the scores, and equal sheets have none', () => {
  fc.assert(
    fc.property(values, values, (a, b) => {
      const diff = diffSheets({ card, values: a }, { card, values: b });
      expect(diff.reduce((sum, line) => sum + moveOf(line), 0)).toBe(total(b) - total(a));
      expect(diffSheets({ card, values: a }, { card, values: a })).toEqual([]);
    }),
  );
});

describe('the clock of a decision', () => {
  const anyDay = fc.integer({ min: 0, max: 500 }).map((n) => addDays(day('2025-06-01'), n));
  const spans = fc.array(
    fc.record({ start: fc.integer({ min: -5, max: 40 }), length: fc.integer({ min: 0, max: 15 }) }),
    { maxLength: 4 },
  );
  const disputesFrom = (from: ReturnType<typeof day>, of: readonly { start: number; length: number }[]) =>
    of.map(({ start, length }) => ({ from: addDays(from, start), to: addDays(from, start + length) }));

  test('stands still on disputed days alone, in whatever order the disputes come', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 20 }), spans, (from, n, of) => {
        const disputes = disputesFrom(from, of);
        const last = decisionLastDay(from, n, disputes);
        expect(decisionLastDay(from, n, [...disputes].reverse())).toBe(last);
        let counted = 0;
        for (let d = addDays(from, 1); d <= last; d = addDays(d, 1))
          if (isWorkingDay(d) && !disputes.some((x) => x.from <= d && d <= x.to)) counted += 1;
        expect(counted).toBe(n);
        expect(last >= decisionLastDay(from, n, [])).toBe(true);
      }),
    );
  });

  test('agrees with the clock that stops once, for one pause', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 20 }),
        fc.nat(15),
        fc.nat(10),
        (from, n, start, length) => {
          const pause = { from: addDays(from, start + 1), to: addDays(from, start + 1 + length) };
          if (pause.from > deadlineOf(from, n).lastDay) return;
          expect(decisionLastDay(from, n, [pause])).toBe(deadlineOf(from, n, pause).lastDay);
        },
      ),
    );
  });
});
