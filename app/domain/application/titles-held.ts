import type { Standing, Version } from '~/domain/application/as-of.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { type Title, titles } from '~/domain/product/vocabulary.ts';

type Said = Version & {
  readonly item: string;
  readonly category: string | null;
  readonly occurredOn: string | null;
  readonly endedOn: string | null;
};

/**
 * The titles that a firm was known to hold on a day, by how its records stood then. What a record said that is kept back
 * from the reader counts for no title: neither a condition nor its verdict may tell of it.
 */
export const titlesHeld = (
  standings: ReadonlyMap<string, Standing<Said>>,
  keptBack: ReadonlySet<string>,
  on: Day,
): Set<Title> =>
  new Set(
    [...standings].flatMap(
      ([
        key,
        {
          state,
          row: { item, category, occurredOn, endedOn },
        },
      ]) => {
        const holds = (occurredOn === null || occurredOn <= on) && (endedOn === null || endedOn > on);
        const isTold = item === 'honour.title' && state === 'live' && !keptBack.has(key);
        return isTold && holds && isTitle(category) ? [category] : [];
      },
    ),
  );

const isTitle = (category: string | null): category is Title =>
  (titles as readonly (string | null)[]).includes(category);
