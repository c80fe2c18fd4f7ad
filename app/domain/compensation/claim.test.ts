import { expect, test } from 'vitest';
import handlingFile from '#prisma/seed/policy/claim-handling.json' with { type: 'json' };
import { claimStates, isClosed, isQueued, nextState } from './claim.ts';
import { claimHandling } from './claim-handling.ts';
import { checklist, dutiesShown, missingIn, type Proof, provenCauses } from './evidence.ts';

test.each([
  ['waiting', 'hold', 'held'],
  ['held', 'propose', 'proposed'],
  ['proposed', 'pay', 'paid'],
  ['proposed', 'pay-part', 'waiting'],
  ['held', 'lose-hold', 'waiting'],
  ['returned', 'complete', 'waiting'],
  ['paid', 'propose', 'proposed'],
  ['waiting', 'pay', null],
  ['paid', 'withdraw', null],
  ['proposed', 'withdraw', null],
  ['refused', 'propose', null],
] as const)('from %s the step %s leads to %s', (from, step, to) => {
  const moved = nextState(from, step);
  expect(moved.ok ? moved.value : null).toBe(to);
});

test('no closed claim is in the queue', () => {
  expect(claimStates.filter((state) => isClosed(state) && isQueued(state))).toEqual([]);
});

const handling = claimHandling.parse(handlingFile.body);
const proof = (code: string): Proof => ({
  code,
  source: 'document',
  reference: '1',
  on: '2026-01-01' as Proof['on'],
});

test('the checklist asks for the common proofs once and for those of each cause', () => {
  const list = checklist(['market', 'wilful-default'], [proof('court-filing')], handling);
  expect(list.map((item) => item.code)).toEqual([...new Set(list.map((item) => item.code))]);
  expect(missingIn(list)).toContain('evasion-determination');
  expect(missingIn(list)).not.toContain('court-filing');
  expect(missingIn(checklist(['market'], [], handling))).not.toContain('evasion-determination');
});

test('a determination on file proves its cause; a duty is shown by one of its proofs', () => {
  expect(provenCauses(['wilful-default'], [proof('evasion-determination')])).toEqual([
    { cause: 'wilful-default', determinations: ['evasion-determination'] },
  ]);
  const duties = dutiesShown(handling, [proof('collection-record')]);
  expect(duties.filter((duty) => duty.done).length).toBeGreaterThan(0);
  expect(duties.some((duty) => !duty.done)).toBe(true);
});
