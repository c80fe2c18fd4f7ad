import { type Result, refuse } from '~/domain/kernel/result.ts';
import { type ConfirmRefusal, confirmMeasure as decide } from '~/domain/monitoring/measure.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { lockAlert } from '~/server/monitoring/store.ts';
import { findMeasures, type MeasureRow, setConfirmed } from '~/server/monitoring/store-measure.ts';
import { writeCaseStep } from '~/server/monitoring/write-case-step.ts';

/** The second person lets an emergency measure take effect; the firm is told at once, with what the emergency was. */
export function confirmMeasure(
  actor: Actor,
  alertId: string,
  measureId: string,
): Promise<Result<'taken', ConfirmRefusal | { code: 'monitoring.not-found' }>> {
  const { institutionId, userId, name } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const found = await lockAlert(tx, alertId);
    if (!found || found.institution_id !== institutionId) return refuse({ code: 'monitoring.not-found' });
    const measures = await findMeasures(tx, found.enterprise_id, alertId);
    const measure = measures.find(({ id }) => id === measureId);
    if (!measure) return refuse({ code: 'monitoring.not-found' });
    const decided = decide(found, standingOf(measure), userId);
    if (!decided.ok) return decided;
    const second = { by: userId, name, at: clock.now() };
    const was = await setConfirmed(tx, { enterpriseId: found.enterprise_id, id: measureId }, second);
    if (!was) return refuse({ code: 'monitoring.measure-confirmed' });
    await writeCaseStep(tx, actor, {
      ...{ alertId, institutionId, enterpriseId: found.enterprise_id },
      ...{ kind: 'measured', party: 'institution', tell: ['firm'], urgent: true },
      ...{
        text: measure.emergency ?? '',
        aboutId: measureId,
        facts: { measure: measure.kind, id: measureId },
      },
    });
    return decided;
  });
}

export const standingOf = ({ userId, confirmedAt, droppedAt }: MeasureRow) => ({
  by: userId,
  isConfirmed: confirmedAt !== null,
  isDropped: droppedAt !== null,
});
