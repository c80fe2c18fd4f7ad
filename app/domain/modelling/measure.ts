import type { StatisticalCard } from '~/domain/score/statistical/card.ts';
import { ranking, stabilityIndex } from '~/domain/score/training/measures.ts';
import { type FirmFeatures, openFirmCard, rangeOf } from './firm-card.ts';
import { histogramOf } from './month.ts';
import { type Chance, type Limits, noiseOf, partsOf, type Release, releaseOf } from './release.ts';

/** A firm of a bank's outcomes, with what is publicly known of it. */
export type MeasuredCase = { readonly features: FirmFeatures; readonly isBad: boolean };

/**
 * How a card that a bank brought ranks the bank's outcomes, joined inside. A bank chooses the bins of its own card, so that
 * here nothing comes out without noise: AUC and KS, which one firm moves by at most one part in the goods or in the bads,
 * and the PSI, which is reckoned from noisy bands, take a part of ε each beside the counts. The training AUC is what the
 * card says of itself. `province` are the features of every firm, for the PSI.
 */
export function measureCard(
  card: StatisticalCard,
  cases: readonly MeasuredCase[],
  province: Iterable<FirmFeatures>,
  limits: Limits,
  chance: Chance,
): Release {
  const parts = partsOf(card) + 3;
  const epsilon = limits.epsilonMilliPerStudy / 1_000 / parts;
  const score = openFirmCard(card);
  const scored = cases.map(({ features, isBad }) => ({ ...score(features), isBad }));
  const { auc, ks } = ranking(
    scored.map(({ milliPoints }) => -milliPoints),
    scored.map(({ isBad }) => Number(isBad)),
  );
  const bads = scored.filter(({ isBad }) => isBad).length;
  const smaller = Math.max(1, Math.min(bads, scored.length - bads));
  const share = (value: number, name: string) =>
    Math.min(1, Math.max(0, value + noiseOf(chance(name), epsilon) / smaller));
  const bands = histogramOf(pointsOf(scored), rangeOf(card)).map((count, band) =>
    Math.max(0, count + noiseOf(chance(`band ${band}`), epsilon)),
  );
  const all = histogramOf(pointsOf([...province].map(score)), rangeOf(card));
  const measured = {
    matched: scored.length,
    bads,
    trainAuc: card.trained.aucPpm / 1_000_000,
    testAuc: share(auc, 'auc'),
    testKs: share(ks, 'ks'),
    psi: stabilityIndex(all, bands),
  };
  return releaseOf(recounted(card, scored), measured, limits, chance, parts);
}

const pointsOf = (scored: readonly { readonly milliPoints: number }[]): number[] =>
  scored.map(({ milliPoints }) => milliPoints);

/** The card with the goods and bads of these cases in its bins, in place of those that it was trained on. */
function recounted(
  card: StatisticalCard,
  scored: readonly { readonly used: readonly number[]; readonly isBad: boolean }[],
): StatisticalCard {
  const characteristics = card.characteristics.map((part, at) => {
    if (part.kind !== 'bins') return part;
    const count = (bin: number, isBad: boolean) =>
      scored.filter((each) => each.used[at] === bin && each.isBad === isBad).length;
    return {
      ...part,
      bins: part.bins.map((own, bin) => ({ ...own, good: count(bin, false), bad: count(bin, true) })),
    };
  });
  return { ...card, characteristics };
}
