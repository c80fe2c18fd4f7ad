import { randomUUID } from 'node:crypto';
import { type Finding, stopping } from '~/domain/application/pre-check.ts';
import {
  listedUntil,
  mayList,
  mayNominate,
  mayReview,
  type RecommendationRefusal,
} from '~/domain/application/recommendation.ts';
import type { StandardName } from '~/domain/application/standards.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson, system } from '~/server/access/actor.ts';
import { readRecommendedRules } from '~/server/application/read-recommended-rules.ts';
import { readPublicStandards } from '~/server/application/read-standards.ts';
import { runPreCheck } from '~/server/application/run-pre-check.ts';
import { postingOrder } from '~/server/application/spread-posting.ts';
import { banksAppliedTo } from '~/server/application/store-kept-from.ts';
import { addPosting, postingsOf } from '~/server/application/store-posting.ts';
import {
  lockNomination,
  type RecommendationRow,
  storeReview,
  type Told,
} from '~/server/application/store-recommendation.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findNeed } from '~/server/need/store.ts';
import { notify } from '~/server/platform/notify.ts';

/** Standards that the reviewer vouches for and what was seen; or that the firm is not put on the list, and why. */
export type Review =
  | { readonly outcome: 'list'; readonly vouched: readonly StandardName[]; readonly note: string }
  | { readonly outcome: 'refuse'; readonly note: string };

export type ReviewRefusal =
  | RecommendationRefusal
  | { readonly code: 'need.closed-already' }
  | { readonly code: 'need.posted-otherwise' }
  | { readonly code: 'application.check-stopped'; readonly findings: readonly Finding[] };

/**
 * The review of a firm that agreed: onto the recommended list, which posts its need by name before every bank that the firm
 * has not applied to for it, or back to the firm with the reason (domain.md row E5).
 */
export async function reviewNomination(
  actor: Actor,
  id: string,
  review: Review,
): Promise<Result<string, ReviewRefusal>> {
  const { userId } = asPerson(actor);
  const stands = review.outcome === 'list' ? await standsToday(id) : accept(null);
  return withActor(actor, async (tx): Promise<Result<string, ReviewRefusal>> => {
    const row = await lockNomination(tx, id);
    if (!row) return refuse({ code: 'need.nomination-not-found' });
    const may = mayReview(row, userId);
    if (!may.ok) return may;
    const listed = review.outcome === 'list' ? await publish(tx, row, { ...review, userId, stands }) : null;
    if (listed && !listed.ok) return listed;
    await storeReview(tx, row, {
      state: listed ? 'listed' : 'refused',
      ...{ vouched: listed?.value.vouched ?? [], reviewNote: review.note, reviewedBy: userId },
      ...{ reviewedAt: clock.now(), postingId: listed?.value.postingId ?? null },
    });
    const jobs = listed ? [postingOrder(listed.value.postingId, 'need.posted')] : [];
    await tell(tx, actor, row, listed ? 'need.nomination-listed' : 'need.nomination-refused', jobs);
    return accept(id);
  });
}

type Publishing = {
  readonly vouched: readonly StandardName[];
  readonly userId: string;
  readonly stands: Result<null, ReviewRefusal>;
};

/** Whether public records still speak for the firm, and nothing stops it before it is forwarded (row F10): it agreed on an earlier day. */
const standsToday = (id: string) =>
  withActor(system('need.nominee'), async (tx): Promise<Result<null, ReviewRefusal>> => {
    const row = await lockNomination(tx, id);
    if (!row) return refuse({ code: 'need.nomination-not-found' });
    const stops = stopping(await runPreCheck(tx, row.enterpriseId, []));
    if (stops.length > 0) return refuse({ code: 'application.check-stopped', findings: stops });
    return mayNominate(await readPublicStandards(tx, row.enterpriseId));
  });

/** Puts the need before banks as the firm agreed; refused while public records speak against it today, or it stands before them in another way. */
async function publish(
  tx: Tx,
  row: RecommendationRow,
  { vouched, userId, stands }: Publishing,
): Promise<Result<{ readonly postingId: string; readonly vouched: readonly StandardName[] }, ReviewRefusal>> {
  const { enterpriseId, needId, told, statement, signature } = row;
  if (!needId || !told || !signature) return refuse({ code: 'need.not-agreed-yet' });
  const may = mayList(row.standards, vouched);
  if (!may.ok) return may;
  if (!stands.ok) return stands;
  const need = await findNeed(tx, enterpriseId, needId);
  if (need?.state !== 'open') return refuse({ code: 'need.closed-already' });
  if ((await postingsOf(tx, enterpriseId, needId)).some(({ state }) => state === 'open'))
    return refuse({ code: 'need.posted-otherwise' });
  const today = clock.today();
  const postingId = randomUUID();
  await addPosting(tx, {
    ...{ id: postingId, enterpriseId, needId, named: true, recommended: true, signature },
    profile: withStandards(told, row, may.value),
    standing: told.standing,
    openUntil: listedUntil(today, await readRecommendedRules(tx, today)),
    notTo: await banksAppliedTo(tx, enterpriseId, needId),
    statement: statement as object,
    postedBy: userId,
    postedAt: clock.now(),
  });
  return accept({ postingId, vouched: may.value });
}

const withStandards = (
  { profile }: Told,
  { standards }: RecommendationRow,
  vouched: readonly StandardName[],
) => ({
  ...profile,
  standards: standards.map(({ standard, verdict }) => ({
    standard,
    verdict,
    vouched: vouched.includes(standard),
  })),
});

async function tell(
  tx: Tx,
  actor: Actor,
  { enterpriseId, id, needId }: RecommendationRow,
  kind: 'need.nomination-listed' | 'need.nomination-refused',
  jobs: readonly ReturnType<typeof postingOrder>[],
): Promise<void> {
  await recordChange(tx, actor, { kind, enterpriseId, subjectId: id, jobs });
  await appendAudit(tx, actor, { action: kind, enterpriseId, detail: { recommendationId: id } });
  await notify(tx, { to: { enterpriseId }, kind, params: {}, href: `/my/needs/${needId}/banks` });
}
