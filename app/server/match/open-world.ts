import type { Day } from '~/domain/kernel/day.ts';
import type { Wish } from '~/domain/product/price.ts';
import { cardFeatures } from '~/domain/score/card.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { ReadWorld } from '~/server/match/read-applicants.ts';
import { publishedCards } from '~/server/match/store-cards.ts';

type WorldOrder = { readonly today: Day; readonly wish: Wish; readonly features: readonly string[] };

/** How the firms of a run are read: the day, the need, and where each card keeps the features that conditions ask for. */
export async function openWorld({ today, wish, features }: WorldOrder): Promise<ReadWorld> {
  const cards = await withActor(system('match.province'), publishedCards);
  const places = new Map(cards.map((card) => [card.version, wantedPlaces(cardFeatures(card), features)]));
  return { today, wish, placesOf: (version) => places.get(version) ?? [] };
}

/** Also the features that say whether titles and loans are known. */
const always = ['technology-titles', 'specialised-titles', 'loan-overdue-days-24m'];

const wantedPlaces = (order: readonly string[], asked: readonly string[]) =>
  [...new Set([...asked, ...always])]
    .map((code) => [code, order.indexOf(code)] as const)
    .filter(([, place]) => place >= 0);
