import fc from 'fast-check';
import { expect, it } from 'vitest';
import services from '#prisma/seed/policy/schemes/services-subsidy-2026.json' with { type: 'json' };
import { arbitraryApplicant, arbitraryRule } from '#tests/factories/arbitrary-rule.ts';
import { productWith } from '#tests/factories/product.ts';
import { day } from '~/domain/kernel/day.ts';
import { wan, zeroFen } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';
import { defaultNeed } from '~/domain/match/default-need.ts';
import { matchShelf } from '~/domain/match/match.ts';
import { longestList, openMatcher } from '~/domain/match/match-lists.ts';
import type { Borrower } from '~/domain/policy/loan-facts.ts';
import type { SubsidyScheme } from '~/domain/policy/scheme.ts';
import type { Product } from '~/domain/product/product.ts';

const lpr = { oneYear: percent('3'), fiveYear: percent('3.5') };
const schemes = [services as unknown as SubsidyScheme];

const arbitraryProduct = (code: string): fc.Arbitrary<Product> =>
  fc
    .record({
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

it('a batch keeps for each firm the list that its own match page would show', () => {
  fc.assert(
    fc.property(
      arbitraryShelf,
      fc.array(fc.tuple(arbitraryApplicant, arbitraryBorrower, fc.constantFrom(zeroFen, wan(980))), {
        minLength: 1,
        maxLength: 5,
      }),
      (products, firms) => {
        const today = day('2026-11-30');
        const matcher = openMatcher({ products, wish: defaultNeed, today, lpr, schemes });
        for (const [anyone, borrower, used] of firms) {
          const applicant = { ...anyone, need: defaultNeed };
          const capUsed = { 'services-subsidy': used };
          const kept = matcher.match({ applicant, borrower, capUsed });
          const page = matchShelf(products, defaultNeed, applicant, {
            lpr,
            subsidised: { schemes, borrower, capUsed },
          });
          const shown = page.filter((match) => match.verdict !== 'fail');
          expect(kept.productIds).toEqual(shown.slice(0, longestList).map((match) => match.productId));
          expect([kept.passed, kept.unknown, kept.failed]).toEqual(
            ['pass', 'unknown', 'fail'].map(
              (verdict) => page.filter((match) => match.verdict === verdict).length,
            ),
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
  const { features } = openMatcher({ products, wish: defaultNeed, today: day('2026-11-30'), lpr, schemes });
  expect(features).toEqual(['bids-won-24m']);
});
