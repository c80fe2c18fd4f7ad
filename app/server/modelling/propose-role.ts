import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { PromotionRefusal } from '~/domain/modelling/promotion.ts';
import { type CardRole, changeRole, type RoleRefusal } from '~/domain/modelling/role.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { admitPromotion } from '~/server/modelling/admit-promotion.ts';
import { addProposal, findModel, proposalsOf } from '~/server/modelling/store.ts';

type Wish = { readonly version: string; readonly toRole: CardRole; readonly reason: string };

export type ProposeRefusal =
  | RoleRefusal
  | PromotionRefusal
  | { readonly code: 'modelling.not-found' }
  | { readonly code: 'modelling.proposal-open' };

/** Proposes another part for a card; a second person decides. A champion must have shown enough in the shadow. */
export async function proposeRole(actor: Person, wish: Wish): Promise<Result<string, ProposeRefusal>> {
  const admitted = await admitPromotion(wish.version, wish.toRole);
  if (!admitted.ok) return admitted;
  return withActor(actor, async (tx): Promise<Result<string, ProposeRefusal>> => {
    const model = await findModel(tx, wish.version);
    if (!model || model.origin === 'shipped') return refuse({ code: 'modelling.not-found' });
    const changed = changeRole(model.kind, model.role, wish.toRole);
    if (!changed.ok) return changed;
    const open = (await proposalsOf(tx, wish.version)).some(({ outcome }) => outcome === null);
    if (open) return refuse({ code: 'modelling.proposal-open' });
    const id = randomUUID();
    await addProposal(tx, { id, ...wish, proposedBy: actor.userId, proposedAt: clock.now() });
    const detail = { version: wish.version, toRole: wish.toRole };
    await recordChange(tx, actor, { kind: 'modelling.role-proposed', subjectId: id, payload: detail });
    await appendAudit(tx, actor, { action: 'modelling.role-proposed', detail });
    return accept(id);
  });
}
