import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '~/domain/kernel/day.ts';
import { disclosures, type RecordEvent, standingOf, strictest } from './standing.ts';

const base = day('2026-11-02');
const on = (n: number): Day => addDays(base, n);

describe('the strictest pending state governs disclosure', () => {
  test('suspended over flagged over shown, hidden over all', () => {
    expect(strictest([])).toBe('shown');
    expect(strictest(['flagged', 'suspended', 'shown'])).toBe('suspended');
    expect(strictest([...disclosures])).toBe('hidden');
  });
  test('a suspended record that is sealed meanwhile is hidden; brought back it is suspended again', () => {
    const filed: RecordEvent = { kind: 'objection-filed', of: 'a', on: on(0), suspends: true };
    expect(standingOf([filed]).disclosure).toBe('suspended');
    expect(standingOf([filed, { kind: 'sealed', of: 's', on: on(3) }]).disclosure).toBe('hidden');
    const back = standingOf([
      filed,
      { kind: 'sealed', of: 's', on: on(3) },
      { kind: 'restored', of: 's', on: on(5) },
    ]);
    expect(back).toMatchObject({ record: 'live', disclosure: 'suspended', objection: 'pending' });
  });
});

test('a revocation ends objection and repair as moot, and what was disputed ends with it', () => {
  const standing = standingOf([
    { kind: 'repair-filed', of: 'r', on: on(4) },
    { kind: 'revoked', on: on(6) },
    { kind: 'objection-filed', of: 'a', on: on(1), suspends: false },
  ]);
  expect(standing).toEqual({
    record: 'revoked',
    disclosure: 'hidden',
    objection: 'moot',
    repair: 'moot',
    disputes: [{ from: on(1), to: on(6) }],
    sheetDue: true,
  });
});

test('what is filed, taken back and filed again on one day is pending; sealed, restored and sealed again it is sealed', () => {
  const at = on(2);
  const events: RecordEvent[] = [
    { kind: 'objection-filed', of: 'first', on: at, suspends: false },
    { kind: 'objection-ended', of: 'first', on: at },
    { kind: 'objection-filed', of: 'second', on: at, suspends: false },
    { kind: 'repair-filed', of: 'first', on: at },
    { kind: 'repair-ended', of: 'first', on: at },
    { kind: 'repair-filed', of: 'second', on: at },
  ];
  expect(standingOf(events)).toMatchObject({
    disclosure: 'flagged',
    objection: 'pending',
    repair: 'pending',
  });
  const seals: RecordEvent[] = [
    { kind: 'sealed', of: 'one', on: at },
    { kind: 'restored', of: 'one', on: at },
    { kind: 'sealed', of: 'two', on: at },
  ];
  expect(standingOf(seals).record).toBe('sealed');
  expect(standingOf(seals.slice(0, 2)).record).toBe('live');
});

const someCase = fc.record({
  filed: fc.nat(20),
  lasts: fc.option(fc.nat(8), { nil: null }),
  suspends: fc.boolean(),
});

/** The five events of domain.md edge case 15, several objections and repairs, and what may end them, with days of their own. */
const fiveEvents = fc
  .record({
    objections: fc.array(someCase, { maxLength: 3 }),
    repairs: fc.array(someCase, { maxLength: 3 }),
    revoked: fc.option(fc.nat(25), { nil: null }),
    sealed: fc.option(fc.nat(25), { nil: null }),
    expired: fc.option(fc.nat(25), { nil: null }),
  })
  .map((of): { story: typeof of; events: RecordEvent[] } => {
    const events: RecordEvent[] = [];
    for (const [n, { filed, lasts, suspends }] of of.objections.entries()) {
      events.push({ kind: 'objection-filed', of: `o${n}`, on: on(filed), suspends });
      if (lasts !== null) events.push({ kind: 'objection-ended', of: `o${n}`, on: on(filed + lasts) });
    }
    for (const [n, { filed, lasts }] of of.repairs.entries()) {
      events.push({ kind: 'repair-filed', of: `r${n}`, on: on(filed) });
      if (lasts !== null) events.push({ kind: 'repair-ended', of: `r${n}`, on: on(filed + lasts) });
    }
    if (of.revoked !== null) events.push({ kind: 'revoked', on: on(of.revoked) });
    if (of.sealed !== null) events.push({ kind: 'sealed', of: 's', on: on(of.sealed) });
    if (of.expired !== null) events.push({ kind: 'sheet-expired', on: on(of.expired) });
    return { story: of, events };
  });

type Case = { filed: number; lasts: number | null; suspends: boolean };
type Story = {
  objections: Case[];
  repairs: Case[];
  revoked: number | null;
  sealed: number | null;
  expired: number | null;
};

/** One case lived through: what it ends as, and from when until when it was about something. */
function livedCase({ filed, lasts }: Case, revoked: number | null) {
  let stage: 'none' | 'pending' | 'ended' | 'moot' = 'none';
  let span: { from: Day; to: Day | null } | null = null;
  for (let d = 0; d <= 30; d += 1) {
    const isGone = revoked !== null && revoked < d;
    if (d === filed) {
      stage = isGone ? 'moot' : 'pending';
      if (!isGone && revoked !== d) span = { from: on(d), to: null };
    }
    if (lasts !== null && d === filed + lasts && stage === 'pending') {
      stage = 'ended';
      if (span) span.to = on(d);
    }
    if (d === revoked && stage === 'pending') {
      stage = 'moot';
      if (span) span.to = on(d);
    }
  }
  return { stage, span };
}

const bindingOf = (stages: readonly string[]) =>
  ['pending', 'moot', 'ended'].find((stage) => stages.includes(stage)) ?? 'none';

/** The reference: lives through the days one after another, as a clerk with a slip of paper would. */
function livedThrough(of: Story) {
  const objections = of.objections.map((each) => ({ ...each, ...livedCase(each, of.revoked) }));
  const record = of.revoked !== null ? 'revoked' : of.sealed !== null ? 'sealed' : 'live';
  const pending = objections.filter(({ stage }) => stage === 'pending');
  const strict =
    pending.length === 0 ? 'shown' : pending.some(({ suspends }) => suspends) ? 'suspended' : 'flagged';
  return {
    record,
    disclosure: record === 'live' ? strict : 'hidden',
    objection: bindingOf(objections.map(({ stage }) => stage)),
    repair: bindingOf(of.repairs.map((each) => livedCase(each, of.revoked).stage)),
    disputes: objections
      .flatMap(({ span }) => (span ? [span] : []))
      .sort((a, b) => (a.from + (a.to ?? '~') < b.from + (b.to ?? '~') ? -1 : 1)),
    sheetDue: of.expired !== null || record !== 'live',
  };
}

test('any interleaving of the events ends in the state that a day-by-day reference ends in', () => {
  fc.assert(
    fc.property(
      fiveEvents.chain(({ story, events }) =>
        fc.record({
          story: fc.constant(story),
          told: fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
        }),
      ),
      ({ story, told }) => {
        expect(standingOf(told)).toEqual(livedThrough(story));
      },
    ),
    { numRuns: 3000 },
  );
});

test('hearing of an event twice changes nothing', () => {
  fc.assert(
    fc.property(fiveEvents, ({ events }) => {
      expect(standingOf([...events, ...events])).toEqual(standingOf(events));
    }),
  );
});
