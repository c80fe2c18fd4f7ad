import { coversRegion } from '~/domain/loan/office.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findAgreed, findOfficesFor } from '~/server/loan/store-office.ts';

/** Offices of the firm's division that get lists or reminders, and whether the firm agreed to be named to each. */
export function listAgreements(actor: Actor) {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx) => {
    const firm = await findAgreed(tx, enterpriseId);
    const lists = await findOfficesFor(tx, 'month-list');
    const reminders = await findOfficesFor(tx, 'maturity');
    const mine = [...lists, ...reminders].filter((office) =>
      coversRegion(office.region_code, firm.region_code),
    );
    return [...new Set(mine.map((office) => office.office_id))].map((id) => {
      const own = mine.filter((office) => office.office_id === id);
      return {
        id,
        nameZh: own[0]?.name_zh ?? '',
        nameEn: own[0]?.name_en ?? '',
        remits: [...new Set(own.map((office) => office.remit))],
        agreed: firm.agreed.includes(id),
      };
    });
  });
}
