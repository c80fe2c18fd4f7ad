import { describe, expect, it } from 'vitest';
import { readReference } from '#prisma/seed/read-csv.ts';
import { featureDefinition } from '~/domain/feature/definitions.ts';
import { type Atom, atomsOf, type Rule } from '~/domain/product/predicate.ts';
import { ruleSchema } from '~/domain/product/predicate-schema.ts';
import { rateRuleSchema } from '~/domain/product/rate-rule-schema.ts';
import { repaymentMethods } from '~/domain/product/schedule.ts';
import { collaterals, purposes, segments, zones } from '~/domain/product/vocabulary.ts';
import { cardFeatures, cardSchema } from '~/domain/score/card.ts';
import institutions from './institutions.json' with { type: 'json' };
import demo from './products/demo.json' with { type: 'json' };
import examples from './products/examples.json' with { type: 'json' };
import card from './score/card-2026.1.json' with { type: 'json' };

const rows = readReference('loan_products.csv');
const ruleOf = (product: { rules: readonly unknown[] }): Rule => ({
  kind: 'all',
  rules: product.rules.map((rule) => ruleSchema.parse(rule)),
});
const every = [...examples.products, ...demo];
const atoms: Atom[] = every.flatMap((product) => atomsOf(ruleOf(product)));

describe('the shelf that ships', () => {
  it('asks only for features that a score sheet keeps', () => {
    const kept = new Set(cardFeatures(cardSchema.parse(card)));
    const asked = new Set(atoms.flatMap((atom) => (atom.kind === 'feature' ? [atom.code] : [])));
    for (const code of asked) expect(kept.has(featureDefinition(code).code)).toBe(true);
  });

  it('asks only for places and industries that exist', () => {
    const codes = (file: string) => readReference(file).map((row) => row.code ?? '');
    const regions = codes('gbt2260_divisions.csv');
    const industries = codes('gbt4754_2017.csv');
    for (const atom of atoms) {
      if (atom.kind === 'region')
        for (const p of atom.in) expect(regions.some((c) => c.startsWith(p))).toBe(true);
      if (atom.kind === 'industry') for (const p of atom.in) expect(industries).toContain(p);
    }
  });

  it('speaks in the closed lists', () => {
    for (const product of every) {
      expect(segments).toContain(product.segment);
      expect(zones).toEqual(expect.arrayContaining(product.zones));
      expect(collaterals).toEqual(expect.arrayContaining(product.collateral));
      const { methods = [], purposes: uses = [] } = product as { methods?: string[]; purposes?: string[] };
      expect(repaymentMethods).toEqual(expect.arrayContaining(methods));
      expect(purposes).toEqual(expect.arrayContaining(uses));
    }
  });

  it('puts a demo product into every zone, and uses every kind of question', () => {
    expect(new Set(demo.flatMap((p) => p.zones))).toEqual(new Set(zones));
    const asked = new Set(demo.flatMap((p) => atomsOf(ruleOf(p)).map((atom) => atom.kind)));
    // The terms of a product add amount, term, purpose and collateral to its own conditions.
    for (const kind of [
      'firm-kind',
      'region',
      'industry',
      'size',
      'age',
      'figure',
      'grade',
      'points',
      'feature',
      'title',
      'consent',
      'first-loan',
      'ask',
    ])
      expect(asked).toContain(kind);
  });

  it('lets the eight approved banks, and only them, offer a product', () => {
    const banks = institutions.filter((i) => i.kind === 'bank' && !('state' in i)).map((i) => i.code);
    expect(new Set(demo.map((p) => p.bank))).toEqual(new Set(banks));
    for (const product of demo) rateRuleSchema.parse(product.rate);
  });
});

describe('the published examples', () => {
  it('are the fifty of the source, each once', () => {
    expect(examples.products.map((p) => String(p.no))).toEqual(rows.map((row) => row.no));
  });

  it('never promise less than the source says, nor more without a condition', () => {
    for (const product of examples.products) {
      const published = Number(rows.find((row) => row.no === String(product.no))?.max_amount_wan || 0);
      const { maxWan } = product as { maxWan?: number };
      if (maxWan === undefined) continue;
      expect(maxWan).toBeGreaterThan(published);
      expect(atomsOf(ruleOf(product)).some((atom) => atom.kind === 'amount')).toBe(true);
    }
  });
});
