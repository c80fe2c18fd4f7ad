import { type Result, refuse } from '~/domain/kernel/result.ts';
import { type DropRefusal, dropMeasure as decide } from '~/domain/monitoring/measure.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { standingOf } from '~/server/monitoring/confirm-measure.ts';
import { lockAlert } from '~/server/monitoring/store.ts';
import { findMeasures, findWaiting, setDropped } from '~/server/monitoring/store-measure.ts';
import { type CaseStep, writeCaseStep } from '~/server/monitoring/write-case-step.ts';

const step = { kind: 'measure-dropped', bankOnly: true, tell: [] } as const;

/**
 * The bank drops an emergency measure that waits for a second person: who recorded it takes it back, another refuses it. Firm and platform
 * never saw it, and hear nothing of this either.
 */
export function dropMeasure(
  actor: Actor,
  alertId: string,
  { measureId, reason }: { readonly measureId: string; readonly reason: string },
): Promise<Result<'taken-back' | 'refused', DropRefusal | { code: 'monitoring.not-found' }>> {
  const { institutionId, userId, name } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const found = await lockAlert(tx, alertId);
    if (!found || found.institution_id !== institutionId) return refuse({ code: 'monitoring.not-found' });
    const { enterprise_id: enterpriseId } = found;
    const measure = (await findMeasures(tx, enterpriseId, alertId)).find(({ id }) => id === measureId);
    if (!measure) return refuse({ code: 'monitoring.not-found' });
    const decided = decide(standingOf(measure), userId);
    if (!decided.ok) return decided;
    const drop = { by: userId, name, at: clock.now(), reason };
    const was = await setDropped(tx, { enterpriseId, id: measureId }, drop);
    if (!was) return refuse({ code: 'monitoring.measure-dropped' });
    await writeCaseStep(tx, actor, {
      ...{ alertId, institutionId, enterpriseId },
      ...{ ...step, party: 'institution', text: reason, aboutId: measureId },
      facts: { measure: measure.kind, id: measureId, how: decided.value },
    });
    return decided;
  });
}

/** Drops what waits in cases that were just taken over or cleared: nobody can confirm it there any more. Returns the steps. */
export async function lapseMeasures(tx: Tx, ended: readonly CaseStep[]): Promise<CaseStep[]> {
  const cases = ended.filter(({ kind }) => kind === 'superseded' || kind === 'cleared');
  if (cases.length === 0) return [];
  const [firms, ids] = [cases.map((each) => each.enterpriseId), cases.map((each) => each.alertId)];
  const waiting = await findWaiting(tx, firms, ids);
  const steps: CaseStep[] = [];
  for (const { id, alertId, enterpriseId, institutionId, kind } of waiting) {
    await setDropped(tx, { enterpriseId, id }, { by: null, name: null, at: clock.now(), reason: '' });
    const facts = { measure: kind, id, how: 'lapsed' };
    steps.push({ ...{ alertId, enterpriseId, institutionId }, ...step, party: 'system', aboutId: id, facts });
  }
  return steps;
}
