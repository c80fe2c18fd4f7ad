import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { checkLook, glassReviewDue, glassState } from '~/domain/privacy/glass.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { firmNames } from '~/server/consent/store-party.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import { allGlass, findGlass, type GlassRow } from '~/server/privacy/store-glass.ts';
import { findHoldings } from '~/server/record/store-own.ts';

/** Every emergency access, the newest first. */
export function listGlass(actor: Actor) {
  return withActor(actor, async (tx) => {
    const { breakGlass } = await readPrivacyDuties(tx, clock.today());
    const rows = await allGlass(tx);
    const views = await Promise.all(rows.map((row) => glassView(tx, row)));
    return { rows: views, longestMinutes: breakGlass.longestMinutes };
  });
}

export type GlassShown = Awaited<ReturnType<typeof glassView>>;

async function glassView(tx: Tx, row: GlassRow) {
  const { breakGlass } = await readPrivacyDuties(tx, clock.today());
  const due = glassReviewDue(row, breakGlass);
  const firm = await firmNames(tx, row.enterpriseId as EnterpriseId);
  return {
    ...{ id: row.id, reason: row.reason, minutes: row.minutes, askerName: row.askerName },
    ...{
      deciderName: row.deciderName,
      reviewerName: row.reviewerName,
      verdict: row.verdict,
      note: row.reviewNote,
    },
    firm: firm?.name ?? '',
    state: glassState(row, clock.now()),
    askedAt: row.askedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    opensUntil: row.opensUntil?.toISOString() ?? null,
    reviewedAt: row.reviewedAt?.toISOString() ?? null,
    reviewDue: due?.toISOString() ?? null,
    isReviewLate: due !== null && due < clock.now(),
  };
}

/**
 * One emergency access; for who asked, while it is open, with the firm's records. Each look is a line in the firm's
 * own chain, written in the same transaction as the read.
 */
export function showGlass(
  actor: Actor,
  id: string,
): Promise<Result<GlassPage, { readonly code: 'privacy.glass-not-found' }>> {
  const { userId } = asPerson(actor);
  return withActor(actor, async (tx): Promise<Result<GlassPage, { code: 'privacy.glass-not-found' }>> => {
    const row = await findGlass(tx, id);
    if (!row) return refuse({ code: 'privacy.glass-not-found' });
    const look = checkLook(row, userId, clock.now());
    const isOwn = row.askedBy === userId;
    const involved = isOwn || row.decidedBy === userId;
    const records = look.ok ? await recordsBehind(tx, actor, row) : null;
    return accept({ ...(await glassView(tx, row)), isOwn, involved, records });
  });
}

export type GlassPage = GlassShown & {
  readonly isOwn: boolean;
  /** Whether the reader asked or decided, and so cannot review. */
  readonly involved: boolean;
  readonly records: Awaited<ReturnType<typeof recordsBehind>> | null;
};

async function recordsBehind(tx: Tx, actor: Actor, row: GlassRow) {
  const enterpriseId = row.enterpriseId as EnterpriseId;
  const catalogue = await readCatalogue(tx, clock.today());
  const holdings = await findHoldings(tx, enterpriseId);
  await appendAudit(tx, actor, {
    action: 'privacy.glass-looked',
    enterpriseId,
    detail: { glass: row.id, items: holdings.map(({ item }) => item) },
  });
  return holdings.map(({ item, records, first, last }) => ({
    ...{ item, records, first, last },
    name: catalogue.get(item)?.name ?? { zh: item, en: item },
  }));
}
