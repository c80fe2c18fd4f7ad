import { expect, test } from 'vitest';
import { locales } from '~/text/define.ts';
import { metricText } from '~/text/metric.ts';
import { metrics, recordsOf } from './metric.ts';

const words: Readonly<Record<string, { readonly [locale: string]: unknown }>> = metricText;

test('every figure has one entry with name, definition, formula, unit, source, owner and version', () => {
  expect(new Set(metrics.map(({ code }) => code)).size).toBe(metrics.length);
  for (const { code, unit, source, version } of metrics) {
    expect(source.length).toBeGreaterThan(0);
    expect(version).toBeGreaterThan(0);
    for (const key of [
      `metric.${code}`,
      `metric.${code}.means`,
      `metric.${code}.formula`,
      `metric.unit.${unit}`,
    ])
      for (const locale of locales) expect(words[key]?.[locale], `${key} ${locale}`).toBeTruthy();
  }
});

test('records are opened by those who work with firms, a regulator opens what is public only', () => {
  expect(recordsOf('funded.red', 'risk-operator')).toBe('/operator/funded?severity=red');
  expect(recordsOf('funded.red', 'data-operator')).toBeNull();
  expect(recordsOf('quality.npl', 'officer')).toBe('/bank/quality?part=loans&end=non-performing');
  const open = metrics.filter(({ code }) => recordsOf(code, 'regulator') !== null).map(({ code }) => code);
  expect(open).toEqual(['province.products']);
});
