import { randomUUID } from 'node:crypto';
import { type Finding, stopping } from '~/domain/application/pre-check.ts';
import {
  mayAnswerNomination,
  mayNominate,
  type RecommendationRefusal,
} from '~/domain/application/recommendation.ts';
import type { Standard } from '~/domain/application/standards.ts';
import { type Canonical, canonicalJson } from '~/domain/kernel/hash.ts';
import type { NeedId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Need } from '~/domain/need/need.ts';
import type { FirmPerson } from '~/server/access/actor.ts';
import { standingOf } from '~/server/application/post-need.ts';
import { profileOf } from '~/server/application/posted-profile.ts';
import { readOwnStandards } from '~/server/application/read-standards.ts';
import { runPreCheck } from '~/server/application/run-pre-check.ts';
import { addNomination, lockLatest, storeAgreement } from '~/server/application/store-recommendation.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { matchNeed } from '~/server/match/match-need.ts';
import { findNeed } from '~/server/need/store.ts';
import { signText } from '~/server/platform/signing.ts';

export type AgreeRefusal =
  | RecommendationRefusal
  | { readonly code: 'need.not-found' }
  | { readonly code: 'need.closed-already' }
  | { readonly code: 'application.check-stopped'; readonly findings: readonly Finding[] };

/**
 * The firm agrees to stand on the recommended list with one of its needs, or puts itself forward (申报). The signed
 * statement holds what banks will read: its name, the need, the five standards, how it stands with their products. What stops
 * an application before it is forwarded stops this as well (row F10).
 */
export function agreeNomination(actor: FirmPerson, needId: NeedId): Promise<Result<string, AgreeRefusal>> {
  return withActor(actor, async (tx): Promise<Result<string, AgreeRefusal>> => {
    const need = await findNeed(tx, actor.enterpriseId, needId);
    if (!need) return refuse({ code: 'need.not-found' });
    if (need.state === 'closed') return refuse({ code: 'need.closed-already' });
    const stops = stopping(await runPreCheck(tx, actor.enterpriseId, []));
    if (stops.length > 0) return refuse({ code: 'application.check-stopped', findings: stops });
    const drafted = await draftRecommendation(tx, need);
    const may = mayNominate(drafted.standards);
    if (!may.ok) return may;
    const id = await openNomination(tx, actor, drafted.standards);
    if (id === null) return refuse({ code: 'need.nominated-already' });
    const { statement, signature } = signed(actor, id, { need, ...drafted });
    await storeAgreement(
      tx,
      { enterpriseId: need.enterpriseId, id },
      {
        ...{ needId, told: drafted.told, standards: drafted.standards, statement, signature },
        ...{ agreedBy: actor.userId, agreedAt: clock.now() },
      },
    );
    const about = { enterpriseId: need.enterpriseId };
    await recordChange(tx, actor, { kind: 'need.nomination-agreed', ...about, subjectId: id });
    const detail = { recommendationId: id, needId };
    await appendAudit(tx, actor, { action: 'need.nomination-agreed', ...about, detail });
    return accept(id);
  });
}

/** What banks would read of the firm with this need, and where it stands with the five standards. */
async function draftRecommendation(tx: Tx, need: Need) {
  const matched = await matchNeed(tx, need);
  const standards = await readOwnStandards(tx, need, matched);
  const profile = await profileOf(tx, need, matched, { named: true, leastAlike: 0 });
  return { standards, told: { profile, standing: standingOf(matched.matches) } };
}

/** The nomination that waits for the firm's word, or a new one by the firm itself; null where another came first. */
async function openNomination(
  tx: Tx,
  actor: FirmPerson,
  standards: readonly Standard[],
): Promise<string | null> {
  const latest = await lockLatest(tx, actor.enterpriseId);
  if (latest && mayAnswerNomination(latest).ok) return latest.id;
  const id = randomUUID();
  const isFirst = await addNomination(tx, {
    ...{ enterpriseId: actor.enterpriseId, id, institutionId: null, standards, nominatedAt: clock.now() },
    ...{ nominatedBy: actor.userId, nominator: '', reason: '' },
  });
  return isFirst ? id : null;
}

type Drafted = Awaited<ReturnType<typeof draftRecommendation>> & { readonly need: Need };

function signed({ name, enterpriseId }: FirmPerson, id: string, { need, standards, told }: Drafted) {
  const statement: Canonical = {
    format: 'xinqiao-recommended-list/1',
    recommendation: id,
    firm: enterpriseId,
    need: need.id,
    by: name,
    told: told.profile as unknown as Canonical,
    standards: standards.map(({ standard, verdict }) => ({ standard, verdict })),
    from: clock.now().toISOString(),
  };
  return { statement, signature: signText(canonicalJson(statement)).signature };
}
