import { z } from 'zod';
import { type Fen, parseYuan, wan } from '~/domain/kernel/money.ts';
import { type InboxQuery, inboxClocks, inboxStates } from './store-inbox-query.ts';

const place = z
  .string()
  .regex(/^\d{1,15}~[0-9a-f-]{36}$/)
  .transform((text) => ({ value: text.split('~')[0] ?? '', id: text.split('~')[1] ?? '' }))
  .optional();

const typed = z.string().trim().catch('').default('');
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).nullable().catch(null).default(null);

/** The address of the inbox. What is typed is kept as it is, right or wrong. */
export const InboxSearch = z.object({
  state: z.enum(inboxStates).catch('open').default('open'),
  sort: z.enum(['due', 'submitted', 'amount']).catch('due').default('due'),
  dir: z.enum(['asc', 'desc']).catch('asc').default('asc'),
  after: place,
  firm: typed,
  maker: z.uuid().nullable().catch(null).default(null),
  product: z.uuid().nullable().catch(null).default(null),
  branch: z
    .union([z.uuid(), z.literal('head-office')])
    .nullable()
    .catch(null)
    .default(null),
  kind: oneOf(['company', 'sole-trader']),
  clock: oneOf(inboxClocks),
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

const typedFields = ['firm', 'least', 'most'] as const;
export type TypedField = (typeof typedFields)[number];

/** The fields whose text narrows nothing because it cannot be read; a list by them is empty. */
export const wrongFields = (search: Pick<InboxSearch, TypedField>): readonly TypedField[] =>
  typedFields.filter((field) => {
    const text = search[field];
    if (field === 'firm') return text.length > longestName || text.includes('\0');
    return text !== '' && amountTyped(text) === null;
  });

export const inboxQueryOf = ({ after, least, most, ...search }: InboxSearch): InboxQuery => ({
  ...search,
  after: after ?? null,
  least: least === '' ? null : amountTyped(least),
  most: most === '' ? null : amountTyped(most),
  none: wrongFields({ firm: search.firm, least, most }).length > 0,
});
