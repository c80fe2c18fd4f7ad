import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryFacts } from '#tests/factories/arbitrary-fact.ts';
import { aFact, arbitraryInput, card, featuresOf } from '#tests/factories/feature.ts';
import { pmmlOutputs } from '#tests/factories/pmml.ts';
import { featureCodes } from '~/domain/feature/definitions.ts';
import { day } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { cardFeatures } from '../card.ts';
import { scoreFirm } from '../score.ts';
import { exportRulePmml } from './export-rule-pmml.ts';
import { checkRuleGolden, ruleGolden } from './golden.ts';
import { scoreValues } from './score-values.ts';
import { openRule, ruleText, type SealedRule, sealRule } from './sealed-rule.ts';

const seal = { signature: 'c2lnbmF0dXJl', keyId: 'k', publicKey: 'p' };
const sealed = sealRule(card, () => seal);
const body = (): SealedRule => JSON.parse(ruleText(sealed));
const open = (from: unknown, holds = true) => openRule(from, () => holds, featureCodes);

test('values alone score as the facts behind them do', () => {
  const registered = aFact('registration.profile', { occurredOn: day('2015-05-01'), category: 'active' });
  fc.assert(
    fc.property(arbitraryFacts(), (facts) => {
      const features = featuresOf([registered, ...facts]);
      const sheet = scoreFirm(card, features);
      const said = scoreValues(
        card,
        features.map(({ value }) => value),
      );
      const { milliPoints, grade, coveragePpm } = sheet;
      expect(said).toMatchObject({ milliPoints, grade, coveragePpm, veto: sheet.veto?.code ?? null });
      expect(said.used).toEqual(sheet.lines.map(({ bin }) => bin));
    }),
    { numRuns: 40 },
  );
});

test('the exported scorecard says what the card says, for whatever is known', () => {
  const pmml = pmmlOutputs(exportRulePmml(card));
  const order = cardFeatures(card);
  fc.assert(
    fc.property(arbitraryInput(card), (input) => {
      const { milliPoints, grade, coveragePpm, veto } = scoreValues(card, input);
      const out = pmml(Object.fromEntries(order.map((code, k) => [code, input[k] ?? null])));
      expect(out).toMatchObject({
        milli_points: milliPoints,
        grade,
        coverage_ppm: coveragePpm,
        veto: veto ?? 'none',
      });
    }),
    { numRuns: 40 },
  );
});

test('golden vectors walk over every bin, every veto and too little known', () => {
  const golden = ruleGolden(card);
  const used = golden.map(({ input }) => scoreValues(card, input).used);
  card.dimensions
    .flatMap(({ indicators }) => indicators)
    .forEach(({ feature, bins }, at) => {
      const found = new Set(used.map((each) => each[at]));
      expect([feature, found.size]).toEqual([feature, bins.length + 1]);
    });
  const vetoes = new Set(golden.map(({ input }) => scoreValues(card, input).veto));
  for (const { code } of card.vetoes) expect(vetoes).toContain(code);
  expect(golden.some(({ milliPoints }) => milliPoints === null)).toBe(true);
});

test('a file opens to the card that was sealed', () => {
  expect(insist(open(body())).card).toEqual(card);
  expect(insist(checkRuleGolden(card, sealed.golden))).toEqual(card);
});

const first = sealed.golden[0] as SealedRule['golden'][number];
test.each([
  ['no card', () => ({ card: { kind: 'rule' } }), true, 'card.not-a-card'],
  ['a changed bound', () => ({ ...body(), card: { ...card, coverageFloorPpm: 1 } }), true, 'card.hash-wrong'],
  ['a changed vector', () => ({ ...body(), golden: [{ ...first, grade: 'A+' }] }), true, 'card.hash-wrong'],
  ['a signature that does not hold', body, false, 'card.signature-wrong'],
  ['sums that do not tie', () => sealRule({ ...card, neutralPpm: 1 }, () => seal), true, 'score.card-faulty'],
])('%s is refused', (_, make, holds, code) => {
  expect(open(make(), holds)).toMatchObject({ ok: false, refusal: { code } });
});

test.each([
  ['points', { milliPoints: (first.milliPoints ?? 0) + 1 }],
  ['grade', { grade: 'insufficient' as const }],
  ['coverage', { coveragePpm: first.coveragePpm + 1 }],
  ['length', { input: first.input.slice(1) }],
])('a golden vector of another %s fails', (_, change) => {
  expect(checkRuleGolden(card, [first, { ...first, ...change }])).toMatchObject({
    refusal: { code: 'card.golden-failed', vector: 2 },
  });
});
