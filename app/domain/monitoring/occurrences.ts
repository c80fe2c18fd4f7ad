import { addDays, type Day, monthsBetween } from '~/domain/kernel/day.ts';
import { type Fen, fen, greatestFen, plus, zeroFen } from '~/domain/kernel/money.ts';
import { ratioPpm } from '~/domain/kernel/rate.ts';
import {
  type Finding,
  netAssetsItem,
  type SignalFact,
  type SignalRule,
  worstRung,
} from '~/domain/monitoring/signal.ts';
import { holdsOn, recordsIn } from '~/domain/record/fact.ts';

type RuleOf<K extends SignalRule['kind']> = Extract<SignalRule, { kind: K }>;

const total = (facts: readonly SignalFact[]): Fen => plus(...facts.map((fact) => fact.amount ?? zeroFen));

const earliest = (facts: readonly SignalFact[]): Day | null =>
  facts.flatMap((fact) => fact.occurredOn ?? []).sort()[0] ?? null;

const amountFigure = (facts: readonly SignalFact[]) =>
  facts.some((fact) => fact.amount !== null) ? { amountFen: String(total(facts)) } : {};

/** Facts within the last days; one whose date is unknown cannot be placed and does not count. */
const withinDays = (facts: readonly SignalFact[], days: number, asOf: Day): SignalFact[] =>
  facts.filter((f) => f.occurredOn !== null && f.occurredOn <= asOf && f.occurredOn > addDays(asOf, -days));

/** Arrears and entries that still hold, by their age. */
export function findLasting(
  rule: RuleOf<'lasting'>,
  facts: readonly SignalFact[],
  asOf: Day,
): Finding | null {
  const open = facts.filter((fact) => holdsOn(fact, asOf));
  if (open.length === 0) return null;
  const months = Math.max(
    ...open.map((fact) => {
      const age = fact.occurredOn === null ? 0 : monthsBetween(fact.occurredOn, asOf);
      return rule.quantityIsMonths ? Math.max(age, fact.quantity ?? 0) : age;
    }),
  );
  const severity = worstRung(rule.ladder, (rung) => months >= rung.months);
  if (severity === null) return null;
  const since = earliest(open);
  const figures = { count: open.length, months, ...amountFigure(open), ...(since ? { since } : {}) };
  return { severity, factIds: open.map((fact) => fact.id), figures };
}

/** Events counted within a window. */
export function findEvents(rule: RuleOf<'events'>, facts: readonly SignalFact[], asOf: Day): Finding | null {
  const recent = withinDays(facts, rule.windowDays, asOf);
  const count = recent.reduce((sum, fact) => sum + recordsIn(fact), 0);
  const severity = worstRung(rule.ladder, (rung) => count >= rung.count);
  if (severity === null || recent.length === 0) return null;
  const figures = { count, windowDays: rule.windowDays, ...amountFigure(recent) };
  return { severity, factIds: recent.map((fact) => fact.id), figures };
}

/** The latest net assets that the annual report gives, when they are positive: only then a share of them means something. */
export function netAssetsOn(facts: readonly SignalFact[], asOf: Day): Fen | null {
  const [latest] = facts
    .filter((f) => f.item === netAssetsItem && f.category === 'net-assets' && f.amount !== null)
    .filter((f) => f.occurredOn !== null && f.occurredOn <= asOf)
    .sort((a, b) => ((a.occurredOn ?? '') > (b.occurredOn ?? '') ? -1 : 1));
  return latest?.amount && latest.amount > 0n ? latest.amount : null;
}

/**
 * Claims counted and weighed against net assets. One case can be announced, heard and judged, so items are not added
 * up: the item with the most cases and the item with the largest sum count.
 */
export function findAgainstNetAssets(
  rule: RuleOf<'against-net-assets'>,
  facts: readonly SignalFact[],
  asOf: Day,
  netAssets: Fen | null,
): Finding | null {
  const recent = withinDays(facts, rule.windowDays, asOf).filter(
    (fact) => rule.measure === 'amounts' || (fact.amount !== null && fact.amount < 0n),
  );
  if (recent.length === 0) return null;
  const groups = rule.items.map((item) => recent.filter((fact) => fact.item === item));
  const count = Math.max(...groups.map((group) => group.reduce((sum, fact) => sum + recordsIn(fact), 0)));
  const sums = groups.map((group) => (rule.measure === 'losses' ? fen(-total(group)) : total(group)));
  const sum = greatestFen(zeroFen, ...sums);
  const share = netAssets === null ? null : ratioPpm(sum, netAssets);
  const severity = worstRung(
    rule.ladder,
    (rung) =>
      (rung.count !== null && count >= rung.count) ||
      (rung.sharePpm !== null && share !== null && share >= rung.sharePpm),
  );
  if (severity === null) return null;
  const figures = {
    count,
    windowDays: rule.windowDays,
    amountFen: String(sum),
    ...(share === null ? {} : { sharePpm: share }),
  };
  return { severity, factIds: recent.map((fact) => fact.id), figures };
}
