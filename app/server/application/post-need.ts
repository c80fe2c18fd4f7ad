import { randomUUID } from 'node:crypto';
import { postedUntil } from '~/domain/application/posting.ts';
import { type Finding, stopping } from '~/domain/application/pre-check.ts';
import { type Canonical, canonicalJson } from '~/domain/kernel/hash.ts';
import type { NeedId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Match } from '~/domain/match/match.ts';
import type { Need } from '~/domain/need/need.ts';
import type { FirmPerson } from '~/server/access/actor.ts';
import { profileOf } from '~/server/application/posted-profile.ts';
import { readPostingRules } from '~/server/application/read-posting-rules.ts';
import { runPreCheck } from '~/server/application/run-pre-check.ts';
import { postingOrder } from '~/server/application/spread-posting.ts';
import { banksAppliedTo } from '~/server/application/store-kept-from.ts';
import { addPosting, postingsOf } from '~/server/application/store-posting.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type MatchedNeed, matchNeed } from '~/server/match/match-need.ts';
import { findNeed } from '~/server/need/store.ts';
import { signText } from '~/server/platform/signing.ts';

export type PostRefusal =
  | { readonly code: 'need.not-found' }
  | { readonly code: 'need.closed-already' }
  | { readonly code: 'need.posted-already' }
  | { readonly code: 'application.check-stopped'; readonly findings: readonly Finding[] };

/**
 * The firm puts its need before all banks but those that it applied to for it (domain.md rows E4, E7). Banks read the need, the
 * firm in broad strokes and how it stands with their products, as it was at this moment; who it is only where it says so.
 * The signed statement of what is told, to whom and until when is the firm's consent to it.
 */
export function postNeed(
  actor: FirmPerson,
  needId: NeedId,
  named: boolean,
): Promise<Result<string, PostRefusal>> {
  return withActor(actor, async (tx): Promise<Result<string, PostRefusal>> => {
    const need = await findNeed(tx, actor.enterpriseId, needId);
    if (!need) return refuse({ code: 'need.not-found' });
    if (need.state === 'closed') return refuse({ code: 'need.closed-already' });
    const isPosted = (await postingsOf(tx, actor.enterpriseId, needId)).some(({ state }) => state === 'open');
    if (isPosted) return refuse({ code: 'need.posted-already' });
    const stops = stopping(await runPreCheck(tx, actor.enterpriseId, []));
    if (stops.length > 0) return refuse({ code: 'application.check-stopped', findings: stops });
    return accept(await writePosting(tx, actor, need, named));
  });
}

async function writePosting(tx: Tx, actor: FirmPerson, need: Need, named: boolean): Promise<string> {
  const { enterpriseId } = need;
  const id = randomUUID();
  const now = clock.now();
  const posting = {
    ...(await draftPosting(tx, need, named)),
    id,
    enterpriseId,
    needId: need.id,
    named,
    recommended: false,
  };
  const { openUntil, notTo, profile } = posting;
  const statement: Canonical = {
    format: 'xinqiao-need-posting/1',
    posting: id,
    firm: enterpriseId,
    by: actor.name,
    named,
    told: profile,
    notTo: [...notTo],
    from: now.toISOString(),
    until: openUntil,
  };
  const { signature } = signText(canonicalJson(statement));
  await addPosting(tx, { ...posting, statement, signature, postedBy: actor.userId, postedAt: now });
  const detail = { needId: need.id, named, openUntil, notTo: notTo.length };
  await recordChange(tx, actor, {
    kind: 'need.posted',
    enterpriseId,
    subjectId: id,
    payload: detail,
    jobs: [postingOrder(id, 'need.posted')],
  });
  await appendAudit(tx, actor, { action: 'need.posted', enterpriseId, detail: { postingId: id, ...detail } });
  return id;
}

/** What a posting of the need would say now. */
export async function draftPosting(tx: Tx, need: Need, named: boolean, known?: MatchedNeed) {
  const today = clock.today();
  const rules = await readPostingRules(tx, today);
  const matched = known ?? (await matchNeed(tx, need));
  return {
    profile: await profileOf(tx, need, matched, { named, leastAlike: rules.leastAlike }),
    standing: standingOf(matched.matches),
    openUntil: postedUntil(today, rules),
    notTo: await banksAppliedTo(tx, need.enterpriseId, need.id),
  };
}

/** How the firm stands with each product on the shelf that does not fail. */
export function standingOf(matches: readonly Match[]): Record<string, 'pass' | 'unknown'> {
  const standing: Record<string, 'pass' | 'unknown'> = {};
  for (const { productId, verdict, example } of matches)
    if (!example && verdict !== 'fail') standing[productId] = verdict;
  return standing;
}
