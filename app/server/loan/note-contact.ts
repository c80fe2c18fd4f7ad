import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution, system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addContact, firmListed } from '~/server/loan/store-cultivation.ts';
import { notify } from '~/server/platform/notify.ts';

/** A bank says what it did for a firm on the list: visited, called, asked for papers. The firm reads it, no other bank does. */
export async function noteContact(
  actor: Actor,
  cultivationId: string,
  note: string,
): Promise<Result<null, { readonly code: 'loan.listed-not-found' }>> {
  const { institutionId, userId, name } = asInstitution(actor);
  const enterpriseId = await withActor(system('loan.cultivation'), (tx) => firmListed(tx, cultivationId));
  if (!enterpriseId) return refuse({ code: 'loan.listed-not-found' });
  return withActor(actor, async (tx) => {
    const [id, at] = [randomUUID(), clock.now()];
    const row = { enterpriseId, id, cultivationId, institutionId, userId, userName: name, note, at };
    await addContact(tx, row);
    const about = { enterpriseId, institutionId, subjectId: id };
    await recordChange(tx, actor, { kind: 'loan.cultivation-contacted', ...about });
    await appendAudit(tx, actor, {
      action: 'loan.cultivation-contacted',
      enterpriseId,
      detail: { cultivationId },
    });
    await notify(tx, {
      to: { enterpriseId },
      kind: 'loan.cultivation-contacted',
      params: {},
      href: '/my/first-loan',
    });
    return accept(null);
  });
}
