import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type FirmHomeRow, readFirmHome } from '~/server/overview/store-home.ts';

export const journeySteps = ['profile', 'consent', 'score', 'need', 'apply', 'loan'] as const;
export type JourneyStep = (typeof journeySteps)[number];

/** The first step that is still open; `done` when money has been paid out. */
function nextStep(row: FirmHomeRow): JourneyStep | 'done' {
  const done: Record<JourneyStep, boolean> = {
    profile: row.size_class !== null && row.size_class !== 'undetermined',
    consent: row.evaluation || row.applications > 0,
    score: row.sheets > 0 || row.applications > 0,
    need: row.needs > 0,
    apply: row.applications > 0,
    loan: row.loans > 0,
  };
  return journeySteps.find((step) => !done[step]) ?? 'done';
}

/** The firm's home: where it stands between its credit and a loan, the next step, and the figures that matter. */
export async function showFirmHome(
  actor: Actor,
): Promise<Result<ReturnType<typeof asHome>, { code: 'enterprise.not-found' }>> {
  const firm = asFirm(actor);
  const row = await withActor(actor, (tx) => readFirmHome(tx, firm.enterpriseId, clock.now()));
  return row ? accept(asHome(row)) : refuse({ code: 'enterprise.not-found' });
}

const asHome = (row: FirmHomeRow) => ({
  name: row.name,
  next: nextStep(row),
  score: {
    grade: row.grade,
    milliPoints: row.milli_points,
    scope: row.scope,
    coveragePpm: row.coverage_ppm,
    points: row.points ?? [],
  },
  consents: row.consents,
  applications: row.live_applications,
  lastNeed: row.last_need,
  balanceFen: row.balance_fen.toString(),
  alerts: row.alerts,
  reads: row.reads,
});
