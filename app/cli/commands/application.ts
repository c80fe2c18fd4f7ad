import { z } from 'zod';
import type { ApplicationState } from '~/domain/application/state.ts';
import { system } from '~/server/access/actor.ts';
import { listForReplay } from '~/server/application/list-for-replay.ts';
import type { ScoreThen } from '~/server/application/score-between.ts';
import { type AsOf, showAsOf } from '~/server/application/show-as-of.ts';
import { refusals } from '~/text/all-refusals.ts';
import { applicationText } from '~/text/application.ts';
import { asOfText } from '~/text/as-of.ts';
import { type Locale, type TextTable, translate } from '~/text/define.ts';
import { featureNames } from '~/text/feature.ts';
import { showDay, showPoints } from '~/text/format.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { dayOption, defineCommand, textOption } from '../command.ts';

/** `application as-of --id ID --on D --to D`: what the page on a past day says, without what is sealed by now. */
export const command = defineCommand({
  name: 'application',
  summary: asOfText['as-of.cli.summary'],
  argument: { hint: 'list|as-of', about: asOfText['as-of.cli.what'] },
  readsOnly: true,
  options: {
    firm: textOption(z.string().optional(), 'USCC', asOfText['as-of.cli.firm']),
    id: textOption(z.uuid().optional(), 'ID', asOfText['as-of.cli.id']),
    on: dayOption(asOfText['as-of.on']),
    to: dayOption(asOfText['as-of.to']),
  },
  async run({ argument, options: { firm, id, on, to }, locale }) {
    const t = translate(asOfText, locale);
    const no = (code: string, line: string) => ({ ok: false, json: { code }, lines: [line] });
    if (argument === 'list') {
      if (!firm) return no('application.firm-missing', t('as-of.cli.missing', 'firm'));
      const listed = await listForReplay(system('cli.application'), firm);
      if (!listed.ok) return no(listed.refusal.code, wordRefusal(refusals, listed.refusal, locale));
      const lines = listed.value.map(
        (row) =>
          `${row.id}  ${showDay(row.submittedAt.slice(0, 10), locale, 'short')}  ${locale === 'en' ? row.bankEn : row.bankZh}  ${stateWord(row.state, locale)}`,
      );
      return { ok: true, json: listed.value, lines: lines.length > 0 ? lines : [t('as-of.audit.none')] };
    }
    if (argument !== 'as-of') return no('application.unknown-list', t('as-of.cli.unknown', argument));
    if (!id) return no('application.id-missing', t('as-of.cli.missing', 'id'));
    const shown = await showAsOf(system('cli.application'), id, { on, to });
    if (!shown.ok) return no(shown.refusal.code, wordRefusal(refusals, shown.refusal, locale));
    return { ok: true, json: shown.value, lines: linesOf(shown.value, locale) };
  },
});

const stateWord = (state: string, locale: Locale): string =>
  translate(applicationText, locale)(`state.${state as ApplicationState}`);

function linesOf({ firm, days, state, known, events }: AsOf, locale: Locale): string[] {
  const t = translate(asOfText, locale);
  const head = t('as-of.cli.head', firm, showDay(days.on, locale, 'short'), stateWord(state, locale));
  if (!known.granted) return [head, wordRefusal(refusals, known.refusal, locale)];
  const { score, records, changes, documents } = known;
  const named = (row: { itemZh: string; itemEn: string }) => (locale === 'en' ? row.itemEn : row.itemZh);
  const feature = translate(featureNames as TextTable, locale);
  return [
    head,
    t('as-of.cli.counts', records.all, documents.length, events.length),
    t('as-of.cli.score', pointsOf(score.before), pointsOf(score.after)),
    ...score.moved.map(
      ({ feature: code, before, after, movers }) =>
        `  ${showPoints((after?.points ?? 0) - (before?.points ?? 0), true).padStart(6)}  ${feature(code)}  ${movers
          .map((mover) => `${t(`as-of.mover.${mover.why}`)} ${named(mover)}`)
          .join('; ')}`,
    ),
    ...(changes.all > 0 ? [t('as-of.changes')] : []),
    ...changes.shown.map(
      (change) =>
        `  ${showDay(change.on, locale, 'short')}  ${t(`as-of.mover.${change.kind}`)}  ${named(change)}`,
    ),
  ];
}

const pointsOf = (score: ScoreThen | null): string =>
  score?.milliPoints == null ? '—' : `${showPoints(score.milliPoints)} ${score.grade ?? ''}`.trim();
