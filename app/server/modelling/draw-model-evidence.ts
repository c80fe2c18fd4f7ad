import { bandEdge } from '~/domain/modelling/month.ts';
import type { BackTest } from '~/domain/modelling/promotion.ts';
import type { CardModelPage } from '~/server/modelling/show-card-model.ts';
import type { Sheet } from '~/server/platform/pdf-sheet.ts';
import { type Locale, translate } from '~/text/define.ts';
import { showCount, showDay, showPoints, showPpm } from '~/text/format.ts';
import { modelDocumentText } from '~/text/model-document.ts';
import { modellingText } from '~/text/modelling.ts';
import { modellingChartText } from '~/text/modelling-chart.ts';

/** What the document draws: the page of the card, and its back-test whatever part it plays. */
export type ModelPage = CardModelPage & { readonly backTest: BackTest | null };

/** Days in the shadow that the document lists. */
const listedDays = 14;
const ranks = [1, 2, 3, 4, 5] as const;

const wordsOf = (locale: Locale) => ({
  t: translate(modellingText, locale),
  own: translate(modelDocumentText, locale),
  share: (ppm: number | null) => (ppm === null ? '—' : showPpm(ppm, locale, 1)),
  count: (n: number) => showCount(n, locale),
});

/** Back-test, and how the card stood in the shadow. */
export function drawEvidence(sheet: Sheet, page: ModelPage, locale: Locale): void {
  const { t, own, share } = wordsOf(locale);
  sheet.heading(own('document.back-test'));
  const { backTest } = page;
  if (backTest)
    sheet.facts([
      [own('document.source'), own(`document.source.${backTest.source}`)],
      [t('modelling.auc'), share(backTest.aucPpm)],
      [t('modelling.ks'), share(backTest.ksPpm)],
    ]);
  else sheet.paragraph(own('document.back-test-none'));
  drawShadow(sheet, page, locale);
  drawFifths(sheet, page, locale);
}

function drawShadow(sheet: Sheet, { shadow }: ModelPage, locale: Locale): void {
  const { t, own, count } = wordsOf(locale);
  sheet.heading(own('document.shadow'));
  const days = shadow?.days ?? [];
  const [begun, last] = [days[0], days.at(-1)];
  if (!begun || !last) {
    sheet.paragraph(own('document.shadow-none'));
    return;
  }
  const day = (on: string) => showDay(on, locale, 'short');
  sheet.paragraph(own('document.shadow-days', day(begun.day), day(last.day), days.length));
  sheet.grid(
    [
      t('modelling.shadow-day'),
      t('modelling.shadow-against'),
      t('modelling.firms'),
      t('modelling.shadow-agreeing'),
      t('modelling.shadow-higher'),
      t('modelling.shadow-lower'),
    ],
    days
      .slice(-listedDays)
      .reverse()
      .map((each) => [
        day(each.day),
        each.against || t('modelling.shadow-against-score'),
        count(each.firms),
        count(each.agreeing),
        count(each.higher),
        count(each.lower),
      ]),
    [2, 3, 2, 2, 2, 2],
  );
}

function drawFifths(sheet: Sheet, { fifths }: ModelPage, locale: Locale): void {
  if (fifths.length === 0) return;
  const { t, own, count } = wordsOf(locale);
  const firms = (rule: number, card: number) =>
    fifths.find((each) => each.rule === rule && each.card === card)?.firms ?? 0;
  sheet.heading(own('document.fifths'));
  sheet.grid(
    ['', ...ranks.map((n) => t('modelling.fifth-card', n))],
    ranks.map((rule) => [t('modelling.fifth-rule', rule), ...ranks.map((card) => count(firms(rule, card)))]),
    [3, 2, 2, 2, 2, 2],
  );
}

/** Bad share by band, seen and said, with the limits of what was said. */
export function drawCalibration(sheet: Sheet, { calibration, range }: ModelPage, locale: Locale): void {
  const { t, share, count } = wordsOf(locale);
  const chart = translate(modellingChartText, locale);
  sheet.heading(t('modelling.calibration'));
  if (calibration.length === 0) {
    sheet.paragraph(t('modelling.calibration-none'));
    return;
  }
  const edge = (band: number) => showPoints(bandEdge(range, band));
  sheet.paragraph(t('modelling.calibration-about'));
  sheet.grid(
    [
      t('modelling.band'),
      t('modelling.loans'),
      t('modelling.seen'),
      t('modelling.said'),
      chart('chart.limits'),
      chart('chart.light'),
    ],
    calibration.map((row) => [
      `${edge(row.band)} – ${edge(row.band + 1)}`,
      row.loans === null || row.bads === null
        ? t('modelling.too-few')
        : `${count(row.loans)} / ${count(row.bads)}`,
      share(row.seenPpm),
      share(row.saidPpm),
      row.lowPpm === null ? '—' : `${share(row.lowPpm)} – ${share(row.highPpm)}`,
      t(`modelling.light.${row.light}`),
    ]),
    [3, 3, 2, 2, 3, 2],
  );
}

/** The thresholds of the policy in force, and what the card must not be used for. */
export function drawLimits(sheet: Sheet, page: ModelPage, locale: Locale): void {
  const { t, own, share, count } = wordsOf(locale);
  const { thresholds: limits } = page;
  const index = (ppm: number) => (ppm / 1_000_000).toFixed(3);
  sheet.heading(own('document.thresholds'));
  sheet.grid(
    [own('document.figure'), own('document.watch'), own('document.act')],
    [
      [
        'PSI, CSI',
        own('document.from', index(limits.psiWatchPpm)),
        own('document.above', index(limits.psiActPpm)),
      ],
      [
        t('modelling.auc'),
        own('document.below', share(limits.aucWatchPpm)),
        own('document.below', share(limits.aucActPpm)),
      ],
      [
        t('modelling.ks'),
        own('document.below', share(limits.ksWatchPpm)),
        own('document.below', share(limits.ksActPpm)),
      ],
      [t('modelling.calibration'), own('document.calibration-limit'), own('document.calibration-act')],
    ],
    [4, 3, 3],
  );
  sheet.paragraph(own('document.least', count(limits.leastOutcomes), count(limits.leastBads)));
  sheet.paragraph(t('modelling.thresholds-unverified'));
  sheet.heading(own('document.limits'));
  sheet.list(limitsOf(page, locale));
}

function limitsOf({ kind, role, about, thresholds }: ModelPage, locale: Locale): string[] {
  const { own, count } = wordsOf(locale);
  return [
    own(`document.limit.role.${role}`),
    own(`document.limit.${kind}`),
    ...(about ? [own('document.limit.label', about.label, count(about.rows), count(about.bads))] : []),
    own('document.limit.public'),
    own('document.limit.groups', thresholds.smallestGroup, showPpm(thresholds.impactPpm, locale, 0)),
  ];
}
