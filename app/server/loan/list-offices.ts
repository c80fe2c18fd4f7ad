import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findAppointments, findAuthorities, findCopies } from '~/server/loan/store-office.ts';

/** Who is appointed to get the monthly list or the reminders, which copies of a month were handed over, and whom one may appoint. */
export function listOffices(actor: Actor, month: string) {
  return withActor(actor, async (tx) => {
    const copies = await findCopies(tx, month);
    const rows = await findAppointments(tx);
    const authorities = await findAuthorities(tx);
    return {
      appointments: rows.map((row) => {
        const copy =
          row.remit === 'month-list' ? copies.find((c) => c.officeId === row.office_id) : undefined;
        return {
          id: row.id,
          nameZh: row.name_zh,
          nameEn: row.name_en,
          remit: row.remit,
          region: row.region ?? row.region_code,
          ended: row.ended_at !== null,
          madeAt: copy?.madeAt.toISOString() ?? null,
          openedAt: copy?.openedAt?.toISOString() ?? null,
        };
      }),
      authorities,
    };
  });
}
