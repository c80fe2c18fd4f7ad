import { featureDefinitions } from '~/domain/feature/definitions.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { gapsOf, type ProductBody } from '~/domain/product/body.ts';
import { conditionsFor } from '~/domain/product/conditions.ts';
import { explain } from '~/domain/product/explain.ts';
import { atomsOf } from '~/domain/product/predicate.ts';
import { diffProducts } from '~/domain/product/product-diff.ts';
import { leastTold, type Reach, toldCount } from '~/domain/product/reach.ts';
import { testFirmNames, testFirms } from '~/domain/product/test-firms.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { reachOf } from '~/server/access/policy.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { bodyOf } from '~/server/product/as-body.ts';
import { productsByIds } from '~/server/product/store.ts';
import { findProductDraft, namesOfMakers, type ProductDraftRow } from '~/server/product/store-drafts.ts';
import { readCodeNames } from '~/server/product/store-names.ts';

/** A version in the making: what it says, what it changes, whom it reaches, and how invented firms fare with it. */
export function showProductDraft(actor: Actor, id: string) {
  return withActor(
    actor,
    async (tx): Promise<Result<ProductDraftView, { readonly code: 'product.not-found' }>> => {
      const draft = await findProductDraft(tx, id);
      return draft ? accept(await viewOf(tx, actor, draft)) : refuse({ code: 'product.not-found' });
    },
  );
}

export type ProductDraftView = Awaited<ReturnType<typeof viewOf>>;

async function viewOf(tx: Tx, actor: Actor, draft: ProductDraftRow) {
  const { body } = draft;
  const before = await versionBefore(tx, draft);
  const today = clock.today();
  const people = await namesOfMakers(tx, draft);
  return {
    id: draft.id,
    productId: draft.productId,
    version: draft.version,
    state: draft.state,
    offShelf: draft.offShelf,
    isMine: draft.draftedBy === asPerson(actor).userId,
    mayDecide: reachOf(actor, 'product.decide') !== null,
    draftedBy: people.get(draft.draftedBy) ?? '',
    changedAt: draft.changedAt.toISOString(),
    decidedBy: people.get(draft.decidedBy ?? '') ?? null,
    decidedAt: draft.decidedAt?.toISOString() ?? null,
    decisionNote: draft.decisionNote,
    effectiveFrom: draft.effectiveFrom,
    note: draft.note,
    body,
    before,
    lines: conditionsFor(body.eligibility),
    diff: before && diffProducts(before, body),
    gaps: gapsOf(body, today),
    reach: draft.reach && tellReach(draft.reach),
    isCounting: draft.reachRef !== null && draft.reach === null,
    trials: trialsOf(body, today),
    names: await readCodeNames(tx, [
      ...atomsOf(body.eligibility),
      ...(before ? atomsOf(before.eligibility) : []),
    ]),
    features: featureDefinitions.map(({ code, unit }) => ({ code, unit })),
  };
}

/** What the shelf says while the version is in the making. */
async function versionBefore(tx: Tx, { productId, basedOn }: ProductDraftRow): Promise<ProductBody | null> {
  if (basedOn === null) return null;
  const [held] = await productsByIds(tx, [productId]);
  return held ? bodyOf(held) : null;
}

const tellReach = ({ firms, passing, open, more, fewer }: Reach) => ({
  firms: toldCount(firms),
  passing: toldCount(passing),
  open: toldCount(open),
  more: more === null ? null : { count: toldCount(more) },
  fewer: fewer === null ? null : { count: toldCount(fewer) },
  least: leastTold,
});

const trialsOf = ({ eligibility }: ProductBody, today: ReturnType<typeof clock.today>) => {
  const firms = testFirms(today);
  return testFirmNames.map((name) => ({
    name,
    verdict: explain(eligibility, firms[name]).verdict,
    lines: conditionsFor(eligibility).map((line) => explain(line, firms[name]).verdict),
  }));
};
