import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, day, dayAt, startOf } from '~/domain/kernel/day.ts';
import type { FactId } from '~/domain/kernel/id.ts';
import type { Severity } from '~/domain/monitoring/case.ts';
import { isAside, latestSnooze, ownerFor, snoozeCase } from '~/domain/monitoring/case-desk.ts';
import { intakeOf, type KnownAlert, supersededBy } from '~/domain/monitoring/dedup.ts';
import { type Hit, moreSevere, severities } from '~/domain/monitoring/signal.ts';

const handling = { snoozeMostDays: { yellow: 10, orange: 3 } };
const monday = day('2026-11-23');
const noon = (d: Day) => new Date(startOf(d).getTime() + 12 * 3_600_000);
const due = (lastDay: Day) => startOf(addDays(lastDay, 1));

test('a new case goes to the officer of the loan, else to who has the fewest', () => {
  const officers = [
    { id: 'b', live: 2 },
    { id: 'a', live: 2 },
    { id: 'c', live: 7 },
  ];
  const rules = ['loan-officer', 'least-loaded'] as const;
  expect(ownerFor(rules, { loanOfficer: 'c', officers })).toBe('c');
  expect(ownerFor(rules, { loanOfficer: 'left', officers })).toBe('a');
  expect(ownerFor(rules, { loanOfficer: null, officers: [] })).toBeNull();
  expect(ownerFor(['loan-officer'], { loanOfficer: null, officers })).toBeNull();
  expect(ownerFor([], { loanOfficer: 'c', officers })).toBeNull();
});

test.each<[Severity, Day, Day, string | null]>([
  ['yellow', day('2026-12-20'), day('2026-12-03'), null],
  ['yellow', day('2026-12-20'), day('2026-12-04'), 'monitoring.snooze-too-long'],
  ['yellow', day('2026-11-25'), day('2026-11-25'), null],
  ['yellow', day('2026-11-25'), day('2026-11-26'), 'monitoring.snooze-too-long'],
  ['yellow', day('2026-12-20'), monday, 'monitoring.snooze-not-later'],
  ['yellow', monday, day('2026-11-24'), 'monitoring.snooze-never'],
  ['red', day('2026-12-20'), day('2026-11-24'), 'monitoring.snooze-never'],
])('a %s case due by %s is put aside until %s: %s', (severity, lastDay, until, refused) => {
  const outcome = snoozeCase({ state: 'open', severity, dueAt: due(lastDay) }, until, handling, noon(monday));
  expect(outcome.ok ? null : outcome.refusal.code).toBe(refused);
});

test('nothing is put aside once its deadline has passed or it is closed', () => {
  const aside = { state: 'open', dueAt: due(monday), snoozedUntil: day('2027-01-01') } as const;
  expect(isAside(aside, noon(monday))).toBe(true);
  expect(isAside(aside, due(monday))).toBe(false);
  expect(isAside({ ...aside, state: 'closed' }, noon(monday))).toBe(false);
  expect(isAside({ ...aside, snoozedUntil: monday }, noon(monday))).toBe(false);
});

type Held = KnownAlert & { readonly dueAt: Date; readonly snoozedUntil: Day | null };
type Step =
  | { readonly kind: 'hit'; readonly severity: Severity; readonly fact: string }
  | { readonly kind: 'snooze'; readonly days: number }
  | { readonly kind: 'reply' | 'close' | 'cure' | 'night' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('hit' as const),
    severity: fc.constantFrom(...severities),
    fact: fc.constantFrom('f1', 'f2', 'f3'),
  }),
  fc.record({ kind: fc.constant('snooze' as const), days: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ kind: fc.constantFrom('reply' as const, 'close' as const, 'cure' as const, 'night' as const) }),
);

const hitOf = ({ severity, fact }: { severity: Severity; fact: string }): Hit => ({
  ...{ severity, factIds: [fact as FactId], figures: {}, signal: 's', version: 1, groupKey: 'g' },
});

/** What the store does with a decision, over alerts of one matter. */
function afterHit(held: readonly Held[], hit: Hit, today: Day): Held[] {
  const intake = intakeOf(hit, held, today, 180);
  if (intake.decision === 'nothing-new') return [...held];
  if (intake.decision === 'merge')
    return held.map((a) =>
      a.id === intake.into ? { ...a, factIds: [...hit.factIds], snoozedUntil: null } : a,
    );
  const gone = supersededBy(hit, held);
  const taken = held.map((a) =>
    gone.includes(a.id) ? { ...a, state: 'closed' as const, closedOn: today } : a,
  );
  const fresh = { groupKey: 'g', severity: hit.severity, state: 'open', factIds: hit.factIds } as const;
  const rest = {
    signalVersion: hit.version,
    since: null,
    closedOn: null,
    snoozedUntil: null,
    dueAt: due(addDays(today, 5)),
  };
  return [...taken, { id: `a${held.length}`, ...fresh, ...rest }];
}

function after(held: readonly Held[], s: Step, today: Day): Held[] {
  const eachLive = (change: (a: Held) => Held) => held.map((a) => (a.state === 'closed' ? a : change(a)));
  if (s.kind === 'hit') return afterHit(held, hitOf(s), today);
  if (s.kind === 'snooze')
    return eachLive((a) => {
      const put = snoozeCase(a, addDays(today, s.days), handling, noon(today));
      return put.ok ? { ...a, snoozedUntil: put.value } : a;
    });
  if (s.kind === 'reply') return eachLive((a) => ({ ...a, state: 'answered', snoozedUntil: null }));
  if (s.kind === 'night') return [...held];
  return eachLive((a) => ({ ...a, state: 'closed', closedOn: today }));
}

test('whatever was snoozed, merged, answered or closed before, something graver stands open and in sight', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let held: Held[] = [];
      let today = monday;
      for (const s of steps) {
        const before = held;
        held = after(held, s, today);
        if (s.kind === 'night') today = addDays(today, 1);
        const live = held.filter((a) => a.state !== 'closed');
        expect(live.length).toBeLessThanOrEqual(1); // one matter, one clock
        for (const a of live) if (noon(today) >= a.dueAt) expect(isAside(a, noon(today))).toBe(false);
        if (s.kind !== 'hit') continue;
        const known = before.filter((a) => a.state !== 'closed' || a.closedOn !== null);
        if (!known.every((a) => moreSevere(s.severity, a.severity))) continue;
        expect(live).toMatchObject([{ severity: s.severity, snoozedUntil: null }]);
        expect(live.some((a) => isAside(a, noon(today)))).toBe(false);
      }
    }),
  );
});

test('a snooze never reaches past the deadline nor past the most of its severity', () => {
  fc.assert(
    fc.property(fc.constantFrom(...severities), fc.integer({ min: -3, max: 40 }), (severity, daysLeft) => {
      const dueAt = due(addDays(monday, daysLeft));
      const latest = latestSnooze({ severity, dueAt }, handling, noon(monday));
      if (latest === null) return;
      expect(startOf(latest) < dueAt).toBe(true);
      expect(latest <= addDays(monday, severity === 'yellow' ? 10 : 3)).toBe(true);
      expect(dayAt(noon(monday)) < latest).toBe(true);
    }),
  );
});
