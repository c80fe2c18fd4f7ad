import fc from 'fast-check';
import { expect, it } from 'vitest';
import services from '#prisma/seed/policy/schemes/services-subsidy-2026.json' with { type: 'json' };
import { arbitraryApplicant, arbitraryRule } from '#tests/factories/arbitrary-rule.ts';
import { productWith } from '#tests/factories/product.ts';
import { day } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { wan, zeroFen } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';
import { defaultNeed } from '~/domain/match/default-need.ts';
import { matchShelf, shelfOf } from '~/domain/match/match.ts';
import { longestList, openMatcher } from '~/domain/match/match-lists.ts';
import { openTouched } from '~/domain/match/touched.ts';
import type { Borrower } from '~/domain/policy/loan-facts.ts';
import type { SubsidyScheme } from '~/domain/policy/scheme.ts';
import type { Wish } from '~/domain/product/price.ts';
import type { Product } from '~/domain/product/product.ts';

const lpr = { oneYear: percent('3'), fiveYear: percent('3.5') };
const schemes = [services as unknown as SubsidyScheme];

const banks = ['bank-a', 'bank-b', 'bank-c'] as InstitutionId[];
const decisionDays = new Map([
  [banks[0] as InstitutionId, 3],
  [banks[1] as InstitutionId, 1],
]);

const arbitraryProduct = (code: string): fc.Arbitrary<Product> =>
  fc
    .record({
      institutionId: fc.constantFrom(...banks),
      example: fc.boolean(),
      rateRule: fc.oneof(
        fc.constantFrom(30_000, 31_000, 60_000).map((rate) => ({ kind: 'fixed' as const, ppm: rate })),
        fc.constant({ kind: 'unpublished' as const }),
      ),
      methods: fc.constantFrom(['equal-instalment' as const], ['bullet-at-maturity' as const]),
      eligibility: arbitraryRule,
    })
    .map((wish) => productWith({ code, ...wish }));

const codes = Array.from({ length: 14 }, (_, i) => `product-${String(i).padStart(2, '0')}`);
const arbitraryShelf = fc.tuple(...codes.map(arbitraryProduct));
const arbitraryBorrower: fc.Arbitrary<Borrower> = fc.record({
  regionPath: fc.constant(['640000']),
  industryPath: fc.constantFrom(['H', '62', '621'], ['C', '14', '141'], []),
  size: fc.constantFrom('micro' as const, 'undetermined' as const),
  kind: fc.constantFrom('company' as const, 'sole-trader' as const),
  lists: fc.constant([]),
});

const arbitraryWish: fc.Arbitrary<Wish> = fc.oneof(
  fc.constant(defaultNeed),
  fc.record({
    amountFen: fc.constantFrom(wan(20), wan(100), wan(2_000)),
    termMonths: fc.constantFrom(6, 36),
    purpose: fc.constantFrom('equipment' as const, 'working-capital' as const),
    collateral: fc.constantFrom([], ['real-estate' as const]),
    method: fc.constantFrom(null, 'equal-instalment' as const),
  }),
);

it('a changed product leaves the list of every firm that it does not touch as it was', () => {
  fc.assert(
    fc.property(
      fc.tuple(arbitraryProduct(codes[0] as string), arbitraryProduct(codes[0] as string)),
      fc.constantFrom('edited', 'added', 'withdrawn'),
      fc.tuple(...codes.slice(1, 5).map(arbitraryProduct)),
      fc.array(fc.tuple(arbitraryApplicant, arbitraryBorrower, arbitraryWish), {
        minLength: 1,
        maxLength: 4,
      }),
      ([old, next], how, others, firms) => {
        const before = how === 'added' ? null : old;
        const after = how === 'withdrawn' ? null : next;
        const isTouched = openTouched({ before, after });
        const run = { today: day('2026-11-30'), lpr, schemes, decisionDays };
        const [was, is] = [before, after].map((version) =>
          openMatcher({ ...run, products: version ? [...others, version] : others }),
        );
        for (const [anyone, borrower, wish] of firms) {
          const firm = { applicant: { ...anyone, need: wish }, wish, borrower, capUsed: {} };
          if (!isTouched(firm.applicant)) expect(is?.match(firm)).toEqual(was?.match(firm));
        }
      },
    ),
    { numRuns: 150 },
  );
});

it('a batch keeps for each firm the list that its own match page would show', () => {
  fc.assert(
    fc.property(
      arbitraryShelf,
      fc.array(
        fc.tuple(arbitraryApplicant, arbitraryBorrower, fc.constantFrom(zeroFen, wan(980)), arbitraryWish),
        {
          minLength: 1,
          maxLength: 5,
        },
      ),
      (products, firms) => {
        const today = day('2026-11-30');
        const matcher = openMatcher({ products, today, lpr, schemes, decisionDays });
        for (const [anyone, borrower, used, wish] of firms) {
          const applicant = { ...anyone, need: wish };
          const capUsed = { 'services-subsidy': used };
          const kept = matcher.match({ applicant, wish, borrower, capUsed });
          const page = matchShelf(shelfOf(products), wish, applicant, {
            lpr,
            subsidised: { schemes, borrower, capUsed },
            decisionDays,
          });
          const shown = page.filter((match) => match.verdict !== 'fail');
          expect(kept.productIds).toEqual(shown.slice(0, longestList).map((match) => match.productId));
          expect([kept.passed, kept.unknown]).toEqual(
            ['pass', 'unknown'].map((verdict) => page.filter((match) => match.verdict === verdict).length),
          );
        }
      },
    ),
    { numRuns: 60 },
  );
});

it('asks a sheet only for the features that conditions mention, each once', () => {
  const asks = { kind: 'feature', code: 'bids-won-24m', atLeast: 1 } as const;
  const products = [
    productWith({ code: 'a', eligibility: asks }),
    productWith({ code: 'b', eligibility: { kind: 'not', rule: asks } }),
  ];
  const { features } = openMatcher({
    products,
    today: day('2026-11-30'),
    lpr,
    schemes,
    decisionDays,
  });
  expect(features).toEqual(['bids-won-24m']);
});
