import fc from 'fast-check';
import { asOf, consentItems, profiles } from '#tests/factories/feature.ts';
import type { Scope } from '~/domain/feature/scope.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';

const everyItem = [...profiles.keys()];
const day = (min: number, max: number): fc.Arbitrary<Day> =>
  fc.integer({ min, max }).map((ago) => addDays(asOf, -ago));

/** What an evaluation may see: some items supplied at different times, with or without a consent and its span. */
export const arbitraryScope: fc.Arbitrary<Scope> = fc
  .record({
    on: day(-400, 400),
    supplied: fc.array(fc.integer({ min: -1, max: 600 }), {
      minLength: everyItem.length,
      maxLength: everyItem.length,
    }),
    consent: fc.option(
      fc.record({
        items: fc.subarray(consentItems).map((items) => new Set(items)),
        dataFrom: fc.option(day(200, 1_500), { freq: 2 }),
        dataTo: fc.option(day(0, 200), { freq: 2 }),
      }),
      { freq: 3 },
    ),
  })
  .map(({ on, supplied, consent }) => ({
    asOf: on,
    supplies: new Map(
      everyItem.flatMap((item, i): [string, Day][] => {
        const ago = supplied[i] as number;
        return ago < 0 ? [] : [[item, addDays(on, -Math.floor(ago / 3))]];
      }),
    ),
    consent,
  }));
