import type { Day } from '~/domain/kernel/day.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import type { Lpr } from '~/domain/product/rate-rule.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

/** The prime rates that apply on a day: the last published by then. A database without the series is a fault. */
export async function readLpr(tx: Tx, on: Day): Promise<Lpr> {
  const quote = await tx.lprQuote.findFirst({
    where: { publishedOn: { lte: dateOfDay(on) } },
    orderBy: { publishedOn: 'desc' },
  });
  if (!quote) throw new Error(`no LPR published by ${on}`);
  return { oneYear: ppm(quote.oneYearPpm), fiveYear: ppm(quote.fiveYearPpm) };
}
