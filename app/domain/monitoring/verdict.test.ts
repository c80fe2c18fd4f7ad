import { expect, test } from 'vitest';
import { addDays, day, startOf } from '~/domain/kernel/day.ts';
import type { Verdict } from '~/domain/monitoring/case.ts';
import {
  factsOfVerdict,
  type Reversible,
  reverseVerdict,
  type VerdictFacts,
} from '~/domain/monitoring/verdict.ts';

const today = day('2026-11-27');

test.each<[Verdict, VerdictFacts, VerdictFacts | string]>([
  ['explained', {}, 'monitoring.explanation-missing'],
  ['explained', { explanation: '  已核实   ' }, 'monitoring.explanation-missing'],
  [
    'explained',
    { explanation: '税款已于本周缴清，凭证核对无误', wrong: 'threshold' },
    { explanation: '税款已于本周缴清，凭证核对无误' },
  ],
  ['cured', {}, 'monitoring.cured-on-missing'],
  ['cured', { curedOn: addDays(today, 1) }, 'monitoring.cured-on-later'],
  ['cured', { curedOn: today }, { curedOn: today }],
  ['false-alarm', {}, 'monitoring.wrong-missing'],
  ['false-alarm', { wrong: 'wrong-firm' }, { wrong: 'wrong-firm' }],
  ['confirmed', { explanation: '不属于这个结论' }, {}],
])('%s with %o', (verdict, typed, expected) => {
  const facts = factsOfVerdict(verdict, typed, today);
  expect(facts.ok ? facts.value : facts.refusal.code).toEqual(expected);
});

const closed: Reversible = {
  closedAt: startOf(addDays(today, -10)),
  verdict: 'false-alarm',
  by: 'a',
  hasNews: false,
  dueAt: startOf(addDays(today, -1)),
  wasAnswered: false,
};
const unheard = { ...closed, dueAt: startOf(addDays(today, 3)) };
const long = { ...closed, closedAt: startOf(addDays(today, -91)) };

test.each<[string, Reversible, Verdict, string, string | null]>([
  ['a second person', closed, 'confirmed', 'b', null],
  ['the same person', closed, 'confirmed', 'a', 'monitoring.reversal-second-person'],
  ['the same verdict', closed, 'false-alarm', 'b', 'monitoring.reversal-same'],
  ['too late', long, 'confirmed', 'b', 'monitoring.reversal-late'],
  ['late, with news', { ...long, hasNews: true }, 'confirmed', 'b', null],
  ['still live', { ...closed, closedAt: null }, 'confirmed', 'b', 'monitoring.not-closed'],
  ['taken over by a higher case', { ...closed, verdict: null }, 'confirmed', 'b', 'monitoring.not-closed'],
  ['confirmed before the firm could answer', unheard, 'confirmed', 'b', 'monitoring.right-of-reply'],
  ['cured before the firm could answer', unheard, 'cured', 'b', null],
  ['the firm answered before', { ...unheard, wasAnswered: true }, 'confirmed', 'b', null],
  ['what the platform cleared', { ...closed, verdict: 'cured', by: null }, 'confirmed', 'b', null],
])('%s', (_, alert, to, person, code) => {
  const reversed = reverseVerdict(alert, to, { person, now: startOf(today), reversalDays: 90 });
  expect(reversed.ok ? null : reversed.refusal.code).toBe(code);
});
