import type { Day } from '~/domain/kernel/day.ts';
import { type CalendarEntry, calendarFile } from '~/domain/repair/calendar.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findObjections, type ObjectionEntry } from '~/server/objection/store.ts';
import { type OutlookShown, outlooksOf } from '~/server/repair/show-rights.ts';
import { findRestatements, type RestatementRow } from '~/server/restatement/store-pages.ts';
import { type Locale, type Translate, translate } from '~/text/define.ts';
import { rightsText } from '~/text/rights.ts';

type Words = { readonly t: Translate<typeof rightsText>; readonly locale: Locale };

/**
 * The days of a firm's rights for its calendar: when repair opens, when publication ends, by when it is answered and until
 * when it may ask for a review, and when an announced fall of its score takes effect.
 */
export async function makeCalendar(actor: Actor, locale: Locale) {
  const { enterpriseId } = asFirm(actor);
  const words = { t: translate(rightsText, locale), locale };
  const days = await withActor(actor, async (tx) => ({
    outlooks: await outlooksOf(tx, enterpriseId),
    pending: await findObjections(tx, { state: 'pending', page: 0 }, 100),
    ended: await findObjections(tx, { state: 'ended', page: 0 }, 100),
    restatements: await findRestatements(tx, enterpriseId, null),
  }));
  const entries = [
    ...days.outlooks.flatMap((row) => repairDays(row, words)),
    ...days.pending.flatMap((row) => answerDays(row, words)),
    ...days.ended.flatMap((row) => appealDays(row, words)),
    ...fallDays(days.restatements, words),
  ].filter(({ on }) => on >= clock.today());
  const body = calendarFile(entries, words.t('rights.title'), clock.now());
  return { name: 'xinqiao-rights.ics', type: 'text/calendar; charset=utf-8', body };
}

const nameOf = (row: { readonly itemZh: string; readonly itemEn: string }, locale: Locale) =>
  locale === 'en' ? row.itemEn : row.itemZh;

function repairDays(row: OutlookShown, { t, locale }: Words): CalendarEntry[] {
  const name = nameOf(row, locale);
  const note = row.reference ?? '';
  return [
    { id: `earliest-${row.factId}`, on: row.earliest, title: t('rights.calendar-earliest', name), note },
    { id: `latest-${row.factId}`, on: row.latest, title: t('rights.calendar-latest', name), note },
  ];
}

function answerDays(row: ObjectionEntry, { t, locale }: Words): CalendarEntry[] {
  if (!row.dueOn) return [];
  const title = t('rights.calendar-answer', nameOf(row, locale));
  return [{ id: `answer-${row.id}`, on: row.dueOn as Day, title, note: '' }];
}

function appealDays(row: ObjectionEntry, { t, locale }: Words): CalendarEntry[] {
  if (!row.appealUntil) return [];
  const title = t('rights.calendar-appeal', nameOf(row, locale));
  return [{ id: `appeal-${row.id}`, on: row.appealUntil as Day, title, note: '' }];
}

/** One entry for each day on which announced falls take effect, whatever scopes they are of. */
function fallDays(rows: readonly RestatementRow[], { t, locale }: Words): CalendarEntry[] {
  const announced = rows.filter(({ state }) => state === 'announced');
  return [...new Set(announced.map(({ effectiveOn }) => effectiveOn))].map((on) => {
    const items = announced.filter((row) => row.effectiveOn === on).map((row) => nameOf(row, locale));
    return {
      id: `fall-${on}`,
      on: on as Day,
      title: t('rights.calendar-fall'),
      note: [...new Set(items)].join(' · '),
    };
  });
}
