import type { NeedId } from '~/domain/kernel/id.ts';
import { accept, refuse } from '~/domain/kernel/result.ts';
import type { Match } from '~/domain/match/match.ts';
import type { SubsidyRoom } from '~/domain/match/subsidy-room.ts';
import { atomsOf } from '~/domain/product/predicate.ts';
import { priceView } from '~/domain/product/price-view.ts';
import { conditionsOfProduct } from '~/domain/product/product.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type MatchedNeed, matchNeed } from '~/server/match/match-need.ts';
import { needView } from '~/server/need/need-view.ts';
import { findNeed } from '~/server/need/store.ts';
import { productRow } from '~/server/product/product-view.ts';
import { readCodeNames } from '~/server/product/store-names.ts';

export type ShowMatchRefusal = { readonly code: 'need.not-found' };

/** The firm's match page: its own offers or the published examples, each with every condition and its price. */
export function showMatch(actor: Actor, needId: NeedId, shown: 'offers' | 'examples') {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx) => {
    const need = await findNeed(tx, enterpriseId, needId);
    if (!need) return refuse<ShowMatchRefusal>({ code: 'need.not-found' });
    const matched = await matchNeed(tx, need);
    const { applicant } = matched;
    const wanted = matched.matches.filter((match) => match.example === (shown === 'examples'));
    return accept({
      need: needView(need),
      shown,
      asOf: applicant.today,
      score: applicant.score && { scope: applicant.score.scope, grade: applicant.score.grade },
      counts: {
        offers: matched.matches.filter((match) => !match.example).length,
        examples: matched.matches.filter((match) => match.example).length,
      },
      matches: wanted.map((match) => matchView(match, matched)),
      openings: matched.openings.map(({ step, opens, settles }) => ({
        step,
        opens: opens.length,
        settles: settles.length,
      })),
      rooms: matched.rooms.map(roomView),
      names: await namesFor(tx, wanted, matched),
    });
  });
}

const roomView = ({ scheme, used, left, drawUntil }: SubsidyRoom) => ({
  code: scheme.code,
  zh: scheme.nameZh,
  en: scheme.nameEn,
  usedFen: String(used),
  leftFen: left === null ? null : String(left),
  drawUntil,
});

function matchView(match: Match, { products, decisionDays }: MatchedNeed) {
  const product = products.get(match.productId);
  if (!product) throw new Error(`no product ${match.productId}`);
  const { verdict, conditions, price } = match;
  const days = decisionDays.get(product.institutionId) ?? null;
  return {
    product: productRow(product),
    verdict,
    conditions,
    price: price && priceView(price),
    decisionDays: days,
  };
}

function namesFor(tx: Tx, matches: readonly Match[], { products, applicant }: MatchedNeed) {
  const atoms = matches.flatMap((match) => {
    const product = products.get(match.productId);
    return product ? atomsOf(conditionsOfProduct(product)) : [];
  });
  const { regionCode, industryCode, industrySection } = applicant.firm;
  const industries = [industryCode, industrySection].filter((code) => code !== null);
  return readCodeNames(tx, atoms, { regions: regionCode ? [regionCode] : [], industries });
}
