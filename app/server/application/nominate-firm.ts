import { randomUUID } from 'node:crypto';
import { mayNominate, type RecommendationRefusal } from '~/domain/application/recommendation.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson, system } from '~/server/access/actor.ts';
import { readPublicStandards } from '~/server/application/read-standards.ts';
import { addNomination } from '~/server/application/store-recommendation.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findFirmByCode } from '~/server/enterprise/store-succession.ts';
import { notify } from '~/server/platform/notify.ts';

export type NominateRefusal = RecommendationRefusal | { readonly code: 'need.nominee-not-found' };

/**
 * A department or the platform puts a firm forward for the recommended list (domain.md row E5). The five standards are
 * checked against public records alone; the firm is asked, and nothing reaches a bank before it agrees and somebody else
 * has reviewed it.
 */
export async function nominateFirm(
  actor: Actor,
  { uscc, reason }: { readonly uscc: string; readonly reason: string },
): Promise<Result<string, NominateRefusal>> {
  const person = asPerson(actor);
  const found = await withActor(system('need.nominee'), async (tx) => {
    const firm = await findFirmByCode(tx, uscc);
    if (!firm) return null;
    const enterpriseId = firm.id as EnterpriseId;
    return { enterpriseId, standards: await readPublicStandards(tx, enterpriseId) };
  });
  if (!found) return refuse({ code: 'need.nominee-not-found' });
  const { enterpriseId, standards } = found;
  const may = mayNominate(standards);
  if (!may.ok) return may;
  return withActor(actor, async (tx): Promise<Result<string, NominateRefusal>> => {
    const id = randomUUID();
    const isFirst = await addNomination(tx, {
      ...{ enterpriseId, id, reason, standards, nominatedAt: clock.now() },
      institutionId: person.role === 'liaison' ? (person.institutionId as InstitutionId) : null,
      nominatedBy: person.userId,
      nominator: person.institutionName ?? person.name,
    });
    if (!isFirst) return refuse({ code: 'need.nominated-already' });
    await recordChange(tx, actor, { kind: 'need.nominated', enterpriseId, subjectId: id });
    await appendAudit(tx, actor, {
      action: 'need.nominated',
      enterpriseId,
      detail: { recommendationId: id },
    });
    await notify(tx, { to: { enterpriseId }, kind: 'need.nominated', params: {}, href: '/my/needs' });
    return accept(id);
  });
}
