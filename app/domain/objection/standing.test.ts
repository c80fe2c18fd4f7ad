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
    const filed: RecordEvent = { kind: 'objection-filed', on: on(0), suspends: true };
    expect(standingOf([filed]).disclosure).toBe('suspended');
    expect(standingOf([filed, { kind: 'sealed', on: on(3) }]).disclosure).toBe('hidden');
    const back = standingOf([filed, { kind: 'sealed', on: on(3) }, { kind: 'restored', on: on(5) }]);
    expect(back).toMatchObject({ record: 'live', disclosure: 'suspended', objection: 'pending' });
  });
});

test('a revocation ends objection and repair as moot, and what was disputed ends with it', () => {
  const standing = standingOf([
    { kind: 'repair-filed', on: on(4) },
    { kind: 'revoked', on: on(6) },
    { kind: 'objection-filed', on: on(1), suspends: false },
  ]);
  expect(standing).toEqual({
    record: 'revoked',
    disclosure: 'hidden',
    objection: 'moot',
    repair: 'moot',
    disputed: { from: on(1), to: on(6) },
    sheetDue: true,
  });
});

/** The five events of domain.md edge case 15 and what may end them, with days of their own. */
const fiveEvents = fc
  .record({
    objection: fc.nat(20),
    suspends: fc.boolean(),
    objectionEnds: fc.option(fc.nat(25), { nil: null }),
    revoked: fc.option(fc.nat(25), { nil: null }),
    repair: fc.nat(20),
    repairEnds: fc.option(fc.nat(25), { nil: null }),
    sealed: fc.option(fc.nat(25), { nil: null }),
    expired: fc.option(fc.nat(25), { nil: null }),
  })
  .map((of): { story: typeof of; events: RecordEvent[] } => {
    const events: RecordEvent[] = [
      { kind: 'objection-filed', on: on(of.objection), suspends: of.suspends },
      { kind: 'repair-filed', on: on(of.repair) },
    ];
    if (of.objectionEnds !== null) events.push({ kind: 'objection-ended', on: on(of.objectionEnds) });
    if (of.repairEnds !== null) events.push({ kind: 'repair-ended', on: on(of.repairEnds) });
    if (of.revoked !== null) events.push({ kind: 'revoked', on: on(of.revoked) });
    if (of.sealed !== null) events.push({ kind: 'sealed', on: on(of.sealed) });
    if (of.expired !== null) events.push({ kind: 'sheet-expired', on: on(of.expired) });
    return { story: of, events };
  });

type Story = {
  objection: number;
  suspends: boolean;
  objectionEnds: number | null;
  revoked: number | null;
  repair: number;
  repairEnds: number | null;
  sealed: number | null;
  expired: number | null;
};

/** The reference: lives through the days one after another, as a clerk with a slip of paper would. */
function livedThrough(of: Story) {
  let [objection, repair] = ['none', 'none'];
  let [isRevoked, isSealed, sheetDue] = [false, false, false];
  let disputed: { from: Day; to: Day | null } | null = null;
  for (let d = 0; d <= 30; d += 1) {
    if (d === of.objection) {
      objection = isRevoked ? 'moot' : 'pending';
      if (!isRevoked && of.revoked !== d) disputed = { from: on(d), to: null };
    }
    if (d === of.repair) repair = isRevoked ? 'moot' : 'pending';
    if (d === of.objectionEnds && objection === 'pending') {
      objection = 'ended';
      if (disputed) disputed.to = on(d);
    }
    if (d === of.repairEnds && repair === 'pending') repair = 'ended';
    if (d === of.sealed) isSealed = true;
    if (d === of.expired) sheetDue = true;
    if (d === of.revoked) {
      isRevoked = true;
      if (objection === 'pending') {
        objection = 'moot';
        if (disputed) disputed.to = on(d);
      }
      if (repair === 'pending') repair = 'moot';
    }
  }
  const record = isRevoked ? 'revoked' : isSealed ? 'sealed' : 'live';
  const pending = objection !== 'pending' ? 'shown' : of.suspends ? 'suspended' : 'flagged';
  return {
    record,
    disclosure: record === 'live' ? pending : 'hidden',
    objection,
    repair,
    disputed,
    sheetDue: sheetDue || record !== 'live',
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
