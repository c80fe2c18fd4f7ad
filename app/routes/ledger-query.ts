import { z } from 'zod';
import { type Day, parseDay } from '~/domain/kernel/day.ts';
import { accountKinds } from '~/domain/ledger/account.ts';

const blank = <S extends z.ZodType>(schema: S) =>
  z.preprocess((v) => (v === '' ? undefined : v), schema.optional());
const aDay = z
  .string()
  .refine((text) => parseDay(text) !== null)
  .transform((text) => text as Day);

/** Day, filter and place of the trial balance as they stand in the address. */
export const balanceQuery = z.object({
  on: blank(aDay),
  kind: blank(z.enum(accountKinds)),
  text: blank(z.string().max(80)),
  after: blank(z.string().max(200)),
});

/** Span and place of a statement as they stand in the address. */
export const statementQuery = z.object({
  from: blank(aDay),
  to: blank(aDay),
  after: blank(z.string().regex(/^\d{4}-\d{2}-\d{2}\.\d{1,18}\.\d{1,5}$/)),
});

export const accountParams = z.object({ id: z.uuid() });
