import { funnelShown, provinceShown } from '~/domain/overview/funnel-shown.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { dayFor, readsStatistics } from '~/server/access/statistics-reader.ts';
import { clock } from '~/server/clock.ts';
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
 * The funnel from registration to a healthy loan, for the province or one prefecture. Regulators get statistics only, of closed
 * months: no step, and no loss between two steps, that fewer than five firms stand behind is shown, nor what would tell it (O2);
 * whichever prefecture is asked for, the same figures are kept back. `on` is the last day counted, null for this moment.
 */
export async function showFunnel(actor: Actor, region: string | undefined) {
  const exact = !readsStatistics(actor);
  const on = exact ? null : dayFor(actor, clock.today());
  return withActor(system('statistics'), async (tx) => {
    const counts = await countFunnel(tx, on);
    const province = await countProvince(tx, on);
    const { grades, sums } = exact ? province : provinceShown(province);
    const firms = firmsOf(counts, region, exact);
    return {
      on: on as string | null,
      steps: funnelSteps.map((step, at) => ({ step, firms: firms[at] ?? null })),
      grades,
      sums: { ...sums, lent: sums.lent?.toString() ?? null },
      regions: await findProvinceRegions(tx, on),
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
