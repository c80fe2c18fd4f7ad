import type { LoanCounts } from '~/domain/modelling/own-loans.ts';
import {
  drawCalibration,
  drawEvidence,
  drawLimits,
  type ModelPage,
} from '~/server/modelling/draw-model-evidence.ts';
import type { CardModelPage } from '~/server/modelling/show-card-model.ts';
import { openSheet, type Sheet } from '~/server/platform/pdf-sheet.ts';
import { type Locale, type Translate, translate } from '~/text/define.ts';
import { showInstant, showPoints, showPpm } from '~/text/format.ts';
import { modellingText } from '~/text/modelling.ts';
import { characteristicName, featureName } from '~/text/score-reason.ts';

type Words = { readonly t: Translate<typeof modellingText>; readonly locale: Locale };

/** The model document on A4: all that the inventory knows of a card, from its purpose to the limits of its use. */
export async function drawModel(
  page: ModelPage,
  { at, locale }: { readonly at: string; readonly locale: Locale },
): Promise<Uint8Array> {
  const t = translate(modellingText, locale);
  const title = t('modelling.document', page.version);
  const sheet = await openSheet({
    title,
    author: t('modelling.platform'),
    footer: t('modelling.document-made', showInstant(at, locale)),
    locale,
  });
  sheet.title(title, t('modelling.document-lede'));
  writeModel(sheet, page, locale);
  return sheet.finish();
}

/** Every chapter of the document, in its order. */
export function writeModel(sheet: Sheet, page: ModelPage, locale: Locale): void {
  const words = { t: translate(modellingText, locale), locale };
  drawFacts(sheet, page, words);
  drawEvidence(sheet, page, locale);
  drawMonths(sheet, page, words);
  drawTables(sheet, page, words);
  drawCalibration(sheet, page, locale);
  drawLimits(sheet, page, locale);
  drawDecisions(sheet, page, words);
}

const sampleText = (
  { good, bad, indeterminate, young, renewals, unseen }: LoanCounts,
  t: Words['t'],
): string =>
  [
    t('modelling.own-used', String(good), String(bad)),
    t('modelling.own-left', String(indeterminate), String(young), String(renewals), String(unseen)),
  ].join(' · ');

const ppm = (value: number | null, locale: Locale): string =>
  value === null ? '—' : showPpm(value, locale, 1);

function drawFacts(
  sheet: Sheet,
  { kind, role, hash, purpose, origin, sample, about }: CardModelPage,
  { t, locale }: Words,
): void {
  sheet.facts([
    [t('modelling.kind'), t(`modelling.kind.${kind}`)],
    [t('modelling.role'), t(`modelling.role.${role}`)],
    [t('modelling.purpose'), purpose || t('modelling.purpose-rule')],
    ...(origin ? [[t('modelling.origin'), t(`modelling.origin.${origin}`)] as const] : []),
    [t('modelling.hash'), hash],
  ]);
  if (!about) return;
  const { scaling } = about;
  sheet.heading(t('modelling.development'));
  sheet.facts([
    [t('modelling.label'), about.label],
    [t('modelling.rows'), `${about.rows} / ${about.bads}`],
    ...(sample ? [[t('modelling.own-sample'), sampleText(sample, t)] as const] : []),
    [t('modelling.auc'), ppm(about.aucPpm, locale)],
    [t('modelling.ks'), ppm(about.ksPpm, locale)],
    [t('modelling.base-score'), showPoints(scaling.baseScoreMilli)],
    [t('modelling.base-odds'), `${scaling.baseOdds} : 1`],
    [t('modelling.pdo'), showPoints(scaling.pdoMilli)],
    [t('modelling.rate'), String(scaling.rate)],
    [t('modelling.characteristics'), String(about.characteristics)],
    [t('modelling.golden'), String(about.golden)],
  ]);
  sheet.heading(t('modelling.features'));
  sheet.paragraph(
    about.features.map((code) => featureName(code, locale)).join(locale === 'en' ? ', ' : '、'),
  );
}

function drawMonths(sheet: Sheet, { months }: CardModelPage, { t, locale }: Words): void {
  sheet.heading(t('modelling.monitoring'));
  if (months.length === 0) {
    sheet.paragraph(t('modelling.months-none'));
    return;
  }
  sheet.grid(
    [
      t('modelling.month'),
      t('modelling.firms'),
      t('modelling.psi'),
      t('modelling.auc'),
      t('modelling.ks'),
      t('modelling.loans'),
    ],
    months.map((m) => [
      m.month,
      String(m.firms),
      `${(m.psiPpm / 1_000_000).toFixed(3)} ${t(`modelling.light.${m.psiLight}`)}`,
      `${ppm(m.aucPpm, locale)} ${t(`modelling.light.${m.aucLight}`)}`,
      `${ppm(m.ksPpm, locale)} ${t(`modelling.light.${m.ksLight}`)}`,
      `${m.loans} / ${m.bads}`,
    ]),
    [2, 2, 3, 3, 3, 2],
  );
}

function drawTables(sheet: Sheet, { csi, impact, names }: CardModelPage, { t, locale }: Words): void {
  if (csi.length > 0) {
    sheet.heading(t('modelling.csi'));
    sheet.grid(
      [t('modelling.characteristic'), t('modelling.index')],
      csi.map(({ code, ppm: value, light }) => [
        characteristicName(code, locale),
        `${(value / 1_000_000).toFixed(3)} ${t(`modelling.light.${light}`)}`,
      ]),
      [8, 2],
    );
  }
  if (impact.length === 0) return;
  sheet.heading(t('modelling.impact'));
  sheet.grid(
    [t('modelling.group'), t('modelling.firms'), t('modelling.pass'), t('modelling.ratio')],
    impact.map((row) => [
      groupWord(row, names, { t, locale }),
      row.firms === null ? t('modelling.too-few') : String(row.firms),
      ppm(row.passPpm, locale),
      `${ppm(row.ratioPpm, locale)}${row.isLow ? ` ${t('modelling.impact-low')}` : ''}`,
    ]),
    [5, 2, 2, 3],
  );
}

function groupWord(
  { kind, key }: { kind: 'region' | 'kind' | 'section'; key: string },
  names: CardModelPage['names'],
  { t, locale }: Words,
): string {
  if (kind === 'kind') return t(key === 'company' ? 'modelling.kind-company' : 'modelling.kind-sole-trader');
  const name = names[key];
  return name ? (locale === 'en' ? name.en : name.zh) : key;
}

function drawDecisions(sheet: Sheet, { proposals }: CardModelPage, { t, locale }: Words): void {
  sheet.heading(t('modelling.decisions'));
  if (proposals.length === 0) {
    sheet.paragraph(t('modelling.decisions-none'));
    return;
  }
  sheet.grid(
    [t('modelling.to-role'), t('modelling.reason'), t('modelling.proposed'), t('modelling.decided')],
    proposals.map((p) => [
      t(`modelling.role.${p.toRole as 'challenger'}`),
      p.reason,
      `${p.proposedBy} ${showInstant(p.proposedAt, locale)}`,
      p.outcome && p.decidedAt
        ? `${t(`modelling.outcome.${p.outcome}`)} ${p.decidedBy ?? ''} ${showInstant(p.decidedAt, locale)}`
        : t('modelling.waiting'),
    ]),
    [2, 4, 3, 3],
  );
}
