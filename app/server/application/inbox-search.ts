import { z } from 'zod';
import { type Fen, parseYuan, wan } from '~/domain/kernel/money.ts';
import { type InboxQuery, inboxClocks, inboxStates } from './store-inbox-query.ts';

const place = z
  .string()
  .regex(/^\d{1,15}~[0-9a-f-]{36}$/)
  .transform((text) => ({ value: text.split('~')[0] ?? '', id: text.split('~')[1] ?? '' }))
  .optional();

const typed = z.string().trim().catch('').default('');

/** The address of the inbox. What is typed is kept as it is, right or wrong. */
export const InboxSearch = z.object({
  state: z.enum(inboxStates).catch('open').default('open'),
  sort: z.enum(['due', 'submitted', 'amount']).catch('due').default('due'),
  dir: z.enum(['asc', 'desc']).catch('asc').default('asc'),
  after: place,
  firm: typed,
  maker: typed,
  product: typed,
  branch: typed,
  kind: typed,
  clock: typed,
  least: typed,
  most: typed,
});
export type InboxSearch = z.output<typeof InboxSearch>;

/** The longest part of a name, and the largest amount: one 万亿元. */
const longestName = 60;
const largest = wan(100_000_000);

/**
 * An amount as officers type it: in 万元 unless its own unit stands behind it (`50`, `50万`, `50 万元`, `500,000元`), in digits of
 * either width. Null where it is no amount, below zero or above one 万亿元.
 */
export function amountTyped(text: string): Fen | null {
  const written = text.normalize('NFKC').trim();
  const amount = parseYuan(/[万亿元]$/.test(written) ? written : `${written}万`);
  return amount !== null && amount >= 0n && amount <= largest ? amount : null;
}

/** What each filter may be, of what an address holds. */
const readable = {
  firm: z
    .string()
    .max(longestName)
    .regex(/^[^\0]*$/),
  maker: z.uuid(),
  product: z.uuid(),
  branch: z.union([z.uuid(), z.literal('head-office')]),
  kind: z.enum(['company', 'sole-trader']),
  clock: z.enum(inboxClocks),
  least: z.string().refine((text) => amountTyped(text) !== null),
  most: z.string().refine((text) => amountTyped(text) !== null),
} as const;
export type FilterField = keyof typeof readable;
const filterFields = Object.keys(readable) as readonly FilterField[];

/** The filters that narrow nothing because they cannot be read; a list by them is empty. */
export const wrongFields = (search: Pick<InboxSearch, FilterField>): readonly FilterField[] =>
  filterFields.filter((field) => search[field] !== '' && !readable[field].safeParse(search[field]).success);

export function inboxQueryOf({ state, sort, dir, after, ...search }: InboxSearch): InboxQuery {
  const { firm, maker, product, branch, kind, clock, least, most } = search;
  const order = { state, sort, dir, after: after ?? null };
  if (wrongFields(search).length > 0) return { ...order, none: true };
  return {
    ...order,
    ...{ firm, maker, product, branch, kind, clock: clock === '' ? null : readable.clock.parse(clock) },
    least: least === '' ? null : amountTyped(least),
    most: most === '' ? null : amountTyped(most),
  };
}

/** The filters and the order of a queue as an address has them, without its page; null where one cannot be read. */
export function viewOf(address: string): string | null {
  const { after: _, ...asked } = Object.fromEntries(new URLSearchParams(address));
  const kept = InboxSearch.parse(asked);
  if (wrongFields(kept).length > 0) return null;
  return new URLSearchParams(
    Object.entries(kept).flatMap(([name, text]) => (text ? [[name, String(text)]] : [])),
  ).toString();
}
