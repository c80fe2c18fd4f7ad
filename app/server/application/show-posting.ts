import { offerCost } from '~/domain/application/offer-cost.ts';
import { expectedSubsidy } from '~/domain/application/offer-subsidy.ts';
import { isPosted, mayChoose } from '~/domain/application/posting.ts';
import type { NeedId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Need } from '~/domain/need/need.ts';
import type { Subsidised } from '~/domain/product/price.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { subsidisedBy } from '~/server/application/compare-offers.ts';
import { draftPosting } from '~/server/application/post-need.ts';
import { termsToJson } from '~/server/application/proposal-json.ts';
import { readOwnStandards } from '~/server/application/read-standards.ts';
import { banksKeptFrom } from '~/server/application/store-kept-from.ts';
import {
  type AnswerRow,
  answersTo,
  type PostingRow,
  postingsOf,
} from '~/server/application/store-posting.ts';
import { latestNomination } from '~/server/application/store-recommendation.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { namesOfInstitutions } from '~/server/institution/store-names.ts';
import { type MatchedNeed, matchNeed } from '~/server/match/match-need.ts';
import { needView } from '~/server/need/need-view.ts';
import { findNeed } from '~/server/need/store.ts';
import { productsByIds } from '~/server/product/store.ts';
import { readCodeNames } from '~/server/product/store-names.ts';

type NotFound = { readonly code: 'need.not-found' };

/** The firm's page of a posted need: what banks would read or read now, and their answers by net cost. */
export function showPosting(actor: Actor, needId: NeedId): Promise<Result<PostingView, NotFound>> {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx): Promise<Result<PostingView, NotFound>> => {
    const need = await findNeed(tx, enterpriseId, needId);
    return need ? accept(await viewOf(tx, need)) : refuse({ code: 'need.not-found' });
  });
}

export type PostingView = Awaited<ReturnType<typeof viewOf>>;

async function viewOf(tx: Tx, need: Need) {
  const today = clock.today();
  const postings = await postingsOf(tx, need.enterpriseId, need.id);
  const open = postings.find((posting) => isPosted(posting, today)) ?? null;
  const answers = await answersTo(
    tx,
    postings.map(({ id }) => id),
  );
  const matched = open || need.state === 'closed' ? null : await matchNeed(tx, need);
  const draft = matched && (await draftPosting(tx, need, false, matched));
  const profiles = [open?.profile, draft?.profile].flatMap((profile) => profile ?? []);
  return {
    need: needView(need),
    now: clock.now().toISOString(),
    open: open && { ...shown(open), banksNotAsked: (await banksKeptFrom(tx, open)).size },
    draft: draft && {
      profile: draft.profile,
      openUntil: draft.openUntil as string,
      banksNotAsked: draft.notTo.length,
      products: Object.keys(draft.standing).length,
    },
    answers: await answersShown(tx, need, answers),
    recommended: await recommendedView(tx, need, matched),
    past: postings.filter((posting) => posting !== open).map(shown),
    names: await readCodeNames(tx, [], {
      regions: profiles.flatMap(({ region }) => region ?? []),
      industries: profiles.flatMap(({ industry }) => industry ?? []),
    }),
  };
}

/**
 * Where the firm stands on its way to the recommended list; what it would agree to while nothing else is under way. A
 * nomination that was settled for another need says nothing here.
 */
async function recommendedView(tx: Tx, need: Need, matched: MatchedNeed | null) {
  const latest = await latestNomination(tx, need.enterpriseId);
  const isPosted = need.state === 'open' && matched === null;
  const standards = matched && (await readOwnStandards(tx, need, matched));
  const own = latest && (latest.needId === null || latest.needId === need.id) ? latest : null;
  return {
    mayAgree: matched !== null,
    isPosted,
    standards: standards ?? own?.standards ?? [],
    latest: own && {
      state: own.state,
      nominator: own.nominator,
      reason: own.reason,
      note: own.reviewNote,
      vouched: own.vouched,
    },
  };
}

const shown = ({ id, named, profile, openUntil, postedAt }: PostingRow) => ({
  id,
  named,
  profile,
  openUntil: openUntil as string,
  postedAt: postedAt.toISOString(),
});

/** Answers with terms first, the cheapest by net cost before the dearer; then those under way, then those without. */
async function answersShown(tx: Tx, need: Need, answers: readonly AnswerRow[]) {
  const by = await subsidisedBy(tx, need.enterpriseId);
  const banks = await namesOfInstitutions(
    tx,
    answers.map((each) => each.institutionId),
  );
  const products = await productsByIds(
    tx,
    answers.flatMap(({ productId }) => productId ?? []),
  );
  const lines = answers.map((answer) => {
    const product = products.find(({ id }) => id === answer.productId);
    return {
      id: answer.id,
      bank: banks.get(answer.institutionId) ?? { zh: '', en: '' },
      product: product ? { id: product.id as string, zh: product.nameZh, en: product.nameEn } : null,
      state: answer.state,
      dueAt: answer.dueAt.toISOString(),
      mayChoose: need.state === 'open' && mayChoose(answer, clock.today()).ok,
      offer: answer.terms && priced(answer.terms, need, by),
    };
  });
  const net = (line: (typeof lines)[number]) => (line.offer ? BigInt(line.offer.net) : null);
  return lines.sort((a, b) => compareNet(net(a), net(b)) || (a.id < b.id ? -1 : 1));
}

function compareNet(a: bigint | null, b: bigint | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a === b ? 0 : a < b ? -1 : 1;
}

function priced(terms: NonNullable<AnswerRow['terms']>, need: Need, by: Subsidised) {
  const today = clock.today();
  const cost = offerCost(terms, today, expectedSubsidy(terms, need.purpose, today, by).amount);
  return {
    terms: termsToJson(terms),
    net: String(cost.net),
    interest: String(cost.interest),
    subsidy: String(cost.subsidy),
    apr: cost.apr as number | null,
    firstPayment: String(cost.firstPayment),
  };
}
