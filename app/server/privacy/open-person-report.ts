import { randomUUID } from 'node:crypto';
import { accept, type Result } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { ProofRefusal } from '~/server/privacy/person-door.ts';
import { openReach, type PersonReach, proveReach, reachDetail } from '~/server/privacy/person-reach.ts';
import { addWholeReport } from '~/server/privacy/store-identity.ts';
import { addReport } from '~/server/privacy/store-person-rights.ts';

const actor = system('privacy.person');

/**
 * A person opens a report on what is held about them (个人信息保护法 45, 征信业管理条例 17) with the identity number that
 * was signed with, or that the platform's desk saw. Returns its key, good for some minutes behind the same link. Each
 * report is counted and in the audit: of the firm whose book it shows, of the platform where it shows all of them.
 */
export function openPersonReport(token: string, idNumber: string): Promise<Result<string, ProofRefusal>> {
  return withActor(actor, async (tx): Promise<Result<string, ProofRefusal>> => {
    const reach = await openReach(tx, token);
    if (!reach.ok) return reach;
    const proof = await proveReach(reach.value, idNumber);
    if (!proof.ok) return proof;
    const id = randomUUID();
    await noteReport(tx, reach.value, id);
    await appendAudit(tx, actor, {
      action: 'privacy.person-reported',
      enterpriseId: reach.value.enterpriseId,
      detail: reachDetail(reach.value),
    });
    return accept(id);
  });
}

async function noteReport(tx: Tx, reach: PersonReach, id: string): Promise<void> {
  const at = clock.now();
  if (reach.scope === 'whole') await addWholeReport(tx, { id, identityId: reach.check.id, at });
  else {
    const { enterpriseId, id: personId, subjectId } = reach.person;
    await addReport(tx, { enterpriseId, id, personId, subjectId, at });
  }
}
