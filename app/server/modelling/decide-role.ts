import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type CardRole, changeRole, type RoleRefusal } from '~/domain/modelling/role.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  championVersion,
  decideProposal,
  findModel,
  lockProposal,
  type Model,
  setRole,
} from '~/server/modelling/store.ts';
import { signText } from '~/server/platform/signing.ts';
import { insertStatisticalCard } from '~/server/score/store.ts';

export type DecideRefusal =
  | RoleRefusal
  | { readonly code: 'modelling.not-found' }
  | { readonly code: 'modelling.decided-already' }
  | { readonly code: 'modelling.own-proposal' };

/**
 * A second person's word on a proposal. An approved challenger or champion is signed and published, and scores every firm
 * from then on; a new champion retires the one before it.
 */
export function decideRole(
  actor: Person,
  id: string,
  outcome: 'approved' | 'refused',
): Promise<Result<string, DecideRefusal>> {
  return withActor(actor, async (tx): Promise<Result<string, DecideRefusal>> => {
    const proposal = await lockProposal(tx, id);
    const model = proposal && (await findModel(tx, proposal.version));
    if (!proposal || !model) return refuse({ code: 'modelling.not-found' });
    if (proposal.outcome !== null) return refuse({ code: 'modelling.decided-already' });
    if (proposal.proposedBy === actor.userId) return refuse({ code: 'modelling.own-proposal' });
    const changed = changeRole(model.role, proposal.toRole as CardRole);
    if (outcome === 'approved' && !changed.ok) return changed;
    await decideProposal(tx, id, { outcome, by: actor.userId, at: clock.now() });
    if (outcome === 'approved') await takeEffect(tx, model, proposal.toRole as CardRole);
    const detail = { version: model.version, toRole: proposal.toRole, outcome };
    const scores = outcome === 'approved' && proposal.toRole !== 'retired';
    await recordChange(tx, actor, {
      kind: 'modelling.role-decided',
      subjectId: id,
      payload: detail,
      ...(scores && {
        jobs: [{ name: 'modelling.score-shadow', payload: { version: model.version, ref: id } }],
      }),
    });
    await appendAudit(tx, actor, { action: 'modelling.role-decided', detail });
    return accept(model.version);
  });
}

async function takeEffect(tx: Tx, { version, card, hash }: Model, role: CardRole): Promise<void> {
  const before = role === 'champion' ? await championVersion(tx) : null;
  if (before) await setRole(tx, before, 'retired');
  await setRole(tx, version, role);
  if (role !== 'retired')
    await insertStatisticalCard(tx, card, { version, hash, ...signText(hash), at: clock.now() });
}
