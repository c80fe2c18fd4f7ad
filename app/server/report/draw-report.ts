import type { ReportBundle } from '~/domain/report/bundle.ts';
import type { ReportBody, ReportScore } from '~/domain/report/report.ts';
import { openSheet, type Sheet } from '~/server/platform/pdf-sheet.ts';
import { type Locale, type TextTable, type Translate, translate } from '~/text/define.ts';
import { dimensionNames } from '~/text/feature.ts';
import { showDay, showInstant, showPoints, showPpm } from '~/text/format.ts';
import { purposeWord } from '~/text/purpose-word.ts';
import { reportText } from '~/text/report.ts';
import { placeText, wordPlacement } from '~/text/score-place.ts';

type Words = { readonly t: Translate<typeof reportText>; readonly locale: Locale };
type Options = {
  /** Where the QR code leads: scheme, host and port of the platform. */
  readonly origin: string;
  readonly locale: Locale;
};

type Placements = NonNullable<ReportBody['placements']>;

type Named = { readonly zh: string; readonly en: string };
const nameIn = (locale: Locale, named: Named): string => (locale === 'en' ? named.en : named.zh);
const day = (text: string, locale: Locale): string => showDay(text, locale, 'short');

/** A report on A4 as it was signed: text that can be selected and searched, in a font that it carries with it. */
export async function drawReport(bundle: ReportBundle, { origin, locale }: Options): Promise<Uint8Array> {
  const t = translate(reportText, locale);
  const words = { t, locale };
  const { report } = bundle;
  const sheet = await openSheet({
    title: `${t('report.document')} ${report.firm.name}`,
    author: t('report.platform'),
    footer: `${t('report.made', showInstant(report.madeAt, locale))} · ${report.id}`,
    locale,
  });
  drawHead(sheet, bundle, words);
  drawScore(sheet, report.score, words);
  drawPlacements(sheet, report.placements ?? [], words);
  drawHoldings(sheet, bundle, words);
  drawRights(sheet, bundle, words);
  drawProof(sheet, bundle, origin, words);
  return sheet.finish();
}

function drawHead(sheet: Sheet, { report }: ReportBundle, { t, locale }: Words): void {
  const { firm, recipient, audience } = report;
  const unknown = t('report.unknown');
  sheet.title(t('report.document'), t('report.document-lede'));
  sheet.facts([
    [t('report.name'), firm.name],
    [t('report.uscc'), firm.uscc ?? t('report.no-uscc')],
    [t('report.region'), firm.region ?? unknown],
    [t('report.industry'), firm.industry ? nameIn(locale, firm.industry) : unknown],
    [t('report.established'), firm.establishedOn ? showDay(firm.establishedOn, locale) : unknown],
    [t('report.status'), statusWord(firm.status, locale)],
    [t('report.made-at'), showInstant(report.madeAt, locale)],
    [t('report.for'), recipient ? nameIn(locale, recipient) : t(`report.for.${audience}`)],
  ]);
}

const statusWord = (status: string, locale: Locale): string => {
  const key = `report.status.${status}`;
  return key in reportText ? translate(reportText as TextTable, locale)(key) : status;
};

function drawScore(sheet: Sheet, score: ReportScore | null, words: Words): void {
  const { t, locale } = words;
  sheet.heading(t('report.score'));
  if (!score) {
    sheet.paragraph(t('report.score-none'));
    return;
  }
  const known = score.milliPoints !== null;
  sheet.figure(
    score.milliPoints === null ? t('report.score-closed') : showPoints(score.milliPoints),
    known ? t('report.of') : '',
    [
      ...(score.grade ? [t('report.grade', score.grade)] : []),
      t('report.coverage', showPpm(score.coveragePpm, locale, 0)),
      t(`report.scope.${score.scope}`),
      t('report.card', score.cardVersion, day(score.asOf, locale)),
      ...(score.veto ? [t('report.veto', nameIn(locale, score.veto))] : []),
    ],
  );
  drawDimensions(sheet, score, words);
  if (score.reasons.length > 0) {
    sheet.heading(t('report.reasons'));
    sheet.grid(
      [t('report.reason'), t('report.fix')],
      score.reasons.map(({ what, fix }) => [nameIn(locale, what), nameIn(locale, fix)]),
      [5, 5],
    );
  }
  drawLines(sheet, score, words);
}

