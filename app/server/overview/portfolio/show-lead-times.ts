import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { isSmall } from '~/domain/kernel/small-numbers.ts';
import {
  type BadOutcome,
  badOutcomes,
  type Lead,
  leadTimesOf,
  type WarnedLoan,
} from '~/domain/monitoring/lead-time.ts';
import type { Actor } from '~/server/access/actor.ts';
import { readerOf, readsStatistics } from '~/server/access/statistics-reader.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { PeriodAsked } from '~/server/overview/portfolio/reader.ts';
import { findOutcomes } from '~/server/overview/store-warning.ts';

/**
 * How far ahead of trouble alerts came on the reader's loans, for outcomes first met within a period. Who reads statistics only
 * gets no figure that fewer than five firms stand behind, warned of or not, nor two that differ by so few: of a family and of
 * all, or of one outcome and the next.
 */
export async function showLeadTimes(actor: Actor, { from, on }: PeriodAsked) {
  const found = await withActor(readerOf(actor), (tx) => findOutcomes(tx, { from, on }));
  const cases: readonly WarnedLoan[] = found.map((row) => ({ ...row, outcome: row.outcome as BadOutcome }));
  const few = readsStatistics(actor) ? tellsOfFew(cases) : () => false;
  return {
    from: from as string,
    on: on as string,
    outcomes: leadTimesOf(cases).map(({ outcome, all, families }) => ({
      outcome,
      all: few(outcome, all) ? null : whole(all),
      families: families.map(({ family, ...lead }) => ({
        family,
        ...(few(outcome, all) || few(outcome, lead) ? hidden : whole(lead)),
      })),
    })),
  };
}

const hidden = { loans: null, warned: null, warnedPpm: null, days: null } as const;

const whole = ({ firms: _, ...lead }: Lead) => lead;

/** Whether a figure would tell of fewer than five firms, alone or held against an outcome that is shown before it. */
function tellsOfFew(cases: readonly WarnedLoan[]) {
  const firmsOf = (outcome: BadOutcome) =>
    new Set(cases.flatMap((each) => (each.outcome === outcome ? [each.enterpriseId] : [])));
  const open: Set<EnterpriseId>[] = [];
  const near = badOutcomes.filter((outcome) => {
    const own = firmsOf(outcome);
    const apart = (a: Set<EnterpriseId>, b: Set<EnterpriseId>) =>
      [...a].filter((firm) => !b.has(firm)).length;
    if (open.some((shown) => isSmall(apart(shown, own)) || isSmall(apart(own, shown)))) return true;
    open.push(own);
    return false;
  });
  return (outcome: BadOutcome, { firms }: Lead) =>
    near.includes(outcome) || Object.values(firms).some(isSmall);
}
