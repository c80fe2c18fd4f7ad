import { openAnyCard } from '~/domain/modelling/firm-card.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { championVersion, findModel, findModels, type Model } from '~/server/modelling/store.ts';
import { compareShadow, keepShadowDay, keepShadows, type Shadow } from '~/server/modelling/store-shadow.ts';
import { featuresOf } from '~/server/modelling/store-sheets.ts';
import { walkSheets } from '~/server/modelling/walk-sheets.ts';

/**
 * Scores every firm with a challenger, or with the statistical champion, from its last public sheet, page after page; a firm
 * whose sheet is the same keeps its row, so that repeating it changes nothing. The day is kept with how the card stands
 * against the one that it challenges. Returns the rows written.
 */
export async function scoreShadow(actor: Actor, version: string): Promise<number> {
  const model = await withActor(actor, (tx) => findModel(tx, version));
  if (!model || !isScored(model)) return 0;
  const score = openAnyCard(model);
  let written = 0;
  for await (const walked of walkSheets(actor)) {
    const shadows = walked.map(({ sheet, card }): Shadow => {
      const { milliPoints, grade } = score(featuresOf(card, sheet.values));
      return { enterpriseId: sheet.enterpriseId, sheetId: sheet.sheetId, milliPoints, grade };
    });
    written += await withActor(actor, (tx) => keepShadows(tx, version, shadows, clock.now()));
  }
  if (model.role === 'challenger')
    await withActor(actor, async (tx) => {
      const against = model.kind === 'statistical' ? await championVersion(tx, 'statistical') : null;
      await keepShadowDay(tx, version, dateOfDay(clock.today()), await compareShadow(tx, version, against));
    });
  return written;
}

/** The rule champion's score is the sheet itself; every other card that plays a part is scored here. */
const isScored = ({ kind, role }: Model): boolean =>
  role === 'challenger' || (role === 'champion' && kind === 'statistical');

/** Every challenger and the statistical champion, once a day; the champion first, since challengers are held against it. */
export async function scoreShadows(actor: Actor): Promise<void> {
  const models = (await withActor(actor, findModels)).filter(isScored);
  const inOrder = [...models].sort((a, b) => Number(b.role === 'champion') - Number(a.role === 'champion'));
  for (const { version } of inOrder) await scoreShadow(actor, version);
}
