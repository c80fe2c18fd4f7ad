import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { SubjectId } from '~/domain/privacy/person.ts';
import { system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { destroyKey } from '~/server/platform/vault.ts';
import type { ProofRefusal } from '~/server/privacy/person-door.ts';
import { openReach, type PersonReach, proveReach, reachDetail } from '~/server/privacy/person-reach.ts';
import { booksOf, forgetIdentities } from '~/server/privacy/store-identity.ts';
import { personsOfSubjects } from '~/server/privacy/store-person.ts';
import {
  type AnsweredElsewhere,
  answeredElsewhere,
  erasedSubjects,
  firmsOfSubject,
  noteErasure,
  tagOfSubject,
} from '~/server/privacy/store-person-fact.ts';
import { endConsents, restateOrder } from '~/server/privacy/withdraw-person-consent.ts';

const actor = system('privacy.person');

type EraseRefusal = ProofRefusal | { readonly code: 'privacy.erase-at-desk' };

/**
 * Erases what is held about a person (PIPL 47) by destroying their keys: rows and chains stay and verify, the values are
 * gone from every page, command and backup; scores of the firms that the facts spoke of are restated. A link that a firm
 * made erases that firm's book alone, one that the platform made every book. What was answered before stays noted as
 * asked, without the value.
 */
export async function erasePerson(token: string, idNumber: string): Promise<Result<null, EraseRefusal>> {
  const erased = await withActor(actor, async (tx): Promise<Result<readonly SubjectId[], EraseRefusal>> => {
    const reach = await openReach(tx, token);
    if (!reach.ok) return reach;
    const proof = await proveReach(reach.value, idNumber);
    if (!proof.ok) return proof;
    if (await reachesFurther(tx, reach.value)) return refuse({ code: 'privacy.erase-at-desk' });
    const tag = await tagOfReach(tx, reach.value);
    for (const subjectId of reach.value.subjects) await eraseBook(tx, reach.value, subjectId);
    if (tag !== null && (await booksOf(tx, tag)).length === 0) await forgetIdentities(tx, tag);
    await noteWhole(tx, reach.value);
    return accept(reach.value.subjects);
  });
  if (!erased.ok) return erased;
  for (const subjectId of erased.value) destroyKey(subjectId);
  return accept(null);
}

/** Whether the key behind a firm's link opens other firms' books too, as those made before books had keys of their own. */
async function reachesFurther(tx: Tx, { scope, subjects, enterpriseId }: PersonReach): Promise<boolean> {
  if (scope === 'whole') return false;
  return (await firmsOfSubject(tx, subjects[0])).some((firm) => firm !== enterpriseId);
}

/** Ends what the person consented to in one book, notes the erasure, and has the firm's score restated. */
async function eraseBook(tx: Tx, reach: PersonReach, subjectId: SubjectId): Promise<void> {
  for (const person of await personsOfSubjects(tx, [subjectId])) await endConsents(tx, person);
  const erasure = randomUUID();
  const elsewhere = reach.scope === 'book' ? await answeredElsewhere(tx, subjectId) : [];
  const facts = await noteErasure(tx, { id: erasure, subjectId, at: clock.now(), askedBy: 'subject' });
  for (const enterpriseId of await firmsOfSubject(tx, subjectId)) {
    const detail = { ...(reach.scope === 'book' && reachDetail(reach)), subject: subjectId, facts };
    await recordChange(tx, actor, {
      kind: 'privacy.erased',
      enterpriseId,
      subjectId,
      payload: detail,
      jobs: [restateOrder(enterpriseId, erasure, 'erasure')],
    });
    await appendAudit(tx, actor, { action: 'privacy.erased', enterpriseId, detail });
  }
  for (const answered of elsewhere) await restateElsewhere(tx, erasure, answered);
}

/**
 * A question is answered from every book of a person: banks that were answered through another firm, while this book held what
 * they asked for, are told there. What they are told names that firm alone.
 */
const restateElsewhere = (tx: Tx, ref: string, { enterpriseId, ...answered }: AnsweredElsewhere) =>
  recordChange(tx, actor, {
    kind: 'privacy.answer-outdated',
    enterpriseId,
    subjectId: ref,
    jobs: [restateOrder(enterpriseId, ref, 'erasure', { ...answered, since: answered.since.toISOString() })],
  });

/** Whom a link is for, as long as it is known; with the last book the checks of their identity forget it too. */
const tagOfReach = async (tx: Tx, reach: PersonReach): Promise<string | null> =>
  reach.scope === 'whole' ? reach.check.tag : tagOfSubject(tx, reach.subjects[0]);

/** That everything went is told by the platform's chain alone. */
async function noteWhole(tx: Tx, reach: PersonReach): Promise<void> {
  if (reach.scope === 'book') return;
  const detail = { ...reachDetail(reach), books: reach.subjects.length };
  await appendAudit(tx, actor, { action: 'privacy.erased', detail });
}

/** Destroys again the keys of every noted erasure: after a crash in between, and after a restore. Returns how many. */
export async function repeatErasures(tx: Tx): Promise<number> {
  const subjects = await erasedSubjects(tx);
  for (const subject of subjects) destroyKey(subject);
  return subjects.length;
}
