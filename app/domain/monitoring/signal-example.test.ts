import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Signal, signalFamilies } from './signal.ts';
import { runSignalExample, type SignalExample } from './signal-example.ts';

const read = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../../prisma/seed/${path}`, import.meta.url), 'utf8'));
const signals: (Signal & { examples: SignalExample[] })[] = read('policy/signals.json');
const catalogue: { code: string; categories: { code: string }[]; subject: string }[] =
  read('catalogue/items.json').items;

describe.each(signals.filter((signal) => signal.body.active))('$code', (signal) => {
  test.each(signal.examples)('$en', (example) => {
    expect(runSignalExample(signal, example)?.severity ?? null).toBe(example.expect);
  });

  test('has an example that raises it', () => {
    expect(signal.examples.some((example) => example.expect !== null)).toBe(true);
  });

  test('looks only at items and categories that the catalogue has, none of them about persons', () => {
    const { body } = signal;
    if (!body.active || body.rule.kind === 'days-past-due') return;
    const items = body.rule.items.map((code) => catalogue.find((item) => item.code === code));
    for (const item of items) expect(item?.subject).toBe('enterprise');
    const known = items.flatMap((item) => item?.categories.map((c) => c.code) ?? []);
    for (const category of body.rule.categories ?? []) expect(known).toContain(category);
  });
});

test('each of the 23 signals of the plan is mapped, every family is used', () => {
  const numbers = new Set(signals.flatMap((signal) => signal.body.planNos));
  expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 23 }, (_, i) => i + 1));
  expect(new Set(signals.map((signal) => signal.body.family))).toEqual(new Set(signalFamilies));
});

test('a signal without a source says why and raises nothing', () => {
  const [inactive] = signals.filter((signal) => !signal.body.active);
  if (!inactive) throw new Error('some signals have no source');
  expect(inactive.body).toHaveProperty('because');
  const facts = [{ item: 'court.dishonesty', on: '2026-11-01' }];
  const example = {
    zh: '',
    en: '',
    asOf: '2026-11-23',
    dpd: 400,
    facts,
    expect: null,
  } as unknown as SignalExample;
  expect(runSignalExample(inactive, example)).toBeNull();
});
