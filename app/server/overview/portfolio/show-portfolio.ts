import { addDays, addMonths, type Day } from '~/domain/kernel/day.ts';
import type { VintageMeasure } from '~/domain/loan/vintage.ts';
import type { Actor } from '~/server/access/actor.ts';
import { dayFor, readsStatistics } from '~/server/access/statistics-reader.ts';
import { clock } from '~/server/clock.ts';
import type { After } from '~/server/db/keyset.ts';
import {
  listPortfolioLoans,
  type PortfolioFilter,
} from '~/server/overview/portfolio/list-portfolio-loans.ts';
import { listWatched } from '~/server/overview/portfolio/list-watched.ts';
import { showLeadTimes } from '~/server/overview/portfolio/show-lead-times.ts';
import { showMigration } from '~/server/overview/portfolio/show-migration.ts';
import { showVintages } from '~/server/overview/portfolio/show-vintages.ts';
import { showQuality } from '~/server/overview/show-quality.ts';

/** The parts of the portfolio desk. */
export const portfolioParts = ['summary', 'loans', 'migration', 'watch', 'vintage', 'lead'] as const;
export type PortfolioPart = (typeof portfolioParts)[number];

export type PortfolioAsked = PortfolioFilter & {
  readonly part: PortfolioPart;
  readonly on?: Day | undefined;
  readonly from?: Day | undefined;
  readonly measure: VintageMeasure;
  readonly after?: After | null | undefined;
};

/** How many months a part looks back when no beginning is named. */
const monthsBack = { summary: 0, loans: 0, migration: 3, watch: 0, vintage: 0, lead: 12 } as const;

/** Rows of a page, and the most that a file or a terminal gets at once. */
const pageSize = 25;
const wholeList = 20_000;

/** The portfolio desk (贷款质量): one of its parts, on a day that is never later than today, over a period that begins before it. */
export async function showPortfolio(actor: Actor, asked: PortfolioAsked, listed: 'page' | 'all' = 'page') {
  const most = listed === 'all' ? wholeList : pageSize;
  const today = clock.today();
  // The watch list is today's: what was an alert on an earlier day is in its log.
  const on = dayFor(actor, asked.on && asked.on < today && asked.part !== 'watch' ? asked.on : today);
  const opens = !readsStatistics(actor);
  const back = -monthsBack[asked.part];
  const usual = opens ? addMonths(on, back) : addDays(addMonths(addDays(on, 1), back), -1);
  const from = dayFor(actor, asked.from && asked.from <= on ? asked.from : usual);
  const head = { on: on as string, from: from as string, today: today as string, opens };
  const { part } = asked;
  if (part === 'loans') {
    const { start, end, band, over, periods } = asked;
    const filter = { start, end: end ?? 'live', band, over, periods };
    return {
      ...head,
      part,
      filter,
      ...(await listPortfolioLoans(actor, { from, on }, filter, asked.after ?? null, most)),
    };
  }
  if (part === 'migration') return { ...head, part, ...(await showMigration(actor, { from, on })) };
  if (part === 'watch') return { ...head, part, ...(await listWatched(actor, asked.after ?? null, most)) };
  if (part === 'vintage') return { ...head, part, ...(await showVintages(actor, on, asked.measure)) };
  if (part === 'lead') return { ...head, part, ...(await showLeadTimes(actor, { from, on })) };
  return { ...head, part, ...(await showQuality(actor, on)) };
}
