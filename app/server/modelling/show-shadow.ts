import { promotionGates, type ShadowShown } from '~/domain/modelling/promotion.ts';
import { system } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readPromotion } from '~/server/modelling/read-promotion.ts';
import type { Model } from '~/server/modelling/store.ts';
import { shadowDaysOf } from '~/server/modelling/store-shadow.ts';

/** The days of a card in the shadow; null for one that was never a challenger. */
export async function shadowOf(tx: Tx, model: Model): Promise<Omit<ShadowShown, 'promotion'> | null> {
  if (!model.shadowSince) return null;
  const days = await shadowDaysOf(tx, model.version);
  return {
    since: model.shadowSince.toISOString(),
    days: days.map(({ cardVersion: _, day, ...rest }) => ({ ...rest, day: dayOfDate(day) })),
  };
}

/**
 * What the promotion of a challenger still lacks, null of any other card. What was released of a bank's study is read by the
 * platform itself, in a transaction of its own: not to be called within another.
 */
export async function promotionOf(model: Model): Promise<ShadowShown['promotion']> {
  if (model.role !== 'challenger') return null;
  const { record, rule, limits } = await withActor(system('modelling.show-shadow'), (tx) =>
    readPromotion(tx, model),
  );
  return {
    gates: promotionGates(record, rule, limits),
    days: record.days,
    leastDays: rule.leastShadowDays,
    firms: record.firms,
    leastFirms: rule.leastShadowFirms,
    backTest: record.backTest,
    leastAucPpm: limits.aucActPpm,
  };
}