function drawDimensions(sheet: Sheet, score: ReportScore, { t, locale }: Words): void {
  const name = translate(dimensionNames, locale);
  sheet.heading(t('report.dimensions'));
  sheet.bars(
    score.dimensions.map(({ code, points, max, coveragePpm }) => ({
      label: name(code),
      value: `${points === null ? '—' : showPoints(points)} / ${showPoints(max)}`,
      ppm: points === null ? null : Math.round((points * 1_000_000) / max),
      note: t('report.known', showPpm(coveragePpm, locale, 0)),
    })),
  );
}

function drawPlacements(sheet: Sheet, placements: Placements, { locale }: Words): void {
  const [first] = placements;
  if (!first) return;
  const t = translate(placeText, locale);
  sheet.heading(
    t('place.title'),
    first.least ? t('place.lede', String(first.least)) : t('place.lede-before'),
  );
  sheet.grid(
    [t('place.group'), t('place.place'), t('place.of')],
    placements.map((each) => {
      const { group, place, note } = wordPlacement(each, locale);
      return [group, place, note];
    }),
    [4, 4, 4],
  );
}

function drawLines(sheet: Sheet, score: ReportScore, { t, locale }: Words): void {
  const name = translate(dimensionNames, locale);
  sheet.heading(t('report.lines'));
  for (const { code } of score.dimensions) {
    const lines = score.lines.filter((line) => line.dimension === code);
    sheet.grid(
      [name(code), t('report.line-value'), t('report.line-points')],
      lines.map((line) => [
        nameIn(locale, line.name),
        line.value ? nameIn(locale, line.value) : t('report.line-unknown'),
        score.milliPoints === null ? '—' : `${showPoints(line.points)} / ${showPoints(line.max)}`,
      ]),
      [6, 4, 2],
    );
  }
}

function drawHoldings(sheet: Sheet, { report }: ReportBundle, { t, locale }: Words): void {
  sheet.heading(t('report.holdings'));
  if (report.holdings.length === 0) {
    sheet.paragraph(t('report.holdings-none'));
    return;
  }
  sheet.grid(
    [t('report.item'), t('report.provider'), t('report.records'), t('report.span'), t('report.learnt')],
    report.holdings.map((h) => [
      nameIn(locale, h.name),
      nameIn(locale, h.provider),
      String(h.records),
      h.first && h.last ? `${day(h.first, locale)} – ${day(h.last, locale)}` : '—',
      day(h.knownOn, locale),
    ]),
    [5, 4, 1.4, 4, 2.2],
  );
}

function drawRights(sheet: Sheet, { report }: ReportBundle, { t, locale }: Words): void {
  sheet.heading(t('report.objections'));
  if (report.objections.length === 0) sheet.paragraph(t('report.objections-none'));
  else
    sheet.list(
      report.objections.map(({ name, openedOn }) =>
        t('report.objection', nameIn(locale, name), day(openedOn, locale)),
      ),
    );
  const { listed, total } = report.queries;
  const note =
    report.audience === 'bank'
      ? t('report.queries-bank')
      : t(`report.queries-${report.audience}`, listed.length, total);
  sheet.heading(t('report.queries'), note);
  if (listed.length === 0) {
    sheet.paragraph(t('report.queries-none'));
    return;
  }
  sheet.grid(
    [t('report.query-at'), t('report.query-by'), t('report.query-what'), t('report.query-purpose')],
    listed.map((q) => [
      showInstant(q.at, locale),
      nameIn(locale, q.by),
      nameIn(locale, q.what) + (q.refused ? t('report.query-refused') : ''),
      q.purpose ? purposeWord(q.purpose, locale) : '—',
    ]),
    [3, 4, 4, 2],
  );
}

function drawProof(sheet: Sheet, { report, hash, keyId }: ReportBundle, origin: string, { t }: Words): void {
  sheet.heading(t('report.proof'));
  const address = `${origin}${report.verifyPath}`;
  sheet.code(address, t('report.proof-scan'), [
    address,
    t('report.proof-hash', hash),
    t('report.proof-key', keyId),
    t('report.proof-offline'),
  ]);
}
