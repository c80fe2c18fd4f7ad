import type { NeedId } from '~/domain/kernel/id.ts';
import { accept, refuse } from '~/domain/kernel/result.ts';
import { type Match, reasonsFor } from '~/domain/match/match.ts';
import type { SubsidyRoom } from '~/domain/match/subsidy-room.ts';
import type { Need } from '~/domain/need/need.ts';
import type { Explanation } from '~/domain/product/explain.ts';
import { atomsOf } from '~/domain/product/predicate.ts';
import { priceView } from '~/domain/product/price-view.ts';
import { conditionsOfProduct } from '~/domain/product/product.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { keptView } from '~/server/match/kept-view.ts';
import { type MatchedNeed, matchOf, type NeedInputs, readForNeed } from '~/server/match/match-need.ts';
import { needView } from '~/server/need/need-view.ts';
import { findNeed } from '~/server/need/store.ts';
import { productRow } from '~/server/product/product-view.ts';
import { namesAmong } from '~/server/product/store-names.ts';

export type ShowMatchRefusal = { readonly code: 'need.not-found' };

/**
 * The firm's match page: its own offers or the published examples, each with every condition and its price; of a long
 * group the first ones, unless the whole list is asked for.
 */
export function showMatch(actor: Actor, needId: NeedId, shown: 'offers' | 'examples', isWhole = false) {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx) => {
    const need = await findNeed(tx, enterpriseId, needId);
    if (!need) return refuse<ShowMatchRefusal>({ code: 'need.not-found' });
    const inputs = await readForNeed(tx, need);
    return accept(keptView(need, inputs, `${shown} ${isWhole}`, () => view(need, inputs, shown, isWhole)));
  });
}

function view(need: Need, inputs: NeedInputs, shown: 'offers' | 'examples', isWhole: boolean) {
  const matched = matchOf(need, inputs);
  const { applicant } = matched;
  const wanted = matched.matches.filter((match) => match.example === (shown === 'examples'));
  const listed = placed(wanted, isWhole);
  return {
    need: needView(need),
    shown,
    asOf: applicant.today,
    score: applicant.score && { scope: applicant.score.scope, grade: applicant.score.grade },
    counts: {
      offers: matched.matches.filter((match) => !match.example).length,
      examples: matched.matches.filter((match) => match.example).length,
    },
    groups: {
      pass: sizeOf(wanted, 'pass'),
      unknown: sizeOf(wanted, 'unknown'),
      fail: sizeOf(wanted, 'fail'),
    },
    matches: listed.map(([match, isFolded]) => matchView(match, matched, isFolded)),
    openings: matched.openings.map(({ step, opens, settles }) => ({
      step,
      opens: opens.length,
      settles: settles.length,
    })),
    rooms: matched.rooms.map(roomView),
    names: namesFor(
      listed.map(([match]) => match),
      matched,
    ),
  };
}

const roomView = ({ scheme, used, left, drawUntil }: SubsidyRoom) => ({
  code: scheme.code,
  zh: scheme.nameZh,
  en: scheme.nameEn,
  usedFen: String(used),
  leftFen: left === null ? null : String(left),
  drawUntil,
});

/** Products of a group that open by themselves; those behind them are folded, and say what stands in the way alone. */
const unfolded = 8;

/** Products of a group that the page lists at once; the whole list is one link away. */
const listedAtOnce = 24;

/** The listed matches, each with whether it is folded. */
function placed(matches: readonly Match[], isWhole: boolean): (readonly [Match, boolean])[] {
  const before = { pass: 0, unknown: 0, fail: 0 };
  return matches.flatMap((match) => {
    before[match.verdict] += 1;
    const at = before[match.verdict];
    return isWhole || at <= listedAtOnce ? [[match, at > unfolded] as const] : [];
  });
}

const sizeOf = (matches: readonly Match[], verdict: Match['verdict']) =>
  matches.filter((match) => match.verdict === verdict).length;

const count = (conditions: readonly Explanation[], verdict: Match['verdict']) =>
  conditions.filter((condition) => condition.verdict === verdict).length;

function matchView(match: Match, { products, decisionDays, applicant }: MatchedNeed, isFolded: boolean) {
  const product = products.get(match.productId);
  if (!product) throw new Error(`no product ${match.productId}`);
  const { verdict, price } = match;
  const conditions = reasonsFor(product, applicant);
  const days = decisionDays.get(product.institutionId) ?? null;
  return {
    product: productRow(product),
    verdict,
    isFolded,
    tally: {
      all: conditions.length,
      passed: count(conditions, 'pass'),
      failing: count(conditions, 'fail'),
      open: count(conditions, 'unknown'),
    },
    conditions: isFolded ? conditions.filter((each) => each.verdict !== 'pass') : conditions,
    price: price && priceView(price),
    decisionDays: days,
  };
}

function namesFor(matches: readonly Match[], { products, applicant, names }: MatchedNeed) {
  const atoms = matches.flatMap((match) => {
    const product = products.get(match.productId);
    return product ? atomsOf(conditionsOfProduct(product)) : [];
  });
  const { regionCode, industryCode, industrySection } = applicant.firm;
  const industries = [industryCode, industrySection].filter((code) => code !== null);
  return namesAmong(names, atoms, { regions: regionCode ? [regionCode] : [], industries });
}
