import { addDays, addMonths, type Day, dayAt, yearOf } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { PrivacyDuties } from '../consent/duties.ts';

type PersonDuties = PrivacyDuties['persons'];

/** How the reports of a calendar year are counted: so many are free by law, and from which day the next ones are. */
export type ReportCount = { readonly used: number; readonly free: number; readonly nextFreeOn: Day | null };

/** The count of a year by the days on which a person opened a report on themselves (domain.md J1). */
export function countReports(
  opened: readonly Day[],
  today: Day,
  { freeReportsPerYear: free }: Pick<PersonDuties, 'freeReportsPerYear'>,
): ReportCount {
  const used = opened.filter((day) => yearOf(day) === yearOf(today)).length;
  const newYear = `${yearOf(today) + 1}-01-01` as Day;
  return { used, free, nextFreeOn: used < free ? null : newYear };
}

/** Whether a report that was opened at an instant can still be read. */
export const isReportOpen = (
  openedAt: Date,
  at: Date,
  { reportOpenMinutes }: Pick<PersonDuties, 'reportOpenMinutes'>,
): boolean => at >= openedAt && at.getTime() - openedAt.getTime() < reportOpenMinutes * 60_000;

/** The last day on which a refusal keeps the same bank from asking again for the purpose. */
export const refusalHolds = (
  today: Day,
  { refusalHoldsMonths }: Pick<PersonDuties, 'refusalHoldsMonths'>,
): Day => addMonths(today, refusalHoldsMonths);

/** A refusal that is on record: of whom, to which bank, for what, until when it holds. */
export type Refused = {
  readonly name: string;
  readonly institutionId: string;
  readonly purpose: string;
  readonly holdsUntil: Day;
};

export type RefusedRefusal = {
  readonly code: 'privacy.person-refused';
  readonly field: 'name';
  readonly until: Day;
};

const comparable = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/[\s·.]/g, '')
    .toLowerCase();

/** No nagging after a refusal (网络数据安全管理条例 22): the same person is not asked for the same bank and purpose while it holds. */
export function mayAskAgain(
  refused: readonly Refused[],
  wish: Omit<Refused, 'holdsUntil'>,
  today: Day,
): Result<null, RefusedRefusal> {
  const holding = refused
    .filter(
      (each) =>
        comparable(each.name) === comparable(wish.name) &&
        each.institutionId === wish.institutionId &&
        each.purpose === wish.purpose &&
        each.holdsUntil >= today,
    )
    .map(({ holdsUntil }) => holdsUntil)
    .sort()
    .at(-1);
  return holding ? refuse({ code: 'privacy.person-refused', field: 'name', until: holding }) : accept(null);
}

/** The last day to answer a person's objection (征信业管理条例 25: calendar days). */
export const objectionDue = (filedAt: Date, { objectionDays }: Pick<PersonDuties, 'objectionDays'>): Day =>
  addDays(dayAt(filedAt), objectionDays);

/** What is known of the objections to one record. */
export type PersonObjectionVerdict = 'upheld' | 'refused' | null;

/**
 * What an objection does to a record: while one is pending nothing is answered from the record, one that was upheld ends
 * its use for good.
 */
export function recordStanding(verdicts: readonly PersonObjectionVerdict[]): 'used' | 'suspended' | 'struck' {
  if (verdicts.includes('upheld')) return 'struck';
  return verdicts.includes(null) ? 'suspended' : 'used';
}
