import type { Entries } from '~/domain/policy/editor/value.ts';

/** The numbers of the rows that stand in a form under a name, in order. */
export function rowNumbers(entries: Entries, name: string): number[] {
  const start = `${name}/`;
  const found = new Set<number>();
  for (const each of Object.keys(entries)) {
    if (!each.startsWith(start)) continue;
    const number = /^(\d{1,4})\//.exec(each.slice(start.length))?.[1];
    if (number) found.add(Number(number));
  }
  return [...found].sort((a, b) => a - b);
}
