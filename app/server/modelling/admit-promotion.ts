import { accept, type Result } from '~/domain/kernel/result.ts';
import { admitChampion, type PromotionRefusal } from '~/domain/modelling/promotion.ts';
import type { CardRole } from '~/domain/modelling/role.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readPromotion } from '~/server/modelling/read-promotion.ts';
import { findModel } from '~/server/modelling/store.ts';

const actor = system('modelling.admit-promotion');

/** Whether a card has shown enough for a part: only a champion must have shown something. Asked before proposing and deciding. */
export function admitPromotion(version: string, toRole: CardRole): Promise<Result<null, PromotionRefusal>> {
  if (toRole !== 'champion') return Promise.resolve(accept(null));
  return withActor(actor, async (tx): Promise<Result<null, PromotionRefusal>> => {
    const model = await findModel(tx, version);
    if (model?.role !== 'challenger') return accept(null); // another refusal says so
    const { record, rule, limits } = await readPromotion(tx, model);
    return admitChampion(record, rule, limits);
  });
}
