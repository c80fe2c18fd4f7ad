import { glassState } from '~/domain/privacy/glass.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { reachOf } from '~/server/access/policy.ts';
import { clock } from '~/server/clock.ts';
import { humanReviewSince, isSoleTrader } from '~/server/consent/store-human-review.ts';
import { storedOnlySince } from '~/server/consent/store-storage.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import { glassOf } from '~/server/privacy/store-glass.ts';

/** A firm's rights on one page: export, restriction, what is kept and why, who looked in an emergency. */
export function showDataRights(actor: Actor) {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx) => ({
    storedSince: (await storedOnlySince(tx, enterpriseId))?.toISOString() ?? null,
    retention: (await readPrivacyDuties(tx, clock.today())).retention,
    isPerson: await isSoleTrader(tx, enterpriseId),
    peopleSince: (await humanReviewSince(tx, enterpriseId))?.toISOString() ?? null,
    mayChange: reachOf(actor, 'consent.restrict') !== null,
    glass: (await glassOf(tx, enterpriseId)).map((row) => ({
      ...{ id: row.id, reason: row.reason, askerName: row.askerName, verdict: row.verdict },
      state: glassState(row, clock.now()),
      askedAt: row.askedAt.toISOString(),
      opensUntil: row.opensUntil?.toISOString() ?? null,
    })),
  }));
}
