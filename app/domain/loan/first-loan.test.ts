import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '~/domain/kernel/day.ts';
import {
  type FirstLoanEvidence,
  type FirstLoanRules,
  firstLoanEntry,
  firstLoanStatus,
  type Liability,
  liabilities,
  rulesOfScheme,
} from './first-loan.ts';

const rules: FirstLoanRules = { recordDays: 30, counted: ['bank-loan'], sameDay: 'both' };
const disbursedOn = day('2026-08-03');
const clear = (id: string, seenOn = '2026-08-01'): FirstLoanEvidence => ({
  ...{ id, kind: 'clear-record', seenOn: day(seenOn) },
});
const earlier = (id: string, since: string, liability: Liability = 'bank-loan'): FirstLoanEvidence => ({
  ...{ id, kind: 'earlier', liability, since: day(since) },
});
const withdrawal = (id: string, of: string): FirstLoanEvidence => ({ id, kind: 'withdrawal', of });
const statusOf = (evidence: readonly FirstLoanEvidence[], otherLoans: string[] = [], under = rules) =>
  firstLoanStatus({ disbursedOn, evidence, otherLoans: otherLoans.map(day) }, under);

describe('a first loan is decided by dated evidence', () => {
  test.each([
    ['nothing proves it', [], 'unproven', 'no-record'],
    ['a record of the days before', [clear('a')], 'first', 'clear-record'],
    ['a record on the last day that counts', [clear('a', '2026-07-04')], 'first', 'clear-record'],
    ['a record a day too old', [clear('a', '2026-07-03')], 'unproven', 'record-too-old'],
    ['a record of the day itself', [clear('a', '2026-08-03')], 'first', 'clear-record'],
    ['a record read only afterwards', [clear('a', '2026-08-04')], 'unproven', 'no-record'],
    ['a loan that surfaces late', [clear('a'), earlier('b', '2024-05-01')], 'not-first', 'earlier-loan'],
    ['a loan of the day after', [clear('a'), earlier('b', '2026-08-04')], 'first', 'clear-record'],
    ['a credit card', [clear('a'), earlier('b', '2024-05-01', 'credit-card')], 'first', 'clear-record'],
    ['a guarantee given', [clear('a'), earlier('b', '2024-05-01', 'guarantee')], 'first', 'clear-record'],
    [
      'a mistaken entry, withdrawn',
      [clear('a'), earlier('b', '2024-05-01'), withdrawal('c', 'b')],
      'first',
      'clear-record',
    ],
    [
      'a withdrawal withdrawn',
      [clear('a'), earlier('b', '2024-05-01'), withdrawal('c', 'b'), withdrawal('d', 'c')],
      'not-first',
      'earlier-loan',
    ],
  ] as const)('%s', (_, evidence, status, because) => {
    expect(statusOf(evidence)).toMatchObject({ status, because });
  });

  test('another bank’s loan on the platform counts from its drawdown, and of one day both are first', () => {
    expect(statusOf([clear('a')], ['2026-08-02'])).toMatchObject({ because: 'loan-here' });
    expect(statusOf([clear('a')], ['2026-08-03']).status).toBe('first');
    expect(statusOf([clear('a')], ['2026-08-04']).status).toBe('first');
    expect(statusOf([clear('a')], ['2026-08-03'], { ...rules, sameDay: 'neither' }).status).toBe('not-first');
  });

  test('whether a loan of the owner counts is the scheme’s to say', () => {
    const evidence = [clear('a'), earlier('b', '2024-05-01', 'owner-loan')];
    expect(statusOf(evidence).status).toBe('first');
    expect(statusOf(evidence, [], rulesOfScheme(rules, 'counts')).status).toBe('not-first');
    const strict: FirstLoanRules = { ...rules, counted: ['bank-loan', 'owner-loan'] };
    expect(statusOf(evidence, [], strict).status).toBe('not-first');
    expect(statusOf(evidence, [], rulesOfScheme(strict, 'ignored')).status).toBe('first');
    expect(rulesOfScheme(strict, null)).toEqual(strict);
  });
});

/** Random evidence, each piece with the number it came in as its id; a withdrawal names a piece before it. */
const randomEvidence = fc
  .array(
    fc.record({
      kind: fc.constantFrom('clear-record', 'earlier', 'withdrawal'),
      shift: fc.integer({ min: -60, max: 5 }),
      liability: fc.constantFrom(...liabilities),
      of: fc.nat(),
    }),
    { maxLength: 12 },
  )
  .map((pieces) =>
    pieces.map(({ kind, shift, liability, of }, at): FirstLoanEvidence => {
      const on = addDays(disbursedOn, shift);
      if (kind === 'withdrawal' && at > 0) return withdrawal(String(at), String(of % at));
      return kind === 'earlier' ? earlier(String(at), on, liability) : clear(String(at), on);
    }),
  );

test('whatever comes in whatever order, entries are only added, alternate, and end where the evidence does', () => {
  fc.assert(
    fc.property(randomEvidence, fc.infiniteStream(fc.nat()), (evidence, numbers) => {
      const booked: { loans: number }[] = [];
      for (let known = 0; known <= evidence.length; known += 1) {
        const before = JSON.stringify(booked);
        const entry = firstLoanEntry(booked, statusOf(evidence.slice(0, known)));
        if (entry) booked.push({ loans: entry === 'counted' ? 1 : -1 });
        expect(JSON.stringify(booked.slice(0, entry ? -1 : undefined))).toBe(before);
        expect(firstLoanEntry(booked, statusOf(evidence.slice(0, known)))).toBeNull();
      }
      expect(booked.every(({ loans }, at) => loans === (at % 2 === 0 ? 1 : -1))).toBe(true);
      const net = booked.reduce((sum, { loans }) => sum + loans, 0);
      expect(net).toBe(statusOf(evidence).status === 'first' ? 1 : 0);
      const order = evidence.map((piece) => ({ piece, key: numbers.next().value ?? 0 }));
      const shuffled = order.sort((a, b) => a.key - b.key).map(({ piece }) => piece);
      expect(statusOf(shuffled)).toEqual(statusOf(evidence));
    }),
  );
});
