import { system } from '~/server/access/actor.ts';
import { scoreOne } from '~/server/modelling/score-one.ts';
import { cardText } from '~/text/card.ts';
import { translate } from '~/text/define.ts';
import { showDay, showPoints } from '~/text/format.ts';
import type { CliAnswer } from '../command.ts';
import { type CardContext, needed, refusedCard } from './card.ts';

/** `card firm`: what a card of the inventory says of one firm from its last public sheet, bin by bin; logged in its chain. */
export async function scoreOneFirm(context: CardContext): Promise<CliAnswer> {
  const { locale } = context;
  const [version, key] = [needed(context, 'version'), needed(context, 'firm')];
  const scored = await scoreOne(system('cli.card-firm'), version, key);
  if (!scored.ok) return refusedCard(scored.refusal, locale);
  const { firm, milliPoints, grade, asOf, used } = scored.value;
  const t = translate(cardText, locale);
  const on = showDay(asOf, locale, 'short');
  const line =
    milliPoints === null
      ? t('card.firm-insufficient', firm.name, version, on)
      : grade === null
        ? t('card.firm-scored', firm.name, version, showPoints(milliPoints), on)
        : t('card.firm-graded', firm.name, version, showPoints(milliPoints), grade, on);
  return {
    ok: true,
    json: { version, firm, milliPoints, grade, asOf, bins: used },
    lines: [line],
  };
}
