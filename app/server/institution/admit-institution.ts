import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { firstRole } from '~/domain/institution/role-offer.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { createInvitation } from '~/server/access/create-invitation.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { admitForm } from '~/server/institution/forms.ts';
import { addInstitution } from '~/server/institution/store.ts';

type AdmitRefusal = { readonly code: 'institution.code-taken'; readonly field: 'code' };

/**
 * Enters an institution that asks to join, with an invitation for its first person. It may not read anything before it
 * is approved with a security assessment (notice 002 (十)). The value is the institution and the invitation's token.
 */
export function admitInstitution(
  actor: Person,
  { firstPerson, ...fields }: z.output<typeof admitForm>,
): Promise<Result<{ readonly id: InstitutionId; readonly token: string }, AdmitRefusal>> {
  const id = randomUUID() as InstitutionId;
  return withActor(actor, async (tx): Promise<Result<{ id: InstitutionId; token: string }, AdmitRefusal>> => {
    if (!(await addInstitution(tx, { ...fields, id, now: clock.now() })))
      return refuse({ code: 'institution.code-taken', field: 'code' });
    const payload = { kind: fields.kind, code: fields.code };
    await recordChange(tx, actor, { kind: 'institution.applied', institutionId: id, subjectId: id, payload });
    await appendAudit(tx, actor, { action: 'institution.applied', detail: { institution: id, ...payload } });
    const order = { name: firstPerson, role: firstRole(fields.kind), institutionId: id };
    return accept({ id, token: await createInvitation(tx, actor, order) });
  });
}
