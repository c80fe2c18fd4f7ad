import { offerCost } from '~/domain/application/offer-cost.ts';
import { expectedSubsidy } from '~/domain/application/offer-subsidy.ts';
import type { EnterpriseId, NeedId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Subsidised } from '~/domain/product/price.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { monitoringBranch } from '~/server/application/monitoring-branch.ts';
import { termsToJson } from '~/server/application/proposal-json.ts';
import { type Application, liveApplications, type Offer, offersFor } from '~/server/application/store.ts';
import { partiesOf } from '~/server/application/store-party.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readFirmRecord } from '~/server/match/store-firm.ts';
import { principalUnderSchemes } from '~/server/match/store-schemes.ts';
import { findNeed } from '~/server/need/store.ts';
import { readSchemes } from '~/server/policy/read-schemes.ts';

/** The offers that stand for one need, the cheapest by net cost first (domain.md E4), as if all were drawn today. */
export function compareOffers(
  actor: Actor,
  needId: NeedId,
): Promise<Result<OfferComparison, { readonly code: 'need.not-found' }>> {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx) => {
    const need = await findNeed(tx, enterpriseId, needId);
    return need ? accept(await comparisonOf(tx, enterpriseId, needId)) : refuse({ code: 'need.not-found' });
  });
}

async function comparisonOf(tx: Tx, enterpriseId: EnterpriseId, needId: NeedId) {
  const live = await liveApplications(tx, enterpriseId, needId);
  const offers = await offersFor(
    tx,
    live.map((application) => application.id),
  );
  const by = await subsidisedBy(tx, enterpriseId);
  const lines: Awaited<ReturnType<typeof lineOf>>[] = [];
  for (const application of live) {
    const offer = offers.find((each) => each.applicationId === application.id && each.state !== 'declined');
    if (offer) lines.push(await lineOf(tx, application, offer, by));
  }
  const cheapestFirst = lines.sort((a, b) =>
    a.net === b.net ? (a.id < b.id ? -1 : 1) : a.net < b.net ? -1 : 1,
  );
  return {
    needId: needId as string,
    today: clock.today() as string,
    offers: cheapestFirst.map(({ net, ...line }) => ({ ...line, net: String(net) })),
    others: live.length - 1,
  };
}

export type OfferComparison = Awaited<ReturnType<typeof comparisonOf>>;

/** The branch that a consent to monitoring would be for; null is the whole bank. */
async function watchedBy(tx: Tx, application: Application) {
  const branch = await monitoringBranch(tx, application);
  return branch && { id: branch.id as string, zh: branch.zh, en: branch.en };
}

async function lineOf(tx: Tx, application: Application, offer: Offer, by: Subsidised) {
  const today = clock.today();
  const subsidy = expectedSubsidy(offer, application.purpose, today, by);
  const cost = offerCost(offer, today, subsidy.amount);
  const { firm: _firm, uscc: _uscc, ...names } = await partiesOf(tx, application);
  return {
    id: application.id as string,
    ...names,
    watchedBy: await watchedBy(tx, application),
    state: application.state,
    terms: termsToJson(offer),
    net: cost.net as bigint,
    interest: String(cost.interest),
    subsidy: String(cost.subsidy),
    apr: cost.apr as number | null,
    firstPayment: String(cost.firstPayment),
    largestPayment: String(cost.largestPayment),
  };
}

/** What the schemes ask of the firm, and what already uses their caps. */
export async function subsidisedBy(tx: Tx, enterpriseId: EnterpriseId): Promise<Subsidised> {
  const { facts, regionPath, industryPath } = await readFirmRecord(tx, enterpriseId, clock.today());
  const { kind, size } = facts;
  return {
    schemes: await readSchemes(tx),
    borrower: { regionPath, industryPath, size: size ?? 'undetermined', kind, lists: [] },
    capUsed: await principalUnderSchemes(tx, enterpriseId),
  };
}
