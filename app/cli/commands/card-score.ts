import { accept, type Result } from '~/domain/kernel/result.ts';
import type { OpenedCard } from '~/domain/score/card-file.ts';
import { scoreRuleTable } from '~/domain/score/rule/score-rule-table.ts';
import { scoreTable } from '~/domain/score/statistical/score-table.ts';
import { type LabelRefusal, readOutcome } from '~/domain/score/training/frame-of-table.ts';
import { ranking } from '~/domain/score/training/measures.ts';
import type { RawTable } from '~/domain/score/training/raw-table.ts';
import { readCardFile, signerOf } from '~/server/score/card-file.ts';
import { readCases } from '~/server/score/read-cases.ts';
import { cardText } from '~/text/card.ts';
import { translate } from '~/text/define.ts';
import { showCount } from '~/text/format.ts';
import type { CliAnswer } from '../command.ts';
import { type CardContext, needed, refusedCard } from './card.ts';
import { signerLine } from './card-seal.ts';

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
  const scores = scoresOf(card.value, table.value, outcome.value.keep);
  if (!scores.ok) return refusedCard(scores.refusal, locale);
  const { n, auc, ks } = rankedBy(scores.value, outcome.value.bad);
  const skipped = table.value.rows - outcome.value.keep.length;
  const insufficient = scores.value.length - n;
  const t = translate(cardText, locale);
  const { keyId, golden, kind } = card.value;
  return {
    ok: true,
    json: {
      n,
      auc,
      ks,
      skipped,
      ...(kind === 'rule' && { insufficient }),
      signature: { signer: signerOf(card.value), keyId },
      golden,
    },
    lines: [
      signerLine(card.value, locale),
      ...(skipped > 0 ? [t('card.skipped', showCount(skipped, locale))] : []),
      ...(insufficient > 0 ? [t('card.insufficient', showCount(insufficient, locale))] : []),
      t('card.scored', showCount(n, locale), auc.toFixed(4), ks.toFixed(4)),
    ],
  };
}

/** The ranking of the rows that got a score, to six decimals: the fewer points, the riskier. */
function rankedBy(points: readonly (number | null)[], bad: Uint8Array) {
  const scored = points.flatMap((own, at) => (own === null ? [] : [at]));
  const { n, auc, ks } = ranking(
    scored.map((at) => -(points[at] ?? 0)),
    scored.map((at) => bad[at] as number),
  );
  const sixth = (value: number) => Math.round(value * 1e6) / 1e6;
  return { n, auc: sixth(auc), ks: sixth(ks) };
}

/** Milli-points of rows; null where a rule card finds too little known. */
function scoresOf(
  opened: OpenedCard,
  table: RawTable,
  rows: Uint32Array,
): Result<readonly (number | null)[], LabelRefusal> {
  if (opened.kind === 'rule') {
    const scored = scoreRuleTable(opened.card, table, rows);
    return scored.ok ? accept(scored.value.map(({ milliPoints }) => milliPoints)) : scored;
  }
  const scored = scoreTable(opened.card, table, rows);
  return scored.ok ? accept([...scored.value]) : scored;
}
