import { randomUUID } from 'node:crypto';
import { type Result, refuse } from '~/domain/kernel/result.ts';
import { takeMeasure as decide, type MeasureRefusal, type MeasureWish } from '~/domain/monitoring/measure.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import type { Also } from '~/server/application/also.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { lockAlert } from '~/server/monitoring/store.ts';
import { addMeasure, findBalance, findTakenKinds } from '~/server/monitoring/store-measure.ts';
import { writeCaseStep } from '~/server/monitoring/write-case-step.ts';

export type Measured = MeasureWish & { readonly reason: string; readonly proportionality: string };

/**
 * A measure of the bank in a live case, with its reason and why nothing gentler does. The firm sees it at once; one that limits it before
 * it was heard waits, unseen, for a second person.
 */
export function takeMeasure(
  actor: Actor,
  alertId: string,
  wish: Measured,
  also?: Also<'taken' | 'awaiting-second'>,
): Promise<Result<'taken' | 'awaiting-second', MeasureRefusal | { code: 'monitoring.not-found' }>> {
  const { institutionId, userId, name } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const found = await lockAlert(tx, alertId);
    if (!found || found.institution_id !== institutionId) return refuse({ code: 'monitoring.not-found' });
    const at = clock.now();
    const decided = decide(await caseOf(tx, found), wish, at);
    if (!decided.ok) return decided;
    const waits = decided.value === 'awaiting-second';
    const about = { alertId, enterpriseId: found.enterprise_id, institutionId };
    const { kind, onDay, amount: amountFen, reason, proportionality } = wish;
    const id = randomUUID();
    const second = waits
      ? { confirmedBy: null, confirmedName: null, confirmedAt: null }
      : { confirmedBy: userId, confirmedName: name, confirmedAt: at };
    await addMeasure(tx, {
      ...{ ...about, id, loanId: found.loan_id, kind, onDay, amountFen, reason, proportionality, at },
      ...{ emergency: waits ? wish.emergency : null, userId, userName: name, ...second },
    });
    const facts = { measure: kind, id, amountFen: amountFen?.toString() ?? null, emergency: waits };
    const step = waits
      ? ({ kind: 'measure-asked', bankOnly: true, tell: ['bank'], urgent: true } as const)
      : ({ kind: 'measured', tell: ['firm'] } as const);
    const said = { party: 'institution', text: reason, aboutId: id, facts } as const;
    await writeCaseStep(tx, actor, { ...about, ...step, ...said });
    await also?.(tx, decided.value);
    return decided;
  });
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockAlert>>>;

/** What stood in the case before: whether the firm was heard, what was taken on the loan, and what is out. */
async function caseOf(tx: Tx, found: Locked) {
  const { enterprise_id: firm, loan_id: loanId } = found;
  const taken = await findTakenKinds(tx, found.institution_id, loanId);
  const balance = await findBalance(tx, found.borrower_id ?? firm, loanId);
  return { state: found.state, dueAt: found.due_at, raisedAt: found.raised_at, taken, balance };
}
