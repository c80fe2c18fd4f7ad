import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicantWith } from '#tests/factories/applicant.ts';
import { arbitraryApplicant, arbitraryRule } from '#tests/factories/arbitrary-rule.ts';
import { productWith } from '#tests/factories/product.ts';
import { day } from '~/domain/kernel/day.ts';
import type { ProductId } from '~/domain/kernel/id.ts';
import { fen, wan } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';
import { matchShelf, reasonsFor, shelfOf } from '~/domain/match/match.ts';
import { openingsOf, type Step } from '~/domain/match/openings.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import { effortOf } from '~/domain/product/effort.ts';
import { explain } from '~/domain/product/explain.ts';
import { all, any } from '~/domain/product/predicate.ts';
import type { Wish } from '~/domain/product/price.ts';
import { conditionsOfProduct } from '~/domain/product/product.ts';

const market = {
  lpr: { oneYear: percent('3'), fiveYear: percent('3.5') },
  subsidised: null,
  decisionDays: new Map(),
};
const wish: Wish = { ...applicantWith().need, method: null };

describe('a bakery of nineteen months that has consented to nothing', () => {
  const applicant = applicantWith({
    firm: { establishedOn: day('2025-04-03') },
    closedFeatures: new Set(['tax-paid-12m']),
  });
  const shelf = [
    productWith({ code: 'open-to-all', rateRule: { kind: 'fixed', ppm: 48_000 } }),
    productWith({ code: 'cheaper', rateRule: { kind: 'fixed', ppm: 36_500 } }),
    productWith({ code: 'tax', eligibility: { kind: 'feature', code: 'tax-paid-12m', atLeast: 1_000_000 } }),
    productWith({ code: 'consenting', eligibility: { kind: 'consent' } }),
    productWith({ code: 'two-years', eligibility: all({ kind: 'age', atLeast: 24 }) }),
    productWith({ code: 'small', maxFen: wan(50) }),
    productWith({ code: 'pledged', collateral: ['real-estate'] }),
    productWith({ code: 'exporters', eligibility: { kind: 'industry', in: ['F'] } }),
    productWith({ code: 'enquire', rateRule: { kind: 'unpublished' } }),
  ];
  const matches = matchShelf(shelfOf(shelf), wish, applicant, market);

  it('sees every product once, in the published order', () => {
    expect(matches.map((m) => [m.productId, m.verdict])).toEqual([
      ['cheaper', 'pass'],
      ['open-to-all', 'pass'],
      ['enquire', 'pass'],
      ['tax', 'unknown'],
      ['consenting', 'fail'],
      ['pledged', 'fail'],
      ['small', 'fail'],
      ['two-years', 'fail'],
      ['exporters', 'fail'],
    ]);
  });

  it('sees no price for an amount that a product does not offer', () => {
    const priced = matches.filter((match) => match.price !== null).map((match) => match.productId);
    expect(priced).toContain('pledged');
    expect(priced).not.toContain('small');
  });

  it('is told what would open more: each step alone, tried on the real rules', () => {
    expect(openingsOf(shelfOf(shelf), applicant)).toEqual([
      { step: { kind: 'consent' }, opens: ['consenting'], settles: ['tax'] },
      { step: { kind: 'amount', toFen: String(wan(50)) }, opens: ['small'], settles: [] },
      { step: { kind: 'pledge', collateral: 'real-estate' }, opens: ['pledged'], settles: [] },
      { step: { kind: 'wait', until: '2027-04-03', days: 131 }, opens: ['two-years'], settles: [] },
    ]);
  });

  it('is not told to take a step that another condition still blocks', () => {
    const blocked = [
      productWith({ code: 'blocked', maxFen: wan(50), eligibility: { kind: 'industry', in: ['F'] } }),
    ];
    expect(openingsOf(shelfOf(blocked), applicant)).toEqual([]);
  });
});

it('states the size of the firm when only that is missing', () => {
  const applicant = applicantWith({ firm: { size: null }, hasConsented: true });
  const shelf = [productWith({ code: 'small-firms', eligibility: { kind: 'size', in: ['micro', 'small'] } })];
  expect(openingsOf(shelfOf(shelf), applicant)).toEqual([
    { step: { kind: 'declare' }, opens: [], settles: ['small-firms'] },
  ]);
});

it('counts a condition of several ways once', () => {
  const rule = any({ kind: 'industry', in: ['F'] }, { kind: 'region', in: ['11'] });
  const product = productWith({ eligibility: rule });
  const [match] = matchShelf(shelfOf([product]), wish, applicantWith(), market);
  // the collateral that the terms imply, and the two ways as one condition
  expect(reasonsFor(product, applicantWith()).map((c) => c.verdict)).toEqual(['pass', 'fail']);
  expect(match?.failing).toBe(1);
});

/** The firm after a step, as it would be read then. */
function after(step: Step, firm: Applicant): Applicant {
  const { need } = firm;
  if (step.kind === 'consent') return { ...firm, hasConsented: true };
  if (step.kind === 'amount') return { ...firm, need: { ...need, amountFen: fen(BigInt(step.toFen)) } };
  if (step.kind === 'term') return { ...firm, need: { ...need, termMonths: step.toMonths } };
  if (step.kind === 'pledge')
    return { ...firm, need: { ...need, collateral: [...need.collateral, step.collateral] } };
  return step.kind === 'wait' ? { ...firm, today: step.until } : firm;
}

it('says of every product what its explanation says, and of every step what explanations would then say', () => {
  fc.assert(
    fc.property(fc.array(arbitraryRule, { maxLength: 20 }), arbitraryApplicant, (rules, anyone) => {
      const termMonths = Math.max(1, anyone.need.termMonths);
      const firm = { ...anyone, need: { ...anyone.need, termMonths } };
      const products = rules.map((eligibility, at) => productWith({ code: `p${at}`, eligibility }));
      const explained = (applicant: Applicant) =>
        new Map(products.map((product) => [product.id, explain(conditionsOfProduct(product), applicant)]));
      const now = explained(firm);
      for (const match of matchShelf(shelfOf(products), { ...firm.need, method: null }, firm, market)) {
        const own = now.get(match.productId);
        expect([match.verdict, match.effort]).toEqual([own?.verdict, own && effortOf(own)]);
      }
      for (const { step, opens } of openingsOf(shelfOf(products), firm)) {
        const then = explained(after(step, firm));
        const failed = (id: ProductId, at: typeof now) => at.get(id)?.verdict === 'fail';
        const expected = products.filter(({ id }) => failed(id, now) && !failed(id, then));
        expect(opens).toEqual(expected.map(({ id }) => id));
      }
    }),
    { numRuns: 200 },
  );
});
