import { addMonths, type Day } from '~/domain/kernel/day.ts';
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

/**
 * Which class a record belongs to: by its category, by a kind of penalty or field of law that its document names (处罚种类,
 * 处罚领域), or, with neither, whatever nothing else of its item says.
 */
export type ClassRule = {
  readonly item: string;
  readonly category: string | null;
  readonly kinds?: readonly string[] | undefined;
  readonly class: RepairClass;
};

/** What is known of a record that its class follows from. */
export type Classed = {
  readonly item: string;
  readonly category: string | null;
  /** Kinds of penalty as the document names them; several in one document are common. */
  readonly kinds?: readonly string[] | undefined;
  /** The fields of law that it is about. */
  readonly fields?: readonly string[] | undefined;
};

/** The kinds that a cell of a delivery names, however they are parted. */
export const kindsIn = (...cells: readonly (string | null | undefined)[]): string[] =>
  cells.flatMap((cell) => (cell ?? '').split(/[、,，;；/\s]+/)).filter((kind) => kind !== '');

/** One regime of credit repair (信用修复): policy data of the code `repair`, the latest version for each validity period. */
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

/**
 * The class of a record, or null when nothing about it can be repaired: it ends by payment, or its court decides. A
 * document with several kinds of penalty has the gravest class of them, whose terms are the longest (Order 58). A kind that
 * no rule names counts as whatever nothing else says, unless the authority graded the record.
 */
export function classOf(
  rules: Pick<RepairRules, 'classify'>,
  { item, category, kinds = [], fields = [] }: Classed,
): RepairClass | null {
  const own = rules.classify.filter((rule) => rule.item === item);
  const graded = own.filter((rule) => rule.category !== null && rule.category === category);
  const namedBy = (name: string) => own.filter((rule) => rule.kinds?.includes(name));
  const said = [...graded, ...[...kinds, ...fields].flatMap(namedBy)];
  const isUnsaid = graded.length === 0 && kinds.some((kind) => namedBy(kind).length === 0);
  const others = own.filter((rule) => rule.category === null && !rule.kinds);
  const fits = said.length === 0 || isUnsaid ? [...said, ...others] : said;
  return repairClasses.findLast((each) => fits.some((rule) => rule.class === each)) ?? null;
}

/** The first day on which repair may be asked for under one regime: its own term, and not before it is in force. */
function earliestUnder(regime: RepairRegime, start: Day, record: Classed): Day | null {
  const kind = classOf(regime, record);
  if (kind === null) return null;
  return inForce(regime, addMonths(start, regime.classes[kind].earliestMonths));
}

/** The day on which publication ends by itself under one regime; a longest term that was over before ends on its first day. */
function endUnder(regime: RepairRegime, start: Day, record: Classed): Day | null {
  const kind = classOf(regime, record);
  if (kind === null) return null;
  return inForce(regime, addMonths(start, regime.classes[kind].latestMonths));
}

/** A day of a regime's terms as it can come about: not before the regime is in force, and not after it. */
function inForce({ validFrom, validTo }: RepairRegime, due: Day): Day | null {
  const day = due < validFrom ? validFrom : due;
  return validTo !== null && day > validTo ? null : day;
}

export type RepairOutlook = {
  readonly class: RepairClass;
  readonly version: number;
  /** From this day on the file may be handed in, the duties done. */
  readonly earliest: Day;
  /** The day on which publication ends by itself, the act corrected. */
  readonly latest: Day;
};

const first = (days: readonly Day[]): Day | undefined => [...days].sort()[0];

/**
 * What repair holds for a record whose document bears a date: the first day under whichever regime opens the door first,
 * and that regime's class; and the first day on which publication ends by itself under a regime that is in force then.
 * The date of the document starts both clocks (Order 36). Null: no repair.
 */
export function outlookOf(
  regimes: readonly RepairRegime[],
  start: Day,
  record: Classed,
): RepairOutlook | null {
  const doors = regimes.flatMap((regime) => {
    const earliest = earliestUnder(regime, start, record);
    return earliest === null ? [] : [{ regime, earliest }];
  });
  const earliest = first(doors.map((door) => door.earliest));
  const regime = doors.find((door) => door.earliest === earliest)?.regime;
  if (!regime || !earliest) return null;
  const kind = classOf(regime, record) as RepairClass;
  const ends = regimes.flatMap((each) => endUnder(each, start, record) ?? []);
  const latest = first(ends) ?? addMonths(start, regime.classes[kind].latestMonths);
  return { class: kind, version: regime.version, earliest, latest };
}

/** Of every validity period the latest version: a published version stays for what was decided under it. */
export const latestOfEach = <R extends RepairRegime>(regimes: readonly R[]): R[] =>
  regimes.filter(
    ({ validFrom, version }) =>
      !regimes.some((other) => other.validFrom === validFrom && other.version > version),
  );

/** The regime in force on a day. */
export function regimeOn(regimes: readonly RepairRegime[], on: Day): RepairRegime {
  const found = regimes.find(
    ({ validFrom, validTo }) => validFrom <= on && (validTo === null || validTo >= on),
  );
  if (!found) throw new Error(`no repair regime in force on ${on}`);
  return found;
}

/**
 * When repair of a record may be asked for at the earliest, and when it can be decided then, each term used up: acceptance,
 * then the decision. Null: no repair.
 */
export function earliestRepair(
  regimes: readonly RepairRegime[],
  record: Classed & { readonly occurredOn: Day | null },
  today: Day,
): { readonly opensOn: Day; readonly decidedOn: Day } | null {
  const outlook = record.occurredOn && outlookOf(regimes, record.occurredOn, record);
  if (!outlook) return null;
  const opensOn = outlook.earliest < today ? today : outlook.earliest;
  const { accept, decide } = regimeOn(regimes, opensOn);
  return { opensOn, decidedOn: endOf(endOf(opensOn, accept).lastDay, decide).lastDay };
}
