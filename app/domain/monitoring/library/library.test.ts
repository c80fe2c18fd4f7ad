import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Day, day } from '~/domain/kernel/day.ts';
import type { Signal, SignalBody } from '../signal.ts';
import type { SignalExample } from '../signal-example.ts';
import { checkSignalPublish, contentHash } from './check-publish.ts';
import { readSignal, withEdits, writeSignal } from './editor.ts';
import { signalBody, signalExamples } from './signal-schema.ts';
import { diffSignals, type SignalVersion } from './signal-version.ts';

const gate = { leastDays: 28, recentMonths: 3 };

const signals: (Signal & { examples: SignalExample[] })[] = JSON.parse(
  readFileSync(new URL('../../../../prisma/seed/policy/signals.json', import.meta.url), 'utf8'),
);
const signalOf = (code: string) => {
  const found = signals.find((signal) => signal.code === code);
  if (!found) throw new Error(code);
  return found as unknown as SignalVersion;
};
const formOf = ({ body, examples }: Pick<SignalVersion, 'body' | 'examples'>) => ({
  ...writeSignal(body, examples),
  'body/rule/kind': body.rule?.kind ?? '',
});
const wrongIn = (code: string, change: object) =>
  readSignal({ ...formOf(signalOf(code)), ...change }).problems.map(({ name, message }) => [name, message]);

test.each(signals)('what ships of $code has the shape that is published', ({ body, examples }) => {
  expect(signalBody.safeParse(body).error?.issues ?? []).toEqual([]);
  expect(signalExamples.safeParse(examples).error?.issues ?? []).toEqual([]);
});

test.each(signals)('$code comes back from its form as it went in', ({ body, examples }) => {
  const read = readSignal(formOf({ body, examples }));
  expect(read.problems).toEqual([]);
  expect(withEdits(body, read.body)).toEqual(body);
  expect(read.examples).toEqual(examples);
});

describe('the editor says what is wrong at its field', () => {
  test('a graver severity with a lower threshold', () => {
    expect(wrongIn('loan-overdue', { 'body/rule/ladder/3/dpd': '20' })).toEqual([
      ['body/rule/ladder', 'monitoring.ladder-order'],
    ]);
  });
  test('the same severity twice', () => {
    expect(wrongIn('loan-overdue', { 'body/rule/ladder/3/severity': 'orange' })).toContainEqual([
      'body/rule/ladder',
      'monitoring.severity-twice',
    ]);
  });
  test('a longer deadline for red, no number, an empty rung', () => {
    expect(wrongIn('tax-fall', { 'body/deadlineWorkingDays/red': '8' })).toEqual([
      ['body/deadlineWorkingDays/red', 'monitoring.deadline-order'],
    ]);
    expect(wrongIn('tax-fall', { 'body/rule/ladder/1/fallPpm': 'x' })).toEqual([
      ['body/rule/ladder/1/fallPpm', 'form.percent'],
    ]);
    const bare = { 'body/rule/ladder/1/count': '', 'body/rule/ladder/1/sharePpm': '' };
    expect(wrongIn('litigation', bare)).toContainEqual(['body/rule/ladder', 'monitoring.rung-empty']);
  });
  test('one that is switched off without a reason', () => {
    expect(wrongIn('tax-fall', { 'body/active': '' })).toEqual([
      ['body/because', 'monitoring.because-missing'],
    ]);
  });
});

test('one that is switched off keeps its rule and can be switched on again', () => {
  const { body, examples } = signalOf('tax-fall');
  const off = readSignal({
    ...formOf({ body, examples }),
    'body/active': '',
    'body/because': 'under-review',
  });
  const changed = signalBody.parse(withEdits(body, off.body));
  expect(changed).toMatchObject({ active: false, because: 'under-review', rule: body.rule });
  const on = readSignal({ ...formOf({ body: changed, examples }), 'body/active': 'yes' });
  expect(signalBody.parse(withEdits(changed, on.body))).toEqual(body);
});

describe('publishing', () => {
  const today = day('2026-11-28');
  const signal = { ...signalOf('tax-fall'), version: 2, validFrom: today } as SignalVersion;
  const tested = [contentHash(signal.code, signal.body)];
  const check = (change: Partial<SignalVersion>, asked: object = {}, by = 'second') => {
    const given = {
      state: 'draft' as const,
      draftedBy: 'first',
      signal: { ...signal, ...change },
      tested,
      gate,
      ...asked,
    };
    const checked = checkSignalPublish(given, by, today);
    return checked.ok ? 'published' : checked.refusal.code;
  };
  const tighter = { ...signal.body, deadlineWorkingDays: { yellow: 9, orange: 5, red: 2 } } as SignalBody;

  test('takes another person, a day to come, examples that hold and a back-test of exactly this', () => {
    expect(check({})).toBe('published');
    expect(check({}, {}, 'first')).toBe('policy.own-draft');
    expect(check({}, { state: 'published' })).toBe('policy.decided-already');
    expect(check({ validFrom: '2026-11-27' as Day })).toBe('monitoring.starts-in-past');
    expect(check({ examples: signal.examples.map((each) => ({ ...each, expect: 'red' as const })) })).toBe(
      'policy.examples-fail',
    );
    expect(check({ examples: signal.examples.filter((each) => each.expect === null) })).toBe(
      'monitoring.example-missing',
    );
    expect(check({ body: tighter })).toBe('monitoring.backtest-missing');
    expect(check({}, { tested: [] })).toBe('monitoring.backtest-missing');
  });

  test('the content is the same whatever the order of its keys', () => {
    const turned = Object.fromEntries(Object.entries(signal.body).reverse()) as unknown as SignalBody;
    expect(contentHash('tax-fall', turned)).toBe(tested[0]);
    expect(contentHash('tax-late-filing', signal.body)).not.toBe(tested[0]);
  });

  test('differences are named figure by figure', () => {
    expect(diffSignals(signal, { ...signal, body: tighter })).toEqual([
      { path: 'body.deadlineWorkingDays.yellow', before: '10', after: '9' },
    ]);
  });
});

test('a signal is published untried only where no loan was ever watched, and the person says so', () => {
  const signal = { ...signalOf('tax-arrears'), validFrom: day('2026-11-28') };
  const asked = { state: 'draft', draftedBy: 'maker', signal, tested: [], gate } as const;
  const refusal = (more: { hasHistory: boolean; saysNoHistory: boolean }) => {
    const checked = checkSignalPublish({ ...asked, ...more }, 'checker', day('2026-11-28'));
    return checked.ok ? null : checked.refusal.code;
  };
  expect(refusal({ hasHistory: true, saysNoHistory: true })).toBe('monitoring.backtest-missing');
  expect(refusal({ hasHistory: false, saysNoHistory: false })).toBe('monitoring.no-history');
  expect(refusal({ hasHistory: false, saysNoHistory: true })).toBeNull();
});
