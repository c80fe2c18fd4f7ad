import fc from 'fast-check';
import catalogue from '#prisma/seed/catalogue/items.json' with { type: 'json' };
import { asOf } from '#tests/factories/feature.ts';
import type { FeatureFact } from '~/domain/feature/definition.ts';
import { addDays } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';

const items = catalogue.items.filter((item) => item.subject === 'enterprise');
export const negativeItems = items.filter((item) => item.polarity === 'negative').map((item) => item.code);

/** Never zero: arrears of nothing are no negative record. */
const amount = fc.option(
  fc.bigInt(-1_000_000_000_000n, 1_000_000_000_000n).map((value) => fen(value === 0n ? 1n : value)),
);
const daysAgo = fc.integer({ min: -5, max: 3_000 });

/** Any fact of one of the items, dated or not, ended or not, as ingestion lets it in. */
export const arbitraryFact = (
  codes: readonly string[] = items.map((item) => item.code),
): fc.Arbitrary<FeatureFact> =>
  fc
    .record({
      item: fc.constantFrom(...codes),
      id: fc.uuid(),
      ago: fc.option(daysAgo, { freq: 8 }),
      lasted: fc.option(fc.integer({ min: 1, max: 2_000 })),
      amount,
      quantity: fc.option(fc.integer({ min: 1, max: 40 })),
      category: fc.nat(),
      knownAgo: fc.integer({ min: 0, max: 900 }),
    })
    .map(({ item, id, ago, lasted, amount, quantity, category, knownAgo }) => {
      const occurredOn = ago === null ? null : addDays(asOf, -ago);
      const categories = items.find((i) => i.code === item)?.categories ?? [];
      const chosen = categories.length > 0 ? categories[category % (categories.length + 1)] : undefined;
      const isSigned = item === 'business.monthly-result';
      return {
        id,
        item,
        occurredOn,
        endedOn: occurredOn && lasted ? addDays(occurredOn, lasted) : null,
        amount: amount !== null && amount < 0n && !isSigned ? fen(-amount) : amount,
        quantity,
        category: chosen?.code ?? null,
        knownOn: addDays(asOf, -knownAgo),
      };
    });

export const arbitraryFacts = (codes?: readonly string[]): fc.Arbitrary<FeatureFact[]> =>
  fc.array(arbitraryFact(codes), { maxLength: 40 });
