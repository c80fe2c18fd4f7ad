import { featureDefinition } from '~/domain/feature/definitions.ts';
import { isIdentified, populationOf } from '~/domain/feature/population.ts';
import { type Day, dayAt } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { cardFeatures } from '~/domain/score/card.ts';
import type { World } from '~/domain/score/what-if/projection.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { readFeatureFacts, readSubject, readSupplies } from '~/server/feature/store.ts';
import { consentScope, currentCard, evaluationConsent } from '~/server/score/store.ts';

/** Everything that the score of one firm depends on at this moment, under its own evaluation consent if it has one. */
export async function loadWorld(tx: Tx, enterpriseId: EnterpriseId): Promise<World> {
  const now = clock.now();
  const asOf = dayAt(now);
  const card = await currentCard(tx);
  const subject = await readSubject(tx, enterpriseId);
  const population = populationOf(subject ?? { source: '', externalId: null });
  const consentId = await evaluationConsent(tx, enterpriseId, now);
  const consent = consentId && (await consentScope(tx, enterpriseId, consentId));
  const catalogue = await readCatalogue(tx, asOf);
  const mayRead = (item: string) =>
    catalogue.get(item)?.sensitivity === 'public' || consent?.items.has(item) === true;
  const definitions = cardFeatures(card).map(featureDefinition);
  const seen = definitions.flatMap(({ absence }) => (typeof absence === 'object' ? absence.seen : []));
  const items = [...new Set(['registration.profile', ...definitions.flatMap((d) => d.items), ...seen])];
  const facts = await readFeatureFacts(tx, enterpriseId, items.filter(mayRead), now);
  const supplies = (await readSupplies(tx, now)).get(population) ?? new Map<string, Day>();
  return {
    card,
    facts,
    profiles: catalogue,
    scope: { asOf, supplies, consent: consent || null },
    isIdentified: isIdentified(population, facts),
  };
}
