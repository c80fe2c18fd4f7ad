import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Scheme } from '~/domain/policy/scheme.ts';
import { figuresOf } from '~/domain/policy/scheme-diff.ts';
import { locales } from '~/text/define.ts';
import { fieldWords, wordPath } from './policy-field.ts';
import { describeScheme } from './policy-plain.ts';

const folder = new URL('../../prisma/seed/policy/schemes/', import.meta.url);
const schemes: Scheme[] = readdirSync(folder).map((name) =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
);
const names = { region: (code: string) => code, scheme: (code: string) => code };

describe.each(schemes)('$code $version', (scheme) => {
  test.each(locales)('is told in %s', (locale) => {
    const paragraphs = describeScheme(scheme, locale, names);
    expect(paragraphs.length).toBeGreaterThan(2);
    for (const { term, lines } of paragraphs) {
      expect(term).not.toBe('');
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.join()).not.toMatch(/undefined|NaN|\[object/);
      if (locale === 'en') expect(lines.join()).not.toMatch(/\p{Script=Han}/u);
    }
  });

  test('every figure has a name', () => {
    for (const { path } of figuresOf(scheme).filter((leaf) => !leaf.path.startsWith('examples.')))
      for (const step of path.split('.').filter((each) => !/^\d+$/.test(each)))
        expect(fieldWords, `${path}: ${step}`).toHaveProperty([step]);
  });
});

test('Guangzhou says its bands, ceiling, caps and fuse', () => {
  const guangzhou = schemes.find((s) => s.code === 'guangzhou-compensation');
  if (!guangzhou) throw new Error('Guangzhou is shipped');
  const told = describeScheme(guangzhou, 'zh-CN', names).flatMap((p) => p.lines);
  expect(told).toContain('不超过 500万元：40%。');
  expect(told).toContain('合计不超过 50%。');
  expect(told).toContain('每年不超过 15亿元。');
  expect(told).toContain('其中担保模式每年不超过 5,000万元。');
});

test('a place in a list is named by its number', () => {
  expect(wordPath('body.bands.2.sharePpm', 'zh-CN')).toBe('金额分档 2 · 比例（百万分之）');
  expect(wordPath('body.bands.2.sharePpm', 'en')).toBe('Bands 2 · Share (ppm)');
});
