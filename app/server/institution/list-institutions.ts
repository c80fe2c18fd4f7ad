import { daysLeft, needsAssessment, standingOf } from '~/domain/institution/standing.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { InstitutionsQuery } from '~/server/institution/forms.ts';
import { findInstitutions, type Institution } from '~/server/institution/store.ts';
import type { Locale } from '~/text/define.ts';

/** An assessment that ends within so many days is due for renewal. */
export const renewalDays = 30;

type Listed = Institution & { readonly people: number };

const rowOf = (institution: Listed, today: Day, locale: Locale) => ({
  id: institution.id,
  kind: institution.kind,
  code: institution.code,
  name: locale === 'en' ? institution.nameEn : institution.nameZh,
  standing: standingOf(institution, today),
  until: institution.assessmentExpiresOn,
  daysLeft: daysLeft(institution, today),
  needsAssessment: needsAssessment(institution.kind),
  people: institution.people,
});
export type InstitutionRow = ReturnType<typeof rowOf>;

/** The institutions that fit the filters, in the order asked for; a house has tens of them, so there are no pages. */
export async function listInstitutions(actor: Actor, query: InstitutionsQuery, locale: Locale) {
  const today = clock.today();
  const all = (await withActor(actor, findInstitutions)).map((institution) =>
    rowOf(institution, today, locale),
  );
  const rows = all.filter((row) => fits(row, query)).sort((a, b) => order(a, b, query.sort, locale));
  return { rows: query.dir === 'desc' ? rows.reverse() : rows, total: all.length, renewalDays };
}

const isEndingSoon = ({ standing, daysLeft: left }: InstitutionRow) =>
  standing === 'good' && left !== null && left <= renewalDays;

function fits(row: InstitutionRow, { kind, standing, text }: InstitutionsQuery): boolean {
  if (kind && row.kind !== kind) return false;
  if (standing === 'ending-soon') return isEndingSoon(row);
  if (standing && row.standing !== standing) return false;
  return !text || `${row.name} ${row.code}`.toLowerCase().includes(text.toLowerCase());
}

function order(a: InstitutionRow, b: InstitutionRow, by: InstitutionsQuery['sort'], locale: Locale): number {
  const byName = a.name.localeCompare(b.name, locale);
  if (by === 'people') return a.people - b.people || byName;
  if (by === 'until') return (a.until ?? '9999').localeCompare(b.until ?? '9999') || byName;
  if (by === 'kind') return a.kind.localeCompare(b.kind) || byName;
  return byName;
}
