import { addDays, addMonths, type Day } from '~/domain/kernel/day.ts';
import { endOf, type Term } from '~/domain/objection/regime.ts';

/** How grave a negative record is (domain.md §2.3). */
export const repairClasses = ['minor', 'general', 'serious'] as const;
export type RepairClass = (typeof repairClasses)[number];

export type ClassTerms = {
  /** Months from the date of the document before which repair is not open; 0 as soon as the duties are done. */
  readonly earliestMonths: number;
  /** Months after which publication ends by itself once the act was corrected. */
  readonly latestMonths: number;
};

/** What the firm has to have done; `law` is whatever a special law asks for. */
export const repairDuties = ['corrected', 'fulfilled', 'promise', 'law'] as const;
export type RepairDuty = (typeof repairDuties)[number];

/** Which class a record belongs to: the first line that names its item, and its category where the line names one. */
export type ClassRule = {
  readonly item: string;
  readonly category: string | null;
  readonly class: RepairClass;
};

/** One regime of credit repair (信用修复): policy data of the code `repair`, one version for each regime. */
export type RepairRules = {
  readonly classes: { readonly [C in RepairClass]: ClassTerms };
  readonly classify: readonly ClassRule[];
  readonly duties: readonly RepairDuty[];
  /** Days of the authority to take the file in and to decide; figures that no source confirmed are flagged in the data. */
  readonly accept: Term;
  readonly decide: Term;
  readonly shield: { readonly decide: Term };
};

export type RepairRegime = RepairRules & {
  readonly version: number;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};

/** The class of a record, or null when nothing about it can be repaired: it ends by payment, or its court decides. */
export const classOf = (
  rules: Pick<RepairRules, 'classify'>,
  { item, category }: { readonly item: string; readonly category: string | null },
): RepairClass | null =>
  rules.classify.find((rule) => rule.item === item && (rule.category === null || rule.category === category))
    ?.class ?? null;

/** The first day on which repair may be asked for under one regime: its own term, and not before it is in force. */
function earliestUnder(regime: RepairRegime, start: Day, record: Parameters<typeof classOf>[1]): Day | null {
  const kind = classOf(regime, record);
  if (kind === null) return null;
  const due = addMonths(start, regime.classes[kind].earliestMonths);
  const day = due < regime.validFrom ? regime.validFrom : due;
  return regime.validTo !== null && day > regime.validTo ? null : day;
}

export type RepairOutlook = {
  readonly class: RepairClass;
  readonly version: number;
  /** From this day on the file may be handed in, the duties done. */
  readonly earliest: Day;
  /** The day on which publication ends by itself, the act corrected. */
  readonly latest: Day;
};

/**
 * What repair holds for a record whose document bears a date: the first day under whichever regime opens the door
 * first, with that regime's class and latest end. The date of the document starts the clock (Order 36). Null: no repair.
 */
export function outlookOf(
  regimes: readonly RepairRegime[],
  start: Day,
  record: { readonly item: string; readonly category: string | null },
): RepairOutlook | null {
  const doors = regimes
    .flatMap((regime) => {
      const earliest = earliestUnder(regime, start, record);
      return earliest === null ? [] : [{ regime, earliest }];
    })
    .sort((a, b) => (a.earliest < b.earliest ? -1 : 1));
  const [first] = doors;
  if (!first) return null;
  const kind = classOf(first.regime, record) as RepairClass;
  const { latestMonths } = first.regime.classes[kind];
  return {
    class: kind,
    version: first.regime.version,
    earliest: first.earliest,
    latest: addMonths(start, latestMonths),
  };
}

/** The regime in force on a day. */
export function regimeOn(regimes: readonly RepairRegime[], on: Day): RepairRegime {
  const found = regimes.find(
    ({ validFrom, validTo }) => validFrom <= on && (validTo === null || validTo >= on),
  );
  if (!found) throw new Error(`no repair regime in force on ${on}`);
  return found;
}

/** The day after the last one, for an all-day entry in a calendar. */
export const dayAfter = (day: Day): Day => addDays(day, 1);

/**
 * When repair of a record may be asked for at the earliest, and when it can be decided then, each term used up: acceptance,
 * then the decision. Null: no repair.
 */
export function earliestRepair(
  regimes: readonly RepairRegime[],
  record: { readonly item: string; readonly category: string | null; readonly occurredOn: Day | null },
  today: Day,
): { readonly opensOn: Day; readonly decidedOn: Day } | null {
  const outlook = record.occurredOn && outlookOf(regimes, record.occurredOn, record);
  if (!outlook) return null;
  const opensOn = outlook.earliest < today ? today : outlook.earliest;
  const { accept, decide } = regimeOn(regimes, opensOn);
  return { opensOn, decidedOn: endOf(endOf(opensOn, accept).lastDay, decide).lastDay };
}
