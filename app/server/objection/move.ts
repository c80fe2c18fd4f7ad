import { type Day, dayAt } from '~/domain/kernel/day.ts';
import { type Result, refuse } from '~/domain/kernel/result.ts';
import {
  moveObjection,
  type ObjectionMove,
  type ObjectionRefusal,
  type ObjectionState,
} from '~/domain/objection/objection.ts';
import { type ObjectionStep, stepDue } from '~/domain/objection/regime.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { RegimeInForce } from '~/server/objection/read-regimes.ts';
import { lockObjection, type Objection } from '~/server/objection/store.ts';
import { findSteps } from '~/server/objection/store-record.ts';
import type { RightsCase } from '~/server/objection/write-step.ts';

export type MoveRefusal = ObjectionRefusal | { readonly code: 'objection.not-found' };

/**
 * Makes one move of an objection in one transaction: locks it, asks the domain where the move leads, then lets `work`
 * write it. `mine` says whether the case is the actor's to move; anybody else's does not exist for him.
 */
export function moveCase<T, R extends { readonly code: string } = never>(
  actor: Actor,
  {
    id,
    move,
    mine,
  }: { readonly id: string; readonly move: ObjectionMove; mine(objection: Objection): boolean },
  work: (tx: Tx, objection: Objection, next: ObjectionState) => Promise<Result<T, R>>,
): Promise<Result<T, R | MoveRefusal>> {
  return withActor(actor, async (tx): Promise<Result<T, R | MoveRefusal>> => {
    const objection = await lockObjection(tx, id);
    if (!objection || !mine(objection)) return refuse({ code: 'objection.not-found' });
    const next = moveObjection(objection, move, clock.today());
    return next.ok ? work(tx, objection, next.value) : next;
  });
}

/** The columns of the clock of a step: from when it runs, and from when the total of its round does. */
export function clockOf(
  regime: RegimeInForce,
  step: ObjectionStep,
  begun: { readonly from: Day; readonly receivedOn: Day; readonly extended: boolean },
) {
  const due = stepDue(regime, step, begun);
  return { dueOn: due && dateOfDay(due.lastDay), provisional: due?.provisional ?? false, escalatedOn: null };
}

/**
 * From when the total of the round that an objection is in runs: its receipt; once a review sent it back, that day. The
 * review took days of its own, which the provider's second answer does not owe.
 */
export async function roundBegan(tx: Tx, { enterpriseId, id, round, receivedAt }: Objection): Promise<Day> {
  if (round === 1) return dayAt(receivedAt);
  const steps = await findSteps(tx, enterpriseId, id);
  return dayAt(steps.findLast(({ kind }) => kind === 'sent-back')?.at ?? receivedAt);
}

export const caseOf = ({ id, enterpriseId, providerId, item }: Objection): RightsCase => ({
  kind: 'objection',
  id,
  enterpriseId,
  providerId,
  item,
});

/** The clocks of the firm's open applications follow the dispute: it began, got another last day, is over, or over once more after an appeal. */
export const clocksFollow = (
  { enterpriseId, id, appealedAt }: Objection,
  at: 'filed' | 'forwarded' | 'extended' | 'sent-back' | 'ended' | 'appealed',
) => {
  const turn = at === 'ended' && appealedAt ? ('ended-again' as const) : at;
  const on = at === 'extended' ? { on: clock.today() } : {};
  return { name: 'restatement.set-clocks', payload: { enterpriseId, ref: id, at: turn, ...on } } as const;
};
