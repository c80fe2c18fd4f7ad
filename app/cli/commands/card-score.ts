import { scoreTable } from '~/domain/score/statistical/score-table.ts';
import { readOutcome } from '~/domain/score/training/frame-of-table.ts';
import { ranking } from '~/domain/score/training/measures.ts';
import { readCardFile } from '~/server/score/card-file.ts';
import { readCases } from '~/server/score/read-cases.ts';
import { cardText } from '~/text/card.ts';
import { translate } from '~/text/define.ts';
import { showCount } from '~/text/format.ts';
import type { CliAnswer } from '../command.ts';
import { type CardContext, needed, refusedCard } from './card.ts';

/** `card score`: how a card ranks the rows of a file; the card is opened only when everything in it holds. */
export async function scoreFromFile(context: CardContext): Promise<CliAnswer> {
  const { options, locale } = context;
  const [file, data, label] = [needed(context, 'card'), needed(context, 'data'), needed(context, 'label')];
  const card = await readCardFile(file);
  if (!card.ok) return refusedCard(card.refusal, locale);
  const table = await readCases(data);
  if (!table.ok) return refusedCard(table.refusal, locale);
  const outcome = readOutcome(table.value, label, options['bad-value']);
  if (!outcome.ok) return refusedCard(outcome.refusal, locale);
  const { keep, bad } = outcome.value;
  const scores = scoreTable(card.value, table.value, keep);
  if (!scores.ok) return refusedCard(scores.refusal, locale);
  const ranked = ranking(
    scores.value.map((milliPoints) => -milliPoints),
    bad,
  );
  const [auc, ks] = [ranked.auc, ranked.ks].map((value) => Math.round(value * 1e6) / 1e6) as [number, number];
  const skipped = table.value.rows - keep.length;
  const t = translate(cardText, locale);
  const lines = [
    ...(skipped > 0 ? [t('card.skipped', showCount(skipped, locale))] : []),
    t('card.scored', showCount(ranked.n, locale), auc.toFixed(4), ks.toFixed(4)),
  ];
  return { ok: true, json: { n: ranked.n, auc, ks, skipped }, lines };
}
