import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '~/domain/kernel/day.ts';
import type { FactId } from '~/domain/kernel/id.ts';
import { curedAlerts, intakeOf, type KnownAlert, raisingSignals } from './dedup.ts';
import { type Hit, moreSevere, type Signal, severities } from './signal.ts';

const today = day('2026-11-23');
const hit = (over: Partial<Hit>): Hit => ({
  signal: 'tax-arrears',
  version: 1,
  severity: 'orange',
  groupKey: 'loan/tax-arrears',
  factIds: ['a' as FactId],
  figures: {},
  ...over,
});
const alert = (over: Partial<KnownAlert>): KnownAlert => ({
  id: 'known',
  groupKey: 'loan/tax-arrears',
  signalVersion: 1,
  severity: 'orange',
  state: 'open',
  factIds: ['a'],
  since: null,
  closedOn: null,
  ...over,
});
const closed = (over: Partial<KnownAlert> = {}) =>
  alert({ state: 'closed', closedOn: day('2026-11-10'), ...over });
const decide = (h: Partial<Hit>, ...known: KnownAlert[]) => {
  const { hit: _, ...rest } = intakeOf(hit(h), known, today, 30);
  return rest;
};
const fresh = { factIds: ['b' as FactId] };
const raised = { decision: 'raise', escalates: null };

describe('what becomes of a hit', () => {
  test.each([
    ['the first of its group is raised', {}, [], raised],
    ['another group does not matter', {}, [alert({ groupKey: 'loan/other' })], raised],
    ['the same facts are nothing new', {}, [alert({})], { decision: 'nothing-new', because: 'known' }],
    ['a new fact joins the live case', fresh, [alert({})], { decision: 'merge', into: 'known' }],
    [
      'an answered case is still live',
      fresh,
      [alert({ state: 'answered' })],
      { decision: 'merge', into: 'known' },
    ],
    [
      'a lower severity joins too',
      { ...fresh, severity: 'yellow' },
      [alert({})],
      { decision: 'merge', into: 'known' },
    ],
    [
      'a higher severity breaks the group',
      { severity: 'red' },
      [alert({})],
      { decision: 'raise', escalates: 'known' },
    ],
    [
      'a case closed lately stays closed on the same facts',
      {},
      [closed()],
      { decision: 'nothing-new', because: 'known' },
    ],
    ['a new fact opens a new case', fresh, [closed()], raised],
    ['so does a higher severity', { severity: 'red' }, [closed()], raised],
    ['and the end of the window', {}, [closed({ closedOn: day('2026-10-23') })], raised],
  ] as const)('%s', (_, over, known, decision) => {
    expect(decide(over, ...known)).toEqual(decision);
  });

  test('a second overdue after a cured one is news although no record is involved', () => {
    const overdue = { factIds: [], figures: { since: '2026-11-20' } };
    expect(decide(overdue, closed({ factIds: [], since: '2026-10-20' }))).toEqual(raised);
    expect(decide(overdue, closed({ factIds: [], since: '2026-11-20' }))).toMatchObject({
      decision: 'nothing-new',
    });
  });
});

test('whatever was raised before, a severity above all live ones is always raised', () => {
  const known = fc.record({
    id: fc.uuid(),
    severity: fc.constantFrom(...severities),
    state: fc.constantFrom('open' as const, 'answered' as const, 'closed' as const),
    factIds: fc.subarray(['a', 'b', 'c']),
  });
  fc.assert(
    fc.property(fc.array(known, { maxLength: 6 }), fc.constantFrom(...severities), (list, severity) => {
      const alerts = list.map((a) => alert({ ...a, closedOn: a.state === 'closed' ? today : null }));
      const outcome = intakeOf(hit({ severity }), alerts, today, 30);
      if (alerts.every((a) => moreSevere(severity, a.severity))) expect(outcome.decision).toBe('raise');
      if (outcome.decision === 'merge') {
        const into = alerts.find((a) => a.id === outcome.into);
        expect(into?.state).not.toBe('closed');
        expect(into && !moreSevere(severity, into.severity)).toBe(true);
      }
    }),
  );
});

test('live alerts whose signal went silent are cured', () => {
  const other = alert({ id: 'other', groupKey: 'loan/utility-fall' });
  expect(curedAlerts([alert({}), other, closed({ id: 'old', groupKey: 'x' })], [hit({})])).toEqual([other]);
});

test('what a later version does not find is cured only once the version that raised it is silent, too', () => {
  const [first, third] = [alert({}), alert({ id: 'third', signalVersion: 3 })];
  const versions = [1, 2, 3].map((version) => ({ code: 'tax-arrears', version })) as unknown as Signal[];
  const inForce = versions.slice(2);
  expect(raisingSignals(versions, [first, third, closed({ signalVersion: 2 })], inForce)).toEqual([
    versions[0],
  ]);
  expect(curedAlerts([first], [], [hit({ version: 1 })])).toEqual([]);
  expect(curedAlerts([first], [], [hit({ version: 2 })])).toEqual([first]);
  expect(curedAlerts([first], [hit({ version: 3 })], [])).toEqual([]);
});

test('over any history of hits and closings every severity that was found has been told', () => {
  const step = fc.record({
    severity: fc.constantFrom(...severities),
    facts: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
    closes: fc.boolean(),
    days: fc.nat(100),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), fc.integer({ min: 1, max: 365 }), (steps, windowDays) => {
      let asOf = today;
      const known: KnownAlert[] = [];
      for (const [at, { severity, facts, closes, days }] of steps.entries()) {
        asOf = addDays(asOf, days);
        const found = hit({ severity, factIds: facts as FactId[] });
        const outcome = intakeOf(found, known, asOf, windowDays);
        if (outcome.decision === 'raise') known.push(alert({ id: `${at}`, severity, factIds: facts }));
        if (outcome.decision === 'merge') {
          const into = known.findIndex(({ id }) => id === outcome.into);
          known[into] = { ...(known[into] as KnownAlert), factIds: facts };
        }
        const stands = known.filter(
          ({ state, closedOn }) => state !== 'closed' || (closedOn as Day) >= addDays(asOf, -windowDays),
        );
        expect(stands.some((a) => !moreSevere(severity, a.severity))).toBe(true);
        if (closes)
          known.forEach((a, i) => {
            known[i] = { ...a, state: 'closed', closedOn: a.closedOn ?? asOf };
          });
      }
    }),
  );
});
