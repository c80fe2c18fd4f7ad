import type { ItemPeriod } from '~/domain/catalogue/item.ts';
import type { FeatureFact } from '~/domain/feature/definition.ts';
import { dayOf } from '~/domain/feature/matching.ts';
import { addDays, addMonths, type Day, day, monthOf, yearOf } from '~/domain/kernel/day.ts';
import { type Fen, fen } from '~/domain/kernel/money.ts';

/** Items whose records in force a firm can end by its own act; `owed`: the amount of the record is what it must pay. */
const settleable: { readonly [item: string]: 'owed' | 'effort' } = {
  'tax.arrears': 'owed',
  'utility.power-arrears': 'owed',
  'utility.gas-arrears': 'owed',
  'utility.water-arrears': 'owed',
  'social.arrears': 'owed',
  'labour.wage-arrears': 'owed',
  'court.enforcement': 'owed',
  'court.dishonesty': 'owed',
  'finance.guarantee-default': 'owed',
  'tax.abnormal-taxpayer': 'effort',
  'tax.major-violation': 'effort',
  'list.abnormal-operation': 'effort',
  'list.serious-dishonesty': 'effort',
  'registration.equity-pledge': 'effort',
};

/** Records of these end by repair alone where repair is known to be open to them. */
const endedByRepair = new Set(['tax.major-violation', 'list.serious-dishonesty']);

/** Items that a firm delivers month by month, and that count the months. */
export const monthlyItems = ['social.payment', 'provident.employer-account'] as const;

/** Something that a firm can do, as a change of its records on the day when the platform learns of it. */
export type Action = {
  /** The record that ends, or the item that goes on. */
  readonly id: string;
  /** A record in force is ended, one that may be repaired (信用修复) counts no more, or monthly payments go on. */
  readonly kind: 'settle' | 'repair' | 'continue';
  readonly item: string;
  /** Records that end or are repaired; empty for what goes on. */
  readonly facts: readonly string[];
  /** What must be paid; null where no price is on record. */
  readonly costFen: Fen | null;
  /** From when it may be begun; null where nothing stands against beginning today. */
  readonly opensOn: Day | null;
  /** When the change can reach the platform at the earliest: the provider's next delivery, or the decision on a repair. */
  readonly arrivesOn: Day;
};

/** When repair of a record may be asked for, and when it can be decided at the earliest. */
export type RepairDays = { readonly opensOn: Day; readonly decidedOn: Day };

/** The day on which a provider of this rhythm next tells of a change made today. */
export function nextDelivery(period: ItemPeriod, today: Day): Day {
  const month = (n: number) => day(`${addMonths(day(`${today.slice(0, 7)}-01`), n).slice(0, 7)}-01`);
  switch (period) {
    case 'event':
      return addDays(today, 1);
    case 'monthly':
      return month(1);
    case 'quarterly':
      return month(3 - ((monthOf(today) - 1) % 3));
    case 'yearly':
      return day(`${yearOf(today) + 1}-01-01`);
  }
}

/** So many records of one item are offered one by one; those behind them are offered together. */
const mostSingle = 6;
const mostRepairs = 3;

const isInForce = (fact: FeatureFact, today: Day): boolean =>
  (fact.occurredOn ?? fact.knownOn) <= today && (fact.endedOn === null || fact.endedOn > today);

/**
 * Every act that could raise the score of a firm with these facts: records in force that it can end, records that it can have
 * repaired (by their ids, with the days), and monthly payments that it can keep up. Items that no feature of the card reads are
 * left out by the caller.
 */
export function actionsOf(
  facts: readonly FeatureFact[],
  items: ReadonlyMap<string, { readonly period: ItemPeriod }>,
  today: Day,
  repairs: ReadonlyMap<string, RepairDays> = new Map(),
): Action[] {
  const settle = Object.keys(settleable).flatMap((item) => {
    const period = items.get(item)?.period;
    if (!period) return [];
    const isOpen = (fact: FeatureFact) =>
      fact.item === item && isInForce(fact, today) && !(endedByRepair.has(item) && repairs.has(fact.id));
    const open = facts.filter(isOpen).sort(byAmount);
    const arrivesOn = nextDelivery(period, today);
    return offered(open, mostSingle).map((group) => settleOf(item, group, arrivesOn));
  });
  const going = monthlyItems.flatMap((item): Action[] => {
    const period = items.get(item)?.period;
    if (!period || !facts.some((fact) => fact.item === item)) return [];
    const arrivesOn = nextDelivery(period, today);
    return [{ id: item, kind: 'continue', item, facts: [], costFen: null, opensOn: null, arrivesOn }];
  });
  return [...settle, ...repairsOf(facts, today, repairs), ...going];
}

