import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { penaltyTermsOf } from '~/server/loan/penalty-findings.ts';
import { readPenaltyPolicy } from '~/server/loan/read-rules.ts';
import { findLastTerms } from '~/server/loan/store-penalty.ts';

/** What a bank is offered for the penalty interest of a new loan: what its last contract said, else the least that the policy allows; and the bounds. */
export function showPenaltyDefaults(actor: Actor) {
  const { institutionId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const { overdue, misuse } = await readPenaltyPolicy(tx, clock.today());
    const last = await findLastTerms(tx, institutionId);
    const terms = (last && penaltyTermsOf(last)) ?? {
      overduePpm: overdue.minPpm,
      misusePpm: misuse.minPpm,
      compounds: true,
    };
    return { ...terms, bounds: { overdue, misuse } };
  });
}
