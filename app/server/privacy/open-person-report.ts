import { randomUUID } from 'node:crypto';
import { accept, type Result } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { openDoor, type ProofRefusal, proveIdentity } from '~/server/privacy/person-door.ts';
import { addReport } from '~/server/privacy/store-person-rights.ts';

const actor = system('privacy.person');

/**
 * A person opens a report on everything held about them (个人信息保护法 45, 征信业管理条例 17) with the identity number that
 * was signed with. Returns its key, good for some minutes behind the same link. Each report is counted and in the audit.
 */
export function openPersonReport(token: string, idNumber: string): Promise<Result<string, ProofRefusal>> {
  return withActor(actor, async (tx): Promise<Result<string, ProofRefusal>> => {
    const door = await openDoor(tx, token);
    if (!door.ok) return door;
    const proof = await proveIdentity(door.value, idNumber);
    if (!proof.ok) return proof;
    const { enterpriseId, id: personId, subjectId } = door.value;
    const id = randomUUID();
    await addReport(tx, { enterpriseId, id, personId, subjectId, at: clock.now() });
    await appendAudit(tx, actor, {
      action: 'privacy.person-reported',
      enterpriseId,
      detail: { person: personId },
    });
    return accept(id);
  });
}
