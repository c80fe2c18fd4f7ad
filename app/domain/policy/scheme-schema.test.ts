import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkPublish } from './draft.ts';
import { examplesSchema } from './example-schema.ts';
import type { Scheme } from './scheme.ts';
import { diffSchemes } from './scheme-diff.ts';
import { bodySchemas } from './scheme-schema.ts';

const folder = new URL('../../../prisma/seed/policy/schemes/', import.meta.url);
const schemes: Scheme[] = readdirSync(folder).map((name) =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
);
const guangzhou = schemes.find((s) => s.code === 'guangzhou-compensation');
if (guangzhou?.kind !== 'compensation') throw new Error('Guangzhou is shipped');
const withBody = (change: object): Scheme =>
  ({ ...guangzhou, body: { ...guangzhou.body, ...change } }) as Scheme;

describe.each(schemes)('$code $version', (scheme) => {
  test('is read back as it is', () => {
    expect(bodySchemas[scheme.kind].parse(scheme.body)).toEqual(scheme.body);
    expect(examplesSchema.parse(scheme.examples)).toEqual(scheme.examples);
  });

  test.each(Object.keys(scheme.body))('does without its %s no more', (key) => {
    const { [key]: _gone, ...rest } = scheme.body as unknown as Record<string, unknown>;
    const optional = [
      'yearAmountCapWan',
      'paidFirst',
      'excludes',
      'volumeRewardPpm',
      'firstLoanRewardPpm',
      'ownerLoan',
    ];
    expect(bodySchemas[scheme.kind].safeParse(rest).success).toBe(optional.includes(key));
  });

  test('takes no field that no formula knows', () => {
    expect(bodySchemas[scheme.kind].safeParse({ ...scheme.body, surprise: 1 }).success).toBe(false);
  });
});

test.each([
  ['a share above the whole', { ceilingPpm: 1_000_001 }],
  ['half a ppm', { ceilingPpm: 0.5 }],
  [
    'bands out of order',
    { bands: [...(guangzhou.body.form === 'by-size' ? guangzhou.body.bands : [])].reverse() },
  ],
  ['no bands', { bands: [] }],
  ['a form that nobody computes', { form: 'by-mood' }],
])('refused: %s', (_, change) => {
  expect(bodySchemas.compensation.safeParse(withBody(change).body).success).toBe(false);
});

test('funding that does not add up to the whole is refused', () => {
  const services = schemes.find((s) => s.code === 'services-subsidy');
  const funding = [{ payer: 'central', sharePpm: 900_000 }];
  expect(bodySchemas.subsidy.safeParse({ ...services?.body, funding }).success).toBe(false);
});

describe('publishing', () => {
  const draft = { state: 'draft' as const, draftedBy: 'maker', scheme: guangzhou };
  const codeOf = (result: ReturnType<typeof checkPublish>) => (result.ok ? 'published' : result.refusal.code);
  test.each([
    ['by somebody else', draft, 'checker', 'published'],
    ['by its maker', draft, 'maker', 'policy.own-draft'],
    ['twice', { ...draft, state: 'published' as const }, 'checker', 'policy.decided-already'],
    [
      'with a figure that fails its examples',
      { ...draft, scheme: withBody({ ceilingPpm: 450_000 }) },
      'checker',
      'policy.examples-fail',
    ],
  ])('%s', (_, given, who, code) => {
    expect(codeOf(checkPublish(given, who))).toBe(code);
  });
});

test('two versions are told apart figure by figure', () => {
  const next = {
    ...withBody({
      ceilingPpm: 450_000,
      pool: { initialWan: 1, maxWan: null, sources: [], leverage: null, ringFenced: true },
    }),
    nameEn: 'Another name',
    examples: guangzhou.examples.slice(1),
  } as Scheme;
  const told = diffSchemes(guangzhou, next).map((d) => `${d.path}: ${d.before} → ${d.after}`);
  expect(told).toContain('nameEn: Guangzhou inclusive-loan risk compensation 2025–2028 → Another name');
  expect(told).toContain('body.ceilingPpm: 500000 → 450000');
  expect(told).toContain('body.pool: null → null');
  expect(diffSchemes(guangzhou, guangzhou)).toEqual([]);
});
