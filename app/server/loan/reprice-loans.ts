import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import { type Ppm, ppm } from '~/domain/kernel/rate.ts';
import { repricingDays } from '~/domain/loan/repricing.ts';
import type { Actor } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { readStanding } from '~/server/loan/read-standing.ts';
import { addToLog } from '~/server/loan/record-event.ts';
import { findFloatingLoans } from '~/server/loan/store.ts';
import type { Loan } from '~/server/loan/store-servicing.ts';
import { readLpr } from '~/server/product/store-lpr.ts';

/**
 * Floating loans take the prime rate of their contract date plus their spread (domain.md §2.9). Days that were missed are
 * made up for; a day that has its rate already is left alone. Answers how many rates changed.
 */
export async function repriceLoans(tx: Tx, actor: Actor, today: Day): Promise<number> {
  let changed = 0;
  for (const loan of await findFloatingLoans(tx)) changed += await reprice(tx, actor, loan, today);
  return changed;
}

async function reprice(tx: Tx, actor: Actor, loan: Loan, today: Day): Promise<number> {
  const { lprTenor, lprSpreadPpm, repriceMonths } = loan;
  if (!lprTenor || lprSpreadPpm === null || repriceMonths === null) return 0;
  const spread = ppm(lprSpreadPpm);
  const terms = { contractOn: dayOfDate(loan.contractOn), months: repriceMonths, spread };
  let changed = 0;
  for (const on of repricingDays(terms, dayOfDate(loan.disbursedOn), today)) {
    const { events } = await readStanding(tx, loan);
    if (events.some((e) => e.kind === 'rate-change' && e.on === on)) continue;
    const rate = await rateOn(tx, lprTenor, spread, on);
    const added = await addToLog(tx, actor, loan, { id: randomUUID(), kind: 'rate-change', on, rate });
    if (added.ok) changed += 1;
  }
  return changed;
}

async function rateOn(tx: Tx, tenor: string, spread: Ppm, on: Day): Promise<Ppm> {
  const lpr = await readLpr(tx, on);
  return ppm((tenor === '1y' ? lpr.oneYear : lpr.fiveYear) + spread);
}
