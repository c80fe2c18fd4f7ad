import type { Scheme } from '~/domain/policy/scheme.ts';

/** One figure of a version: its path and its value as text; `null` where there is none. */
export type Leaf = { readonly path: string; readonly value: string };

export type Difference = {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
};

const plain = [
  'nameZh',
  'nameEn',
  'legalBasis',
  'legalBasisEn',
  'jurisdiction',
  'validFrom',
  'validTo',
] as const;

/** Every figure of a value with its path, in reading order. */
export function leavesOf(value: unknown, path: string): Leaf[] {
  if (Array.isArray(value)) {
    const simple = value.every((each) => typeof each !== 'object' || each === null);
    if (simple) return [{ path, value: value.length === 0 ? '[]' : value.map(String).join(', ') }];
    return value.flatMap((each, at) => leavesOf(each, `${path}.${at + 1}`));
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, each]) => leavesOf(each, path ? `${path}.${key}` : key));
  return [{ path, value: String(value) }];
}

/** The title of an example as a step of a path. */
export const exampleStep = (title: string): string => title.replaceAll('.', '．');

/** An example goes by its title, so that one in the middle can go without moving the others. */
const exampleLeaves = (scheme: Scheme): Leaf[] =>
  scheme.examples.flatMap(({ zh, given, expect }) =>
    leavesOf({ given, expect }, `examples.${exampleStep(zh)}`),
  );

/** Every figure of a version in reading order. */
export const figuresOf = (scheme: Scheme): Leaf[] => [
  ...plain.map((key) => ({ path: key as string, value: String(scheme[key]) })),
  ...leavesOf(scheme.body, 'body'),
  { path: 'unverified', value: [...scheme.unverified].sort().join(', ') },
  ...exampleLeaves(scheme),
];

/** What is another between two versions, line by line: changed, gone, or new. */
export const diffSchemes = (before: Scheme, after: Scheme): Difference[] =>
  diffLeaves(figuresOf(before), figuresOf(after));

/** The same of any figures. */
export function diffLeaves(old: readonly Leaf[], now: readonly Leaf[]): Difference[] {
  const oldBy = new Map(old.map((leaf) => [leaf.path, leaf.value]));
  const nowBy = new Map(now.map((leaf) => [leaf.path, leaf.value]));
  const changed = now.flatMap(({ path, value }) =>
    oldBy.get(path) === value ? [] : [{ path, before: oldBy.get(path) ?? null, after: value }],
  );
  const gone = old.flatMap(({ path, value }) =>
    nowBy.has(path) ? [] : [{ path, before: value, after: null }],
  );
  return [...changed, ...gone];
}
