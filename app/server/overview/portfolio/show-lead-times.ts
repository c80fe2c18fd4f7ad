import { isSmall } from '~/domain/kernel/small-numbers.ts';
import { type BadOutcome, type Lead, leadTimesOf } from '~/domain/monitoring/lead-time.ts';
import type { Actor } from '~/server/access/actor.ts';
import { readerOf, readsStatistics } from '~/server/access/statistics-reader.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { PeriodAsked } from '~/server/overview/portfolio/reader.ts';
import { findOutcomes } from '~/server/overview/store-warning.ts';

/**
 * How far ahead of trouble alerts came on the reader's loans, for outcomes first met within a period. Who reads statistics only
 * gets no figure that fewer than five firms stand behind, warned of or not.
 */
export async function showLeadTimes(actor: Actor, { from, on }: PeriodAsked) {
  const found = await withActor(readerOf(actor), (tx) => findOutcomes(tx, { from, on }));
  const cases = found.map((row) => ({ ...row, outcome: row.outcome as BadOutcome }));
  const kept = readsStatistics(actor) ? discreet : whole;
  return {
    from: from as string,
    on: on as string,
    outcomes: leadTimesOf(cases as Parameters<typeof leadTimesOf>[0]).map(({ outcome, all, families }) => ({
      outcome,
      all: kept(all),
      families: families.map(({ family, ...lead }) => ({ family, ...(kept(lead) ?? hidden) })),
    })),
  };
}

const hidden = { loans: null, warned: null, warnedPpm: null, days: null } as const;

const whole = ({ firms: _, ...lead }: Lead) => lead;

const discreet = (lead: Lead) =>
  isSmall(lead.firms.all) || isSmall(lead.firms.warned) || isSmall(lead.firms.unwarned) ? null : whole(lead);
