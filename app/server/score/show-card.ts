import type { Catalogue } from '~/domain/catalogue/item.ts';
import { featureDefinition } from '~/domain/feature/definitions.ts';
import type { Indicator } from '~/domain/score/card.ts';
import type { CardView, IndicatorView } from '~/domain/score/card-view.ts';
import type { Actor } from '~/server/access/actor.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { publishedCard } from '~/server/score/store.ts';

/** The card that scores are made with, in full; anybody may read it. Null before the first is published. */
export function showCard(actor: Actor): Promise<CardView | null> {
  return withActor(actor, async (tx) => {
    const published = await publishedCard(tx);
    if (!published) return null;
    const catalogue = await readCatalogue(tx, clock.today());
    const { card, hash, publishedAt } = published;
    return {
      version: card.version,
      hash,
      publishedAt: publishedAt.toISOString(),
      neutralPpm: card.neutralPpm,
      coverageFloorPpm: card.coverageFloorPpm,
      grades: card.grades,
      vetoes: card.vetoes.map((veto) => veto.code),
      dimensions: card.dimensions.map((dimension) => ({
        ...dimension,
        indicators: dimension.indicators.map((indicator) => viewOf(indicator, catalogue)),
      })),
    };
  });
}

function viewOf(indicator: Indicator, catalogue: Catalogue): IndicatorView {
  const { unit, items } = featureDefinition(indicator.feature);
  return {
    ...indicator,
    unit,
    items: items.map((code) => catalogue.get(code)?.name ?? { zh: code, en: code }),
    needsConsent: items.some((code) => catalogue.get(code)?.sensitivity !== 'public'),
  };
}
