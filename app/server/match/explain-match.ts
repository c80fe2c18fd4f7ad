import { type NeedId, parseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { defaultNeed } from '~/domain/match/default-need.ts';
import { type Match, reasonsFor } from '~/domain/match/match.ts';
import { longestList } from '~/domain/match/match-lists.ts';
import type { Need } from '~/domain/need/need.ts';
import { atomsOf } from '~/domain/product/predicate.ts';
import { conditionsOfProduct } from '~/domain/product/product.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type MatchedNeed, matchNeed } from '~/server/match/match-need.ts';
import { latestOpenNeed } from '~/server/match/store-list.ts';
import { namesAmong } from '~/server/product/store-names.ts';
import { findFirms } from '~/server/score/store.ts';

export type ExplainMatchRefusal =
  | { readonly code: 'score.firm-unknown'; readonly key: string }
  | { readonly code: 'score.firm-ambiguous'; readonly key: string; readonly sources: readonly string[] };

/**
 * How one firm stands with the whole shelf, for the platform's own staff: the first ten products that it may have and the
 * ten that it misses by least, each with every condition; for its latest open need, or the usual one. The same match as on the
 * firm's page. Each look is logged in the firm's chain.
 */
export function explainMatch(actor: Actor, key: string) {
  return withActor(actor, async (tx): Promise<Result<ExplainedMatch, ExplainMatchRefusal>> => {
    const found = await findFirms(tx, { key, id: parseId<'enterprise'>(key) });
    const [firm, ...others] = found;
    if (!firm) return refuse({ code: 'score.firm-unknown', key });
    if (others.length > 0)
      return refuse({ code: 'score.firm-ambiguous', key, sources: found.map((f) => f.source) });
    const open = await latestOpenNeed(tx, firm.id);
    const need = open ?? usualNeed(firm.id);
    const matched = await matchNeed(tx, need);
    await appendAudit(tx, actor, {
      action: 'match.explained',
      enterpriseId: firm.id,
      detail: { needId: open?.id ?? null },
    });
    return accept({
      firm: { id: firm.id, uscc: firm.uscc, name: firm.name },
      ...viewOf(matched),
      stated: open !== null,
    });
  });
}

export type ExplainedMatch = ReturnType<typeof viewOf> & {
  readonly firm: { readonly id: string; readonly uscc: string | null; readonly name: string };
  /** Whether the firm stated the need; otherwise the usual one stands in. */
  readonly stated: boolean;
};

const usualNeed = (enterpriseId: Need['enterpriseId']): Need => ({
  ...defaultNeed,
  id: '00000000-0000-0000-0000-000000000000' as NeedId,
  enterpriseId,
  note: null,
  state: 'open',
  createdAt: clock.now(),
});

function viewOf(matched: MatchedNeed) {
  const count = (verdict: Match['verdict']) => matched.matches.filter((m) => m.verdict === verdict).length;
  const first = matched.matches.filter(({ verdict }) => verdict !== 'fail').slice(0, longestList);
  const missed = matched.matches.filter(({ verdict }) => verdict === 'fail').slice(0, longestList);
  return {
    asOf: matched.applicant.today,
    verdicts: { pass: count('pass'), unknown: count('unknown'), fail: count('fail') },
    first: first.map((match) => shown(match, matched)),
    missed: missed.map((match) => shown(match, matched)),
  };
}

function shown(match: Match, { products, applicant, names }: MatchedNeed) {
  const product = products.get(match.productId);
  if (!product) throw new Error(`no product ${match.productId}`);
  const { nameZh, nameEn, bankZh, bankEn } = product;
  return {
    ...{ id: match.productId as string, nameZh, nameEn, bankZh, bankEn, example: match.example },
    verdict: match.verdict,
    netFen: match.netCost === null ? null : String(match.netCost),
    failing: match.failing,
    conditions: reasonsFor(product, applicant),
    names: namesAmong(names, atomsOf(conditionsOfProduct(product)), {}),
  };
}
