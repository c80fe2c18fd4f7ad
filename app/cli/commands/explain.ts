import type { EvidenceView, LineView, ScoreView } from '~/domain/score/score-view.ts';
import { system } from '~/server/access/actor.ts';
import { explainScore } from '~/server/score/explain-score.ts';
import { type Locale, translate } from '~/text/define.ts';
import { dimensionNames, gapText } from '~/text/feature.ts';
import { showDay, showFen, showPoints, showPpm } from '~/text/format.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { scoreCliText, scoreRefusals } from '~/text/score.ts';
import { wordPlacement } from '~/text/score-place.ts';
import { wordLine, wordReason } from '~/text/score-reason.ts';
import { defineCommand } from '../command.ts';

export const command = defineCommand({
  name: 'explain',
  summary: scoreCliText['cli.explain.summary'],
  argument: { hint: 'USCC|ID', about: scoreCliText['cli.explain.argument'] },
  readsOnly: true,
  options: {},
  async run({ argument, locale }) {
    const explained = await explainScore(system('cli.explain'), argument);
    if (!explained.ok) {
      const message = wordRefusal(scoreRefusals, explained.refusal, locale);
      return { ok: false, json: { error: explained.refusal.code, message }, lines: [message] };
    }
    const { firm, score, placements } = explained.value;
    const places = placements.map((placement) => wordPlacement(placement, locale));
    return {
      ok: true,
      json: { firm, ...score, placements },
      lines: [
        ...head(firm.name, score, locale),
        ...places.map(({ group, place, note }) => `  ${group}  ${place} (${note})`),
        ...body(score, locale),
      ],
    };
  },
});

function head(name: string, score: ScoreView, locale: Locale): string[] {
  const t = translate(scoreCliText, locale);
  const grade = score.grade ?? t('cli.score.insufficient');
  const points = score.milliPoints === null ? '—' : showPoints(score.milliPoints);
  const reasons = score.reasons.map((reason) => wordReason(reason, score, locale));
  return [
    t('cli.explain.head', name, grade, points, showPpm(score.coveragePpm, locale, 1)),
    t('cli.explain.scope', score.scope === 'full', showDay(score.asOf, locale, 'short'), score.cardVersion),
    ...reasons.map(({ what, fix }) => `  ! ${what}${fix ? ` → ${fix}` : ''}`),
  ];
}

function body(score: ScoreView, locale: Locale): string[] {
  const dimension = translate(dimensionNames, locale);
  const gap = translate(gapText, locale);
  return score.dimensions.flatMap(({ code, points, max }) => [
    '',
    `${dimension(code)}  ${points === null ? '—' : showPoints(points)}/${showPoints(max)}`,
    ...score.lines
      .filter((line) => line.dimension === code)
      .flatMap((line) => [
        `  ${pointsOf(score, line).padStart(5)}/${showPoints(line.max).padEnd(4)} ${wordLine(line, locale)}${
          line.gap ? `（${gap(line.gap)}）` : ''
        }`,
        ...line.evidence.slice(0, 5).map((record) => `             · ${recordLine(record, locale)}`),
        ...more(line.evidenceCount - 5, locale),
      ]),
  ]);
}

/** Without a score there are no points, only what is known. */
const pointsOf = (score: ScoreView, line: LineView): string =>
  score.milliPoints === null ? '—' : showPoints(line.points);

const more = (n: number, locale: Locale): string[] =>
  n > 0 ? [`             · ${translate(scoreCliText, locale)('cli.explain.more', n)}`] : [];

function recordLine(record: EvidenceView, locale: Locale): string {
  const t = translate(scoreCliText, locale);
  const name = (named: { zh: string; en: string }) => (locale === 'en' ? named.en : named.zh);
  const what = [
    name(record.itemName),
    record.category ? name(record.category) : '',
    amountOf(record, locale),
  ];
  const on = record.occurredOn
    ? showDay(record.occurredOn, locale, 'short', record.precision)
    : t('cli.explain.undated');
  return t(
    'cli.explain.record',
    what.filter(Boolean).join(' '),
    on,
    name(record.provider),
    showDay(record.knownOn, locale, 'short'),
  );
}

const amountOf = ({ amount }: EvidenceView, locale: Locale): string =>
  amount ? showFen(amount.fen, locale) : '';
