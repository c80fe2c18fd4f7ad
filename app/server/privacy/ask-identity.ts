import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { readIdNumber } from '~/domain/privacy/id-number.ts';
import type { IdentityDocument } from '~/domain/privacy/identity-check.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { tagOf } from '~/server/platform/vault.ts';
import { addIdentity, booksOf } from '~/server/privacy/store-identity.ts';

export type IdentityWish = {
  readonly idNumber: string;
  readonly document: IdentityDocument;
  readonly reason: string;
};

type AskRefusal = {
  readonly code: 'privacy.id-unreadable' | 'privacy.subject-unknown';
  readonly field: 'idNumber';
};

/**
 * Somebody shows at the desk who they are and asks for everything held about them. Nothing opens by that: a second person
 * has to read the document as well. The number is not stored, its keyed hash is.
 */
export function askIdentity(actor: Actor, wish: IdentityWish): Promise<Result<string, AskRefusal>> {
  const { userId, name } = asPerson(actor);
  return withActor(actor, async (tx): Promise<Result<string, AskRefusal>> => {
    const idNumber = readIdNumber(wish.idNumber);
    if (!idNumber) return refuse({ code: 'privacy.id-unreadable', field: 'idNumber' });
    const tag = tagOf(idNumber);
    if ((await booksOf(tx, tag)).length === 0)
      return refuse({ code: 'privacy.subject-unknown', field: 'idNumber' });
    const [id, { document, reason }] = [randomUUID(), wish];
    const asked = { askedBy: userId, askerName: name, askedAt: clock.now() };
    await addIdentity(tx, { id, tag, document, reason, ...asked });
    await appendAudit(tx, actor, { action: 'privacy.identity-asked', detail: { identity: id, document } });
    return accept(id);
  });
}
