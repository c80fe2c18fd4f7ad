import { randomUUID } from 'node:crypto';
import { batchFollowers } from '#jobs/contract.ts';
import { purgeDue } from '~/domain/consent/withdrawal.ts';
import { type Day, dayAt } from '~/domain/kernel/day.ts';
import type { ConsentId, EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { type BatchTx, withBatchTransaction } from '~/server/db/batch-client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import {
  addInheritance,
  type EndedConsent,
  endConsents,
  endDecidedCopies,
  followStatus,
  inheritFacts,
  keepDecided,
  revokeUndone,
  tellConsentEnded,
} from '~/server/record/store-inherit.ts';

/**
 * Brings the books to what was written down of successions: liabilities reach the successors, what was undone is revoked,
 * dissolved firms leave the population, and their consents and those of the people behind them end; what is pending about the records goes along by a job. One transaction, and once it is at rest it changes
 * nothing; touched firms are scored again.
 */
export async function followSuccession(actor: Actor): Promise<void> {
  const batchId = randomUUID();
  const knownAt = clock.now();
  const today = dayAt(knownAt);
  const { withdrawal } = await withActor(actor, (tx) => readPrivacyDuties(tx, today));
  const dueOn = purgeDue(today, withdrawal);
  await withBatchTransaction(async (tx) => {
    await tx.client.query(`select pg_advisory_xact_lock(hashtextextended('record.succession', 0))`);
    const under = { batchId, knownAt };
    const kept = await keepDecided(tx, under);
    const revoked = await revokeUndone(tx, under);
    const inherited = (await inheritFacts(tx, under)) + (await endDecidedCopies(tx, under));
    const restated = await followStatus(tx);
    const ended = await endConsents(tx, knownAt);
    for (const consent of ended) await tellEnd(tx, actor, consent, { at: knownAt, dueOn });
    const rows = kept + revoked + inherited;
    if (rows > 0) await addInheritance(tx, under, rows);
    if (rows + restated + ended.length === 0) return;
    const detail = { batchId, inherited, revoked, kept, consents: ended.length };
    await appendAudit(tx, actor, { action: 'record.inherited', detail });
    await recordChange(tx, actor, {
      kind: 'record.inherited',
      subjectId: batchId,
      payload: detail,
      jobs: [
        ...(rows > 0 ? batchFollowers.map((name) => ({ name, payload: { batchId } })) : []),
        { name: 'repair.carry-cases', payload: { ref: batchId } },
      ],
    });
  });
}

async function tellEnd(
  tx: BatchTx,
  actor: Actor,
  consent: EndedConsent,
  when: { readonly at: Date; readonly dueOn: Day },
): Promise<void> {
  if (consent.institutionId) await tellConsentEnded(tx, consent, when);
  const enterpriseId = consent.enterpriseId as EnterpriseId;
  const { id, purpose, hash, personId } = consent;
  const kind = personId ? 'privacy.person-withdrew' : 'consent.withdrawn';
  await recordChange(tx, actor, {
    kind,
    enterpriseId,
    institutionId: consent.institutionId as InstitutionId | null,
    subjectId: id,
    payload: { purpose, hash },
  });
  const line = { action: kind, enterpriseId, purpose, ...(!personId && { consentId: id as ConsentId }) };
  const whose = personId && { person: personId, institutionId: consent.institutionId };
  await appendAudit(tx, actor, { ...line, detail: { hash, because: 'succession', ...whose } });
}