/** The first records each for itself, and the rest together. */
function offered(open: readonly FeatureFact[], single: number): (readonly FeatureFact[])[] {
  const alone = open.length > single + 1 ? single : open.length;
  const rest = open.slice(alone);
  return [...open.slice(0, alone).map((fact) => [fact]), ...(rest.length > 0 ? [rest] : [])];
}

/** Repairs, by item, of records that count today: those that can be decided first for themselves. */
function repairsOf(
  facts: readonly FeatureFact[],
  today: Day,
  repairs: ReadonlyMap<string, RepairDays>,
): Action[] {
  const open = facts.filter((fact) => repairs.has(fact.id) && dayOf(fact) <= today);
  const daysOf = (fact: FeatureFact) => repairs.get(fact.id) as RepairDays;
  const latest = (days: readonly Day[]): Day => days.reduce((a, b) => (a > b ? a : b));
  return [...new Set(open.map(({ item }) => item))].flatMap((item) => {
    const own = open
      .filter((fact) => fact.item === item)
      .sort((a, b) => compareDays(daysOf(a).decidedOn, daysOf(b).decidedOn) || byAmount(a, b));
    return offered(own, mostRepairs).map(
      (group): Action => ({
        id: `repair ${group[0]?.id}`,
        kind: 'repair',
        item,
        facts: group.map(({ id }) => id),
        costFen: null,
        opensOn: latest(group.map((fact) => daysOf(fact).opensOn)),
        arrivesOn: latest(group.map((fact) => daysOf(fact).decidedOn)),
      }),
    );
  });
}

const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

const byAmount = (a: FeatureFact, b: FeatureFact): number =>
  (b.amount ?? 0n) > (a.amount ?? 0n) ? 1 : (b.amount ?? 0n) < (a.amount ?? 0n) ? -1 : a.id < b.id ? -1 : 1;

function settleOf(item: string, group: readonly FeatureFact[], arrivesOn: Day): Action {
  const isOwed = settleable[item] === 'owed' && group.every(({ amount }) => amount !== null && amount > 0n);
  const costFen = isOwed ? fen(group.reduce((sum, fact) => sum + (fact.amount ?? 0n), 0n)) : null;
  const id = group[0]?.id ?? item;
  const ended = group.map((fact) => fact.id);
  return { id, kind: 'settle', item, facts: ended, costFen, opensOn: null, arrivesOn };
}

/** The facts as they would stand on a day after these acts; what is not touched stays as it is. */
export function factsAfter(
  facts: readonly FeatureFact[],
  actions: readonly Action[],
  on: Day,
): FeatureFact[] {
  const ended = new Map(
    actions
      .filter((a) => a.kind === 'settle')
      .flatMap((a) => a.facts.map((id): [string, Day] => [id, a.arrivesOn])),
  );
  const repaired = new Set(actions.filter((a) => a.kind === 'repair').flatMap((a) => a.facts));
  const going = actions.filter((a) => a.kind === 'continue').flatMap((a) => monthsAhead(a, facts, on));
  const left = repaired.size === 0 ? facts : facts.filter(({ id }) => !repaired.has(id));
  return [
    ...left.map((fact) => {
      const end = ended.get(fact.id);
      return end ? { ...fact, endedOn: end } : fact;
    }),
    ...going,
  ];
}

/** One record for each month from the last one on record up to the day. */
function monthsAhead({ item, arrivesOn }: Action, facts: readonly FeatureFact[], on: Day): FeatureFact[] {
  const made: FeatureFact[] = [];
  const template = facts.find((fact) => fact.item === item);
  if (!template) return made;
  for (let at = arrivesOn; at <= on; at = addMonths(at, 1))
    made.push({ ...template, id: `${item} ${at}`, occurredOn: at, endedOn: null, knownOn: at });
  return made;
}
