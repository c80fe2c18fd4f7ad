import { randomUUID } from 'node:crypto';
import { addYears, startOf } from '~/domain/kernel/day.ts';
import { sha256 } from '~/domain/kernel/hash.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type OutcomesRefusal, readOutcomes } from '~/domain/modelling/outcomes.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addStudy, handIn, lockBudget, readLimits, spentSince } from '~/server/modelling/store-study.ts';

export type StudyOrder = { readonly name: string; readonly text: string };

export type OrderRefusal =
  | OutcomesRefusal
  | { readonly code: 'modelling.budget-spent'; readonly leftMilli: number; readonly neededMilli: number };

/** A bank hands outcomes in and orders a study; a worker joins them inside. Its privacy budget is spent by the order. */
export async function orderStudy(
  actor: Actor,
  { name, text }: StudyOrder,
): Promise<Result<string, OrderRefusal>> {
  const person = asInstitution(actor);
  const outcomes = readOutcomes(text);
  if (!outcomes.ok) return outcomes;
  const content = outcomes.value
    .map(({ uscc, isBad }) => `${uscc},${Number(isBad)}`)
    .sort()
    .join('\n');
  return withActor(actor, async (tx): Promise<Result<string, OrderRefusal>> => {
    const { institutionId, userId } = person;
    await lockBudget(tx, institutionId);
    const { epsilonMilliPerStudy, epsilonMilliPerYear } = await readLimits(tx, clock.today());
    const spent = await spentSince(tx, institutionId, startOf(addYears(clock.today(), -1)));
    const leftMilli = epsilonMilliPerYear - spent;
    if (leftMilli < epsilonMilliPerStudy)
      return refuse({ code: 'modelling.budget-spent', leftMilli, neededMilli: epsilonMilliPerStudy });
    const id = randomUUID();
    await addStudy(tx, {
      id,
      institutionId,
      name,
      rowsGiven: outcomes.value.length,
      contentHash: sha256(content),
      epsilonMilli: epsilonMilliPerStudy,
      orderedBy: userId,
      orderedAt: clock.now(),
    });
    await handIn(tx, id, content);
    const detail = { studyId: id, rows: outcomes.value.length, epsilonMilli: epsilonMilliPerStudy };
    await recordChange(tx, actor, {
      kind: 'modelling.study-ordered',
      institutionId,
      subjectId: id,
      payload: detail,
      jobs: [{ name: 'modelling.run-study', payload: { studyId: id } }],
    });
    await appendAudit(tx, actor, { action: 'modelling.study-ordered', detail });
    return accept(id);
  });
}
