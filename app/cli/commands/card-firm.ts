import type { CardPartsView } from '~/domain/score/card-part.ts';
import { system } from '~/server/access/actor.ts';
import { scoreOne } from '~/server/modelling/score-one.ts';
import { cardText } from '~/text/card.ts';
import { axisBin, axisName, axisValue, cardPartText, partBin, wordPart } from '~/text/card-part.ts';
import { type Locale, translate } from '~/text/define.ts';
import { showDay, showPoints } from '~/text/format.ts';
import type { CliAnswer } from '../command.ts';
import { type CardContext, needed, refusedCard } from './card.ts';

/** `card firm`: what a card of the inventory says of one firm from its last public sheet, bin by bin; logged in its chain. */
export async function scoreOneFirm(context: CardContext): Promise<CliAnswer> {
  const { locale } = context;
  const [version, key] = [needed(context, 'version'), needed(context, 'firm')];
  const scored = await scoreOne(system('cli.card-firm'), version, key);
  if (!scored.ok) return refusedCard(scored.refusal, locale);
  const { firm, milliPoints, grade, asOf, explained } = scored.value;
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
    json: { version, firm, milliPoints, grade, asOf, ...jsonOf(explained, locale) },
    lines: [line, ...(milliPoints === null ? [] : linesOf(explained, locale))],
  };
}

function linesOf({ neutralMilli, parts }: CardPartsView, locale: Locale): string[] {
  const t = translate(cardPartText, locale);
  return [
    t('part.cli-base', showPoints(neutralMilli)),
    ...parts.map((part) =>
      t('part.cli', wordPart(part, locale), partBin(part, locale), showPoints(part.movedMilli, true)),
    ),
  ];
}

/** Every bin by name; `neutralMilli` and every `movedMilli` add up to the score. */
const jsonOf = ({ neutralMilli, parts }: CardPartsView, locale: Locale) => ({
  neutralMilli,
  bins: parts.map(({ axes, bin, milliPoints, movedMilli }) => ({
    bin,
    label: partBin({ axes }, locale),
    milliPoints,
    movedMilli,
    features: axes.map((axis) => ({
      codes: axis.features,
      name: axisName(axis, locale),
      value: axis.value,
      shown: axisValue(axis, locale),
      label: axisBin(axis, locale),
      records: axis.records.flatMap(({ evidence }) =>
        evidence.map((record) => ({
          id: record.factId,
          item: record.item,
          occurredOn: record.occurredOn,
          knownOn: record.knownOn,
          source: locale === 'en' ? record.provider.en : record.provider.zh,
        })),
      ),
    })),
  })),
});
