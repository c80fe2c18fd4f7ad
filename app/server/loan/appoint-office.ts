import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Remit } from '~/domain/loan/office.ts';
import { type Actor, asPerson, type Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addAppointment, findAuthorities, findRegionName } from '~/server/loan/store-office.ts';

export type AppointRefusal =
  | { readonly code: 'loan.office-unknown'; readonly field: 'office' }
  | { readonly code: 'loan.office-region'; readonly field: 'region' }
  | { readonly code: 'loan.office-appointed'; readonly field: 'office' };

type Appointment = { readonly office: string; readonly remit: Remit; readonly region: string };

/** Appoints an authority to get the monthly list, or the reminders, of a division; it names firms only that agree to it. */
export function appointOffice(actor: Actor, wish: Appointment): Promise<Result<null, AppointRefusal>> {
  const person: Person = asPerson(actor);
  return withActor(actor, async (tx) => {
    const authorities = await findAuthorities(tx);
    if (!authorities.some(({ id }) => id === wish.office))
      return refuse({ code: 'loan.office-unknown', field: 'office' });
    if (!(await findRegionName(tx, wish.region)))
      return refuse({ code: 'loan.office-region', field: 'region' });
    const { count } = await addAppointment(tx, {
      id: randomUUID(),
      officeId: wish.office,
      remit: wish.remit,
      regionCode: wish.region,
      appointedBy: person.userId,
      appointedAt: clock.now(),
    });
    if (count === 0) return refuse({ code: 'loan.office-appointed', field: 'office' });
    await appendAudit(tx, actor, { action: 'loan.office-appointed', detail: { ...wish } });
    return accept(null);
  });
}
