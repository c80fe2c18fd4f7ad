import { suppressSmall } from '~/domain/kernel/small-numbers.ts';
import { funnelShown } from '~/domain/overview/funnel-shown.ts';
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
 * The funnel from registration to a healthy loan, for the province or one prefecture. Regulators get statistics only: no step, and
 * no loss between two steps, that fewer than five firms stand behind is shown, nor what would tell it (O2); whichever prefecture is
 * asked for, the same figures are kept back.
 */
export async function showFunnel(actor: Actor, region: string | undefined) {
  const exact = !readsStatistics(actor);
  return withActor(system('statistics'), async (tx) => {
    const counts = await countFunnel(tx);
    const { grades, sums } = await countProvince(tx);
    const firms = firmsOf(counts, region, exact);
    return {
      steps: funnelSteps.map((step, at) => ({ step, firms: firms[at] ?? null })),
      grades: exact ? grades : suppressGrades(grades),
      sums: { ...sums, lent: sums.lent.toString() },
      regions: await findProvinceRegions(tx),
    };
  });
}

/** The steps of the province or a prefecture; null where one is kept back. */
function firmsOf(counts: readonly RegionSteps[], region: string | undefined, exact: boolean) {
  const places = counts.map((row) => funnelSteps.map((step) => row[step]));
  const all = funnelSteps.map((_, at) => places.reduce((sum, steps) => sum + (steps[at] ?? 0), 0));
  const shown = exact ? { places, all } : funnelShown(places);
  if (region === undefined) return shown.all;
  return shown.places[counts.findIndex((row) => row.region === region)] ?? funnelSteps.map(() => 0);
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
