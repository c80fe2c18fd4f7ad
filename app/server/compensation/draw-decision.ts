import type { AsOf } from '~/server/application/show-as-of.ts';
import type { Sheet } from '~/server/platform/pdf-sheet.ts';
import { refusals } from '~/text/all-refusals.ts';
import { applicationText } from '~/text/application.ts';
import { type Locale, translate } from '~/text/define.ts';
import { decisionPackText } from '~/text/duty-pack-decision.ts';
import { showDay, showFen, showInstant, showPoints, showPpm } from '~/text/format.ts';
import { wordRefusal } from '~/text/refusal.ts';

/** What was known on the day of decision, as a part of the duty pack: steps, terms, score, conditions, records by kind. */
export function drawDecision(sheet: Sheet, known: AsOf | null, locale: Locale): void {
  const t = translate(decisionPackText, locale);
  if (!known) {
    sheet.heading(t('decision.title'));
    sheet.list([t('decision.none')]);
    return;
  }
  sheet.heading(t('decision.title'), showDay(known.days.on, locale));
  const { offer } = known;
  if (offer)
    sheet.list([
      t('decision.offer', showFen(offer.amount, locale), offer.termMonths, showPpm(offer.rate, locale, 2)),
    ]);
  drawSteps(sheet, known, locale);
  if (known.known.granted) drawFirm(sheet, known.known, locale);
  else sheet.list([t('decision.shut', wordRefusal(refusals, known.known.refusal, locale))]);
  sheet.list([t('decision.of-today')]);
}

function drawSteps(sheet: Sheet, { events }: AsOf, locale: Locale): void {
  const t = translate(decisionPackText, locale);
  const steps = translate(applicationText, locale);
  sheet.table(
    [t('decision.at'), t('decision.step'), t('decision.by'), t('decision.signed')],
    events.map((event) => [
      showInstant(event.at, locale),
      steps(`step.${event.kind}` as 'step.submitted'),
      event.userName,
      t(event.bankKey ? 'decision.by-bank' : event.signed ? 'decision.by-platform' : 'decision.unsigned'),
    ]),
    t('decision.no-step'),
  );
}

type Firm = Extract<AsOf['known'], { granted: true }>;

function drawFirm(
  sheet: Sheet,
  { score, conditions, records, kinds, documents }: Firm,
  locale: Locale,
): void {
  const t = translate(decisionPackText, locale);
  const { before } = score;
  const counts = { pass: 0, fail: 0, unknown: 0 };
  for (const { verdict } of conditions?.conditions ?? []) counts[verdict] += 1;
  sheet.list([
    before && before.milliPoints !== null
      ? t(
          'decision.score',
          showPoints(before.milliPoints),
          before.grade ?? '—',
          showPpm(before.coveragePpm, locale, 0),
          before.cardVersion,
        )
      : t('decision.no-score'),
    conditions
      ? t('decision.conditions', conditions.version, counts.pass, counts.fail, counts.unknown)
      : t('decision.no-conditions'),
    t('decision.records', records.all, documents.length),
  ]);
  sheet.table(
    [t('decision.item'), t('decision.count'), t('decision.learnt')],
    kinds.map(({ zh, en, count, last }) => [locale === 'en' ? en : zh, String(count), showDay(last, locale)]),
    t('decision.no-record'),
  );
}
