import { randomUUID } from 'node:crypto';
import { accept, type Result } from '~/domain/kernel/result.ts';
import type { SubjectId } from '~/domain/privacy/person.ts';
import { system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { destroyKey } from '~/server/platform/vault.ts';
import { openDoor, type ProofRefusal, proveIdentity } from '~/server/privacy/person-door.ts';
import { erasedSubjects, firmsOfSubject, noteErasure } from '~/server/privacy/store-person-fact.ts';
import { endConsents, restateOrder } from '~/server/privacy/withdraw-person-consent.ts';

const actor = system('privacy.person');

/**
 * Erases what is held about a person (PIPL 47) by destroying their key: rows and chains stay and verify, the values are
 * gone from every page, command and backup; scores of the firms that the facts spoke of are restated. What was answered before stays noted as asked, without the value.
 */
export async function erasePerson(token: string, idNumber: string): Promise<Result<null, ProofRefusal>> {
  const erased = await withActor(actor, async (tx): Promise<Result<SubjectId, ProofRefusal>> => {
    const door = await openDoor(tx, token);
    if (!door.ok) return door;
    const proof = await proveIdentity(door.value, idNumber);
    if (!proof.ok) return proof;
    const { enterpriseId, id, subjectId } = door.value;
    await endConsents(tx, door.value);
    const erasure = randomUUID();
    const firms = await firmsOfSubject(tx, subjectId);
    const facts = await noteErasure(tx, { id: erasure, subjectId, at: clock.now(), askedBy: 'subject' });
    const detail = { person: id, subject: subjectId, facts };
    await recordChange(tx, actor, {
      kind: 'privacy.erased',
      enterpriseId,
      subjectId: id,
      payload: detail,
      jobs: firms.map((firm) => restateOrder(firm, erasure, 'erasure')),
    });
    await appendAudit(tx, actor, { action: 'privacy.erased', enterpriseId, detail });
    return accept(subjectId);
  });
  if (!erased.ok) return erased;
  destroyKey(erased.value);
  return accept(null);
}

/** Destroys again the keys of every noted erasure: after a crash in between, and after a restore. Returns how many. */
export async function repeatErasures(tx: Tx): Promise<number> {
  const subjects = await erasedSubjects(tx);
  for (const subject of subjects) destroyKey(subject);
  return subjects.length;
}
