import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { refusalHolds } from '~/domain/privacy/person-rights.ts';
import { system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { notify } from '~/server/platform/notify.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import { type DoorRefusal, openDoor } from '~/server/privacy/person-door.ts';
import { addRefusal, refusalsOf } from '~/server/privacy/store-person-rights.ts';

type RequestRefusal = DoorRefusal | { readonly code: 'privacy.signed-already' | 'privacy.link-expired' };
const actor = system('privacy.person');

/**
 * A person refuses a request to consent. The firm is told, and the same bank does not ask the same person again for the
 * purpose until the returned day is over; the person may still sign of their own accord. Refusing twice changes nothing.
 */
export function refuseRequest(token: string): Promise<Result<Day, RequestRefusal>> {
  return withActor(actor, async (tx): Promise<Result<Day, RequestRefusal>> => {
    const door = await openDoor(tx, token);
    if (!door.ok) return door;
    const { enterpriseId, id: personId, institutionId, purpose, signedAt, tokenExpiresAt } = door.value;
    if (signedAt) return refuse({ code: 'privacy.signed-already' });
    if (tokenExpiresAt <= clock.now()) return refuse({ code: 'privacy.link-expired' });
    const { persons } = await readPrivacyDuties(tx, clock.today());
    const holdsUntil = refusalHolds(clock.today(), persons);
    const id = randomUUID();
    const row = { enterpriseId, id, personId, institutionId, purpose, at: clock.now() };
    const { count } = await addRefusal(tx, { ...row, holdsUntil: dateOfDay(holdsUntil) });
    if (count === 0) {
      const earlier = (await refusalsOf(tx, enterpriseId)).find((each) => each.personId === personId);
      return accept(earlier ? dayOfDate(earlier.holdsUntil) : holdsUntil);
    }
    const detail = { person: personId, institutionId, holdsUntil };
    await recordChange(tx, actor, {
      kind: 'privacy.person-refused',
      enterpriseId,
      subjectId: id,
      payload: detail,
    });
    await appendAudit(tx, actor, { action: 'privacy.person-refused', enterpriseId, purpose, detail });
    const params = { until: holdsUntil };
    await notify(tx, { to: { enterpriseId }, kind: 'privacy.person-refused', params, href: '/my/persons' });
    return accept(holdsUntil);
  });
}
