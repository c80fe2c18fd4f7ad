import { type BackTest, type Gate, promotionGates } from '~/domain/modelling/promotion.ts';
import { system } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readPromotion } from '~/server/modelling/read-promotion.ts';
import type { Model } from '~/server/modelling/store.ts';
import { shadowDaysOf } from '~/server/modelling/store-shadow.ts';

/** A card's time in the shadow, day by day, and what its promotion still lacks. */
export type ShadowShown = {
  readonly since: string;
  readonly days: readonly {
    readonly day: string;
    readonly against: string;
    readonly firms: number;
    readonly agreeing: number;
    readonly higher: number;
    readonly lower: number;
  }[];
  /** Of a challenger. */
  readonly promotion: {
    readonly gates: readonly Gate[];
    readonly days: number;
    readonly leastDays: number;
    readonly firms: number;
    readonly leastFirms: number;
    readonly backTest: BackTest | null;
    readonly leastAucPpm: number;
  } | null;
};

/** Null for a card that was never a challenger. What was released of a bank's study is read by the platform itself. */
export async function shadowOf(tx: Tx, model: Model): Promise<ShadowShown | null> {
  if (!model.shadowSince) return null;
  const days = await shadowDaysOf(tx, model.version);
  return {
    since: model.shadowSince.toISOString(),
    days: days.map(({ cardVersion: _, day, ...rest }) => ({ ...rest, day: dayOfDate(day) })),
    promotion: model.role === 'challenger' ? await promotionOf(model) : null,
  };
}

async function promotionOf(model: Model): Promise<ShadowShown['promotion']> {
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
