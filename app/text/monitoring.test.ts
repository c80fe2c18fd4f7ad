import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { day } from '~/domain/kernel/day.ts';
import type { Signal } from '~/domain/monitoring/signal.ts';
import { runSignalExample, type SignalExample } from '~/domain/monitoring/signal-example.ts';
import { locales } from '~/text/define.ts';
import { monitoringText, wordSignal, wordSignalAction, wordSignalEvidence } from './monitoring.ts';

type Seeded = Signal & { nameZh: string; nameEn: string; examples: SignalExample[] };
const signals: Seeded[] = JSON.parse(
  readFileSync(new URL('../../prisma/seed/policy/signals.json', import.meta.url), 'utf8'),
);

test.each(signals)('$code is named as the policy data name it, its family too', (signal) => {
  expect(wordSignal(signal.code, 'zh-CN')).toBe(signal.nameZh);
  expect(wordSignal(signal.code, 'en')).toBe(signal.nameEn);
  expect(monitoringText).toHaveProperty([`monitoring.family.${signal.body.family}`]);
  if (!signal.body.active)
    expect(monitoringText).toHaveProperty([`monitoring.inactive.${signal.body.because}`]);
});

describe('what a signal found is told in whole sentences', () => {
  const raising = signals.flatMap((signal) =>
    signal.body.active
      ? signal.examples.filter((e) => e.expect !== null).map((example) => ({ signal, example }))
      : [],
  );
  test.each(raising)('$signal.code: $example.en', ({ signal, example }) => {
    const hit = runSignalExample(signal, example);
    for (const locale of locales) {
      const sentence = wordSignalEvidence(signal.code, hit?.figures ?? {}, locale);
      expect(sentence).toMatch(/[。.]$/);
      expect(sentence).not.toMatch(/undefined|NaN|null/);
      expect(wordSignalAction(signal.code, locale).length).toBeGreaterThan(10);
    }
  });
});

test.each([
  [
    'tax-arrears',
    { count: 1, months: 1, amountFen: '107500', since: day('2026-10-15') },
    '欠税 1 条尚未了结，金额 ¥1,075.00，自 2026年10月15日 起。已持续 1 个月。',
    '1 record of tax arrears open, ¥1,075.00 in all, since 15 October 2026. It has lasted 1 month.',
  ],
  [
    'loan-overdue',
    { dpd: 30, amountFen: '849008' },
    '本笔贷款逾期 30 天，应还未还 ¥8,490.08。',
    'This loan is 30 days past due, ¥8,490.08 unpaid.',
  ],
])('%s', (code, figures, zh, en) => {
  expect(wordSignalEvidence(code, figures, 'zh-CN')).toBe(zh);
  expect(wordSignalEvidence(code, figures, 'en')).toBe(en);
});

test('a signal without a wording is a fault', () => {
  expect(() => wordSignal('unheard-of', 'en')).toThrow(/no wording/);
});
