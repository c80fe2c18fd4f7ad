import { suppressSmall, suppressWithTotal } from '~/domain/kernel/small-numbers.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { readsStatistics } from '~/server/access/statistics-reader.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  countFunnel,
  countProvince,
  type FunnelStep,
  findFunnelFirms,
  findProvinceRegions,
  funnelSteps,
  type RegionSteps,
} from '~/server/overview/store-funnel.ts';

/**
 * The funnel from registration to a healthy loan, for the province or one prefecture. Regulators get statistics only: a step with
 * fewer than five firms is suppressed for them (O2), and with it the step in other prefectures, or of the province, that would tell
 * it by subtraction; whichever prefecture is asked for, the same figures are kept back.
 */
export async function showFunnel(actor: Actor, region: string | undefined) {
  const exact = !readsStatistics(actor);
  return withActor(system('statistics'), async (tx) => {
    const counts = await countFunnel(tx);
    const { grades, sums } = await countProvince(tx);
    return {
      steps: funnelSteps.map((step) => ({ step, firms: firmsAt(counts, step, region, exact) })),
      grades: exact ? grades : suppressGrades(grades),
      sums: { ...sums, lent: sums.lent.toString() },
      regions: await findProvinceRegions(tx),
    };
  });
}

/** A step of the province or a prefecture; null where it is kept back. */
function firmsAt(
  counts: readonly RegionSteps[],
  step: FunnelStep,
  region: string | undefined,
  exact: boolean,
) {
  const byRegion = counts.map((row) => row[step]);
  const total = byRegion.reduce((sum, n) => sum + n, 0);
  const shown = exact ? { counts: byRegion, total } : suppressWithTotal(byRegion);
  if (region === undefined) return shown.total;
  const at = counts.findIndex((row) => row.region === region);
  return at < 0 ? 0 : (shown.counts[at] ?? null);
}

function suppressGrades(grades: { grade: string; firms: number }[]) {
  const shown = suppressSmall(grades.map((g) => g.firms));
  return grades.map((g, at) => ({ grade: g.grade, firms: shown[at] ?? null }));
}

const pageSize = 25;

/** The firms behind a step of the funnel, for those who work with firms; a page of them. */
export async function listFunnelFirms(
  actor: Actor,
  step: FunnelStep,
  region: string | undefined,
  page: number,
) {
  if (readsStatistics(actor)) return null;
  const firms = await withActor(actor, (tx) =>
    findFunnelFirms(tx, { region, step }, pageSize + 1, page * pageSize),
  );
  return { firms: firms.slice(0, pageSize), page, more: firms.length > pageSize };
}
