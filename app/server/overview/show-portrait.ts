import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Placement } from '~/domain/score/percentile.ts';
import type { ScoreView } from '~/domain/score/score-view.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { tradesAskedOf, tradesOf } from '~/server/application/store-trade.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findIndustry, findRegion } from '~/server/enterprise/store-reference.ts';
import { type GroupMember, membersInDefault } from '~/server/overview/members-in-default.ts';
import { type Graph, readGraph } from '~/server/overview/read-graph.ts';
import { readFundedLoan } from '~/server/overview/store-funded-firm.ts';
import { findPortrayed, scoreTrend } from '~/server/overview/store-portrait.ts';
import { readPlacements } from '~/server/score/read-placements.ts';
import { readScore } from '~/server/score/read-score.ts';

/** A firm without its ties. */
export type Face = {
  readonly enterpriseId: string;
  readonly firm: string;
  readonly uscc: string | null;
  readonly region: string | null;
  readonly industry: { readonly zh: string; readonly en: string } | null;
  readonly establishedOn: string | null;
  readonly score: PortraitScore | null;
  /** The scores of the scope of `score`, the oldest first. */
  readonly trend: readonly { readonly madeAt: string; readonly milliPoints: number | null }[];
  readonly placements: readonly Placement[];
};

type PortraitScore = Pick<
  ScoreView,
  'milliPoints' | 'grade' | 'coveragePpm' | 'dimensions' | 'asOf' | 'scope' | 'bands'
>;

export type Portrait = Face &
  Graph & {
    /** Members of the group in default, for those who lend or watch; null for the firm itself. */
    readonly members: readonly GroupMember[] | null;
  };

/** The firm's own portrait: its public score, its place among others, and whom it is tied to. */
export async function showOwnPortrait(actor: Actor): Promise<Portrait> {
  const { enterpriseId } = asFirm(actor);
  const { face, claims } = await withActor(actor, async (tx) => ({
    face: await publicFace(tx, enterpriseId),
    claims: [...(await tradesOf(tx, enterpriseId)), ...(await tradesAskedOf(tx, enterpriseId))],
  }));
  return { ...face, ...(await readGraph({ id: enterpriseId, name: face.firm }, claims)), members: null };
}

/**
 * The portrait of the firm of a loan for the risk desk, with the members of its group that are in default. What buyers
 * confirmed is between the firm, its buyers and its banks: the desk sees published trade only.
 */
export async function showPortrait(
  actor: Actor,
  loanId: string,
): Promise<Result<Portrait, { readonly code: 'loan.not-found' }>> {
  const face = await withActor(actor, async (tx) => {
    const loan = await readFundedLoan(tx, loanId);
    return loan && publicFace(tx, loan.enterprise_id as EnterpriseId);
  });
  if (!face) return refuse({ code: 'loan.not-found' });
  const graph = await readGraph({ id: face.enterpriseId, name: face.firm }, []);
  return accept({ ...face, ...graph, members: await membersInDefault(actor, face.enterpriseId, graph) });
}

async function publicFace(tx: Tx, id: EnterpriseId): Promise<Face> {
  const score = await readScore(tx, { enterpriseId: id, which: 'public', reader: 'subject' });
  return faceOf(tx, id, score, await scoreTrend(tx, id, { scope: 'public' }));
}

/** The face of a firm with a score that the caller may see, in a transaction whose subject it is. */
export async function faceOf(
  tx: Tx,
  id: EnterpriseId,
  score: ScoreView | null,
  trend: Face['trend'],
): Promise<Face> {
  const firm = await findPortrayed(tx, id);
  const industry = firm.industryCode ? await findIndustry(tx, firm.industryCode) : null;
  const region = firm.regionCode ? await findRegion(tx, firm.regionCode) : null;
  return {
    enterpriseId: id,
    firm: firm.name,
    uscc: firm.uscc,
    region: region?.namesZh.join('') ?? null,
    industry: industry && { zh: industry.nameZh, en: industry.nameEn ?? industry.nameZh },
    establishedOn: firm.establishedOn?.toISOString().slice(0, 10) ?? null,
    score,
    trend,
    placements: await readPlacements(tx, id),
  };
}
