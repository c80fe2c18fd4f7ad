import { z } from 'zod';
import { parseYuan } from '~/domain/kernel/money.ts';
import { audiences } from '~/domain/product/could-suit.ts';
import { type ShelfFilter, shelfSorts } from '~/domain/product/shelf.ts';
import { collaterals, segments, zones } from '~/domain/product/vocabulary.ts';

const typed = z.string().trim().max(60).optional().catch(undefined);
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).optional().catch(undefined);

/** The address of the shelf. A part that is not understood is left out: a shared link never breaks. */
export const ShelfSearch = z.object({
  q: z.string().trim().max(60).catch('').default(''),
  zone: oneOf(zones),
  bank: z.uuid().optional().catch(undefined),
  audience: oneOf(audiences),
  segment: oneOf(segments),
  collateral: oneOf(collaterals),
  offer: oneOf(['current', 'example']),
  amount: typed,
  term: typed,
  rate: typed,
  sort: z.enum(shelfSorts).catch('best').default('best'),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
});
export type ShelfSearch = z.output<typeof ShelfSearch>;

const wholeNumber = (text: string | undefined) => (text && /^\d{1,4}$/.test(text) ? Number(text) : undefined);

function ppmOf(text: string | undefined): number | undefined {
  const parts = /^(\d{1,2})(?:\.(\d{1,4}))?%?$/.exec(text ?? '');
  return parts ? Number(parts[1]) * 10_000 + Number((parts[2] ?? '').padEnd(4, '0')) : undefined;
}

/** What the address narrows the shelf by: 万元, months and percent as numbers. */
export function filterOf(search: ShelfSearch): ShelfFilter {
  const { zone, bank, audience, segment, collateral, offer, amount, term, rate } = search;
  return {
    zone,
    bank,
    audience,
    segment,
    collateral,
    offer,
    amountFen: amount ? (parseYuan(`${amount}万`) ?? undefined) : undefined,
    termMonths: wholeNumber(term),
    mostPpm: ppmOf(rate),
  };
}
