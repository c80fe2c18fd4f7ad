import { canonicalJson } from '~/domain/kernel/hash.ts';

/** One property that differs between two versions, as canonical JSON; null where it is missing. */
export type ItemDifference = {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** What differs between two versions of an item, property by property in the order of their names. */
export function diffItems(before: object, after: object): ItemDifference[] {
  const [a, b] = [before, after].map((item) => new Map(Object.entries(item)));
  const fields = [...new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])].sort();
  const shown = (value: unknown) =>
    value === undefined || value === null ? null : canonicalJson(value as never);
  return fields
    .map((field) => ({ field, before: shown(a?.get(field)), after: shown(b?.get(field)) }))
    .filter(({ before: was, after: is }) => was !== is);
}
