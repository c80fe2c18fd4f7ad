import type { Card } from '~/domain/score/card.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { nextFirms, type PublicSheet, publicSheets } from '~/server/modelling/store-sheets.ts';
import { cardOf } from '~/server/score/store.ts';

/** A sheet with the card that it was made with. */
export type Walked = { readonly sheet: PublicSheet; readonly card: Card };

type Page = { readonly walked: readonly Walked[]; readonly next: string | null };

/** Behind every sheet there is, whatever day a story is told on. */
const aheadOfAll = new Date('9999-12-31T00:00:00Z');

/** The last public sheet of every firm (before an instant), in pages; each page has a transaction of its own. */
export async function* walkSheets(
  actor: Actor,
  before: Date = aheadOfAll,
): AsyncGenerator<readonly Walked[]> {
  const cards = new Map<string, Card>();
  const page = (after: string | null): Promise<Page> =>
    withActor(actor, async (tx) => {
      const sheets = await publicSheets(tx, before, after);
      for (const { cardVersion } of sheets)
        if (!cards.has(cardVersion)) cards.set(cardVersion, await cardOf(tx, cardVersion));
      const walked = sheets.map((sheet) => ({ sheet, card: cards.get(sheet.cardVersion) as Card }));
      return { walked, next: await nextFirms(tx, after) };
    });
  for (let after: string | null = null; ; ) {
    const { walked, next }: Page = await page(after);
    yield walked;
    if (next === null) return;
    after = next;
  }
}
