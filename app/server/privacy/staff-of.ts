import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { recordStanding } from '~/domain/privacy/person-rights.ts';
import { type StaffFigures, staffFigures } from '~/domain/privacy/staff.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import { recordsInFirm } from '~/server/privacy/store-person-fact.ts';
import { verdictsOf } from '~/server/privacy/store-person-rights.ts';

/** The item whose records are spells of insured work. */
export const staffItem = 'medical.employee-detail';

/**
 * What may be known of a firm's present and former staff: figures for at least so many people as policy says. Rows are
 * opened by the platform, counted, and leave no other way. The caller has asked whether the reader may know.
 */
export function staffOf(enterpriseId: EnterpriseId, on: Day): Promise<StaffFigures> {
  return withActor(system('privacy.staff'), async (tx) => {
    const { aggregates } = await readPrivacyDuties(tx, on);
    const rows = await recordsInFirm(tx, enterpriseId, staffItem);
    const verdicts = await verdictsOf(tx, { enterpriseId });
    const used = rows.filter(({ id }) => recordStanding(verdicts.get(id) ?? []) === 'used');
    const spells = used.map(({ subjectId, record }) => ({
      person: subjectId,
      from: record.from as Day,
      to: record.to as Day | null,
    }));
    return staffFigures(spells, on, aggregates.leastPeople);
  });
}
