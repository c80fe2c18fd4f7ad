import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { PromotionRefusal } from '~/domain/modelling/promotion.ts';
import { type CardRole, changeRole, type RoleRefusal } from '~/domain/modelling/role.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { admitPromotion } from '~/server/modelling/admit-promotion.ts';
import {
  championVersion,
  decideProposal,
  findModel,
  lockProposal,
  type Model,
  setRole,
} from '~/server/modelling/store.ts';
import { signText } from '~/server/platform/signing.ts';
import { insertCard, insertStatisticalCard } from '~/server/score/store.ts';

export type DecideRefusal =
  | RoleRefusal
  | PromotionRefusal
  | { readonly code: 'modelling.not-found' }
  | { readonly code: 'modelling.decided-already' }
  | { readonly code: 'modelling.own-proposal' };

/**
 * A second person's word on a proposal. An approved challenger is signed and scores every firm in the shadow from then on; a
 * champion, which must have shown enough there, retires the one of its kind before it: a statistical one gives the estimate
 * that firms are shown, a rule card every score and grade from the run that is ordered with it.
 */
export async function decideRole(
  actor: Person,
  id: string,
  outcome: 'approved' | 'refused',
): Promise<Result<string, DecideRefusal>> {
  const waiting = outcome === 'approved' ? await withActor(actor, (tx) => lockProposal(tx, id)) : null;
  const isOpen = waiting && waiting.outcome === null && waiting.proposedBy !== actor.userId;
  const admitted = isOpen ? await admitPromotion(waiting.version, waiting.toRole as CardRole) : accept(null);
  if (!admitted.ok) return admitted;
  return withActor(actor, async (tx): Promise<Result<string, DecideRefusal>> => {
    const proposal = await lockProposal(tx, id);
    const model = proposal && (await findModel(tx, proposal.version));
    if (!proposal || !model) return refuse({ code: 'modelling.not-found' });
    if (proposal.outcome !== null) return refuse({ code: 'modelling.decided-already' });
    if (proposal.proposedBy === actor.userId) return refuse({ code: 'modelling.own-proposal' });
    const role = proposal.toRole as CardRole;
    const changed = changeRole(model.kind, model.role, role);
    if (outcome === 'approved' && !changed.ok) return changed;
    await decideProposal(tx, id, { outcome, by: actor.userId, at: clock.now() });
    if (outcome === 'approved') await takeEffect(tx, model, role);
    const detail = { version: model.version, toRole: proposal.toRole, outcome };
    await recordChange(tx, actor, {
      kind: 'modelling.role-decided',
      subjectId: id,
      payload: detail,
      ...(outcome === 'approved' && { jobs: jobsOf(model, role, id) }),
    });
    await appendAudit(tx, actor, { action: 'modelling.role-decided', detail });
    return accept(model.version);
  });
}

function jobsOf({ kind, version }: Model, role: CardRole, ref: string) {
  if (role === 'retired') return [];
  return kind === 'rule' && role === 'champion'
    ? [{ name: 'score.rescore-province' as const, payload: { day: clock.today(), ref } }]
    : [{ name: 'modelling.score-shadow' as const, payload: { version, ref } }];
}

async function takeEffect(tx: Tx, model: Model, role: CardRole): Promise<void> {
  const { kind, version, hash } = model;
  const at = clock.now();
  const before = role === 'champion' ? await championVersion(tx, kind) : null;
  if (before) await setRole(tx, before, 'retired', at);
  await setRole(tx, version, role, at);
  if (role === 'retired') return;
  if (model.kind === 'statistical')
    await insertStatisticalCard(tx, model.card, { version, hash, ...signText(hash), at });
  else if (role === 'champion') await insertCard(tx, model.card, { version, hash, ...signText(hash), at });
}
