import { addWorkingDays, isCalendarPublished } from '~/domain/institution/working-days.ts';
import { addDays, type Day, yearOf } from '~/domain/kernel/day.ts';

/** So many working or calendar days after the day that starts the clock; that day itself does not count. */
export type Term = { readonly days: number; readonly unit: 'working' | 'calendar' };

/** The steps of an objection that have a clock. */
export const objectionSteps = ['check', 'forward', 'answer', 'correct', 'appeal', 'review'] as const;
export type ObjectionStep = (typeof objectionSteps)[number];

/**
 * How one jurisdiction handles an objection (domain.md §2.2): policy data of the kind `objection`. A step that the
 * regulation gives no days of its own is null and only the total binds.
 */
export type ObjectionRegime = {
  /** Beginnings of the division codes it holds for; none for the rule of all other places. */
  readonly regions: readonly string[];
  /** The platform compares its copy with the source. Null: the objection goes to the provider at once. */
  readonly check: Term | null;
  readonly forward: Term | null;
  readonly answer: Term | null;
  /** What the provider may add once. */
  readonly extension: Term | null;
  /** From the answer until the record is put right. */
  readonly correct: Term | null;
  /** From receipt to the written answer, extension included. */
  readonly total: Term | null;
  /** While the provider looks into it, nobody but the firm sees the record. */
  readonly suspendsOnForward: boolean;
  /** How long after the answer the firm may ask for a review, and how long the review takes. */
  readonly appeal: Term;
  readonly review: Term;
};

/** A last day; provisional when it lies in a year whose holidays are not published yet. */
export type Due = { readonly lastDay: Day; readonly provisional: boolean };

/** The last day of a term that starts on a day. */
export function endOf(from: Day, { days, unit }: Term): Due {
  const lastDay = unit === 'working' ? addWorkingDays(from, days) : addDays(from, days);
  return { lastDay, provisional: unit === 'working' && !isCalendarPublished(yearOf(lastDay)) };
}

const earlier = (a: Due, b: Due): Due => (b.lastDay < a.lastDay ? b : a);

/**
 * The last day of a step that begins on a day, for an objection received on another: the step's own days, and never
 * later than the total. `extended` adds the provider's extension once, to the answer alone. Null: no clock at all.
 */
export function stepDue(
  regime: ObjectionRegime,
  step: ObjectionStep,
  {
    from,
    receivedOn,
    extended,
  }: { readonly from: Day; readonly receivedOn: Day; readonly extended: boolean },
): Due | null {
  const own = regime[step];
  const end = own && endOf(from, own);
  const longer =
    end && extended && regime.extension && step === 'answer' ? endOf(end.lastDay, regime.extension) : end;
  const binds = step === 'check' || step === 'forward' || step === 'answer';
  const total = binds && regime.total ? endOf(receivedOn, regime.total) : null;
  if (longer && total) return earlier(longer, total);
  return longer ?? total;
}

/**
 * The last day of the first step after receipt. The desk that checks has either to put its own error right or, if there is
 * none, to hand the objection on: until it did, the shorter of both terms binds. Where nobody checks, the provider's runs.
 */
export function firstDue(regime: ObjectionRegime, receivedOn: Day): Due | null {
  const begun = { from: receivedOn, receivedOn, extended: false };
  if (!regime.check) return stepDue(regime, 'answer', begun);
  const checked = stepDue(regime, 'check', begun);
  const handedOn = regime.forward && stepDue(regime, 'forward', begun);
  return checked && handedOn ? earlier(handedOn, checked) : checked;
}

/** The regime of a place: the one with the longest matching beginning of its division code, else the rule of all others. */
export function regimeOf<R extends Pick<ObjectionRegime, 'regions'>>(
  regimes: readonly R[],
  regionCode: string | null,
): R {
  const reach = ({ regions }: R) =>
    Math.max(
      -1,
      ...regions.filter((r) => regionCode?.startsWith(r)).map((r) => r.length),
      regions.length === 0 ? 0 : -1,
    );
  const [best] = [...regimes].sort((a, b) => reach(b) - reach(a));
  if (!best || reach(best) < 0) throw new Error('no objection regime for all other places');
  return best;
}
