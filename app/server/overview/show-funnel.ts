import { suppressSmall } from '~/domain/kernel/small-numbers.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  countFunnel,
  countProvince,
  findProvinceRegions,
  funnelSteps,
} from '~/server/overview/store-funnel.ts';

/**
 * The funnel from registration to a healthy loan, for the province or one prefecture. Regulators get statistics only:
 * steps below five firms are suppressed for them (O2), and a step that would reveal one by subtraction with it.
 */
export async function showFunnel(actor: Actor, region: string | undefined) {
  const exact = actor.kind === 'person' && actor.role !== 'regulator';
  return withActor(system('statistics'), async (tx) => {
    const counts = await countFunnel(tx, region);
    const { grades, sums } = await countProvince(tx);
    const steps = funnelSteps.map((step) => counts[step]);
    const shown = exact ? steps : suppressSmall(steps);
    return {
      steps: funnelSteps.map((step, at) => ({ step, firms: shown[at] ?? null })),
      grades: exact ? grades : suppressGrades(grades),
      sums: { ...sums, lent: sums.lent.toString() },
      regions: await findProvinceRegions(tx),
    };
  });
}

function suppressGrades(grades: { grade: string; firms: number }[]) {
  const shown = suppressSmall(grades.map((g) => g.firms));
  return grades.map((g, at) => ({ grade: g.grade, firms: shown[at] ?? null }));
}
