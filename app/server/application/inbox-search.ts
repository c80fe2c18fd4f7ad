import { z } from 'zod';
import { parseYuan } from '~/domain/kernel/money.ts';
import { type InboxQuery, inboxClocks, inboxStates } from './store-inbox-query.ts';

const place = z
  .string()
  .regex(/^\d{1,18}~[0-9a-f-]{36}$/)
  .transform((text) => ({ value: text.split('~')[0] ?? '', id: text.split('~')[1] ?? '' }))
  .optional();

const wan = z
  .string()
  .trim()
  .max(20)
  .refine((typed) => typed === '' || parseYuan(`${typed}万`) !== null)
  .catch('')
  .default('');
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).nullable().catch(null).default(null);

/** The address of the inbox. Amounts are typed in 万元. */
export const InboxSearch = z.object({
  state: z.enum(inboxStates).catch('open').default('open'),
  sort: z.enum(['due', 'submitted', 'amount']).catch('due').default('due'),
  dir: z.enum(['asc', 'desc']).catch('asc').default('asc'),
  after: place,
  firm: z.string().trim().max(60).catch('').default(''),
  maker: z.uuid().nullable().catch(null).default(null),
  product: z.uuid().nullable().catch(null).default(null),
  branch: z
    .union([z.uuid(), z.literal('head-office')])
    .nullable()
    .catch(null)
    .default(null),
  kind: oneOf(['company', 'sole-trader']),
  clock: oneOf(inboxClocks),
  least: wan,
  most: wan,
});
export type InboxSearch = z.output<typeof InboxSearch>;

const fen = (typed: string): bigint | null => (typed === '' ? null : parseYuan(`${typed}万`));

export const inboxQueryOf = ({ after, least, most, ...search }: InboxSearch): InboxQuery => ({
  ...search,
  after: after ?? null,
  least: fen(least),
  most: fen(most),
});
