import { Prisma } from '~/server/db/client.ts';

/** The last row of the page before: its place in the list's order, a whole number as text, and its id. */
export type After = { readonly value: string; readonly id: string };

/** How an address writes one: `12~` and the id. */
export const afterPattern = /^-?\d{1,40}~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What an address of that pattern says. */
export function readAfter(text: string): After {
  const [value = '', id = ''] = text.split('~');
  return { value, id };
}

/** The rows behind that one, in an order by a whole number and then by id; all where there is none. */
export const behind = (after: After | null, key: Prisma.Sql, id: Prisma.Sql): Prisma.Sql =>
  after ? Prisma.sql`(${key}, ${id}) > (${after.value}::numeric, ${after.id}::uuid)` : Prisma.sql`true`;

type Keyed = { readonly key: string; readonly id: string };

/** A page of rows of which one more was read than it shows, and what the address of the next one says; null on the last. */
export function cutPage<R extends Keyed>(rows: readonly R[], size: number) {
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  return { shown, next: last ? `${last.key}~${last.id}` : null };
}
