import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Aim } from '~/domain/loan/cultivation.ts';
import { type Actor, asInstitution, system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addContact, isOpen, placeListed } from '~/server/loan/store-cultivation.ts';
import { notify } from '~/server/platform/notify.ts';

const told = {
  'first-loan': { kind: 'loan.cultivation-contacted', href: '/my/first-loan' },
  offers: { kind: 'loan.prospect-contacted', href: '/my/open-to-banks' },
} as const satisfies { [A in Aim]: object };

/** A bank says what it did for a firm on the list: visited, called, asked for papers. The firm reads it, no other bank does. */
export async function noteContact(
  actor: Actor,
  cultivationId: string,
  note: string,
): Promise<Result<null, { readonly code: 'loan.listed-not-found' }>> {
  const { institutionId, userId, name } = asInstitution(actor);
  const listed = await withActor(system('loan.cultivation'), (tx) => placeListed(tx, cultivationId));
  if (!listed || !isOpen({ ...listed, leftAt: null }, clock.today()))
    return refuse({ code: 'loan.listed-not-found' });
  const { enterpriseId, aim } = listed;
  const { kind, href } = told[aim];
  return withActor(actor, async (tx) => {
    const [id, at] = [randomUUID(), clock.now()];
    const row = { enterpriseId, id, cultivationId, institutionId, userId, userName: name, note, at };
    await addContact(tx, row);
    const about = { enterpriseId, institutionId, subjectId: id };
    await recordChange(tx, actor, { kind, ...about });
    await appendAudit(tx, actor, {
      action: kind,
      enterpriseId,
      detail: { cultivationId },
    });
    await notify(tx, {
      to: { enterpriseId },
      kind,
      params: {},
      href,
    });
    return accept(null);
  });
}
