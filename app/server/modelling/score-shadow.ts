import { openFirmCard } from '~/domain/modelling/firm-card.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findModel, findModels } from '~/server/modelling/store.ts';
import { keepShadows, type Shadow } from '~/server/modelling/store-shadow.ts';
import { featuresOf } from '~/server/modelling/store-sheets.ts';
import { walkSheets } from '~/server/modelling/walk-sheets.ts';

/**
 * Scores every firm with a published statistical card from its last public sheet, page after page; a firm whose sheet is
 * the same keeps its row, so that repeating it changes nothing. Returns the rows written.
 */
export async function scoreShadow(actor: Actor, version: string): Promise<number> {
  const model = await withActor(actor, (tx) => findModel(tx, version));
  if (!model || (model.role !== 'challenger' && model.role !== 'champion')) return 0;
  const score = openFirmCard(model.card);
  const aheadOfAll = new Date(clock.now().getTime() + 86_400_000);
  let written = 0;
  for await (const walked of walkSheets(actor, aheadOfAll)) {
    const shadows = walked.map(({ sheet, card }): Shadow => {
      const { milliPoints } = score(featuresOf(card, sheet.values));
      return { enterpriseId: sheet.enterpriseId, sheetId: sheet.sheetId, milliPoints };
    });
    written += await withActor(actor, (tx) => keepShadows(tx, version, shadows, clock.now()));
  }
  return written;
}

/** Every challenger and the champion, once a day. */
export async function scoreShadows(actor: Actor): Promise<void> {
  const models = await withActor(actor, findModels);
  for (const { version, role } of models)
    if (role === 'challenger' || role === 'champion') await scoreShadow(actor, version);
}
