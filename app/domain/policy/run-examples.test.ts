import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runExamples } from './run-examples.ts';
import type { Scheme } from './scheme.ts';

const folder = new URL('../../../prisma/seed/policy/schemes/', import.meta.url);
const schemes: Scheme[] = readdirSync(folder).map((name) =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
);

describe.each(schemes)('$code version $version', (scheme) => {
  test.each(runExamples(scheme))('$example.en', ({ example, actual }) => {
    expect(actual).toEqual(example.expect);
  });

  test('has examples, a legal basis and dates in order', () => {
    expect(scheme.examples.length).toBeGreaterThan(1);
    expect(scheme.legalBasis).not.toBe('');
    expect(scheme.validTo === null || scheme.validFrom <= scheme.validTo).toBe(true);
  });
});

test('a wrong figure in a version fails its examples', () => {
  const services = schemes.find((s) => s.code === 'services-subsidy' && s.version === 1);
  if (services?.kind !== 'subsidy' || services.body.form !== 'points')
    throw new Error('services subsidy is seeded');
  expect(runExamples(services).every((run) => run.passed)).toBe(true);
  const altered: Scheme = { ...services, body: { ...services.body, pointsPpm: 15_000 } };
  expect(runExamples(altered).some((run) => !run.passed)).toBe(true);
});

test('an example that the version has no rule for does not pass', () => {
  const [first] = schemes;
  const other = schemes.find((s) => s.kind !== first?.kind);
  if (!first || !other) throw new Error('schemes of both kinds are seeded');
  expect(runExamples({ ...first, examples: other.examples } as Scheme).every((run) => !run.passed)).toBe(
    true,
  );
});
