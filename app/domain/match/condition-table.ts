import { groupLiterals } from '~/domain/match/answers.ts';
import { type Literal, literalKey } from '~/domain/product/clauses.ts';
import type { Rule } from '~/domain/product/predicate.ts';

/** A rule, or with `negated` its opposite. */
export type Condition = { readonly rule: Rule; readonly negated: boolean };

/** The conditions of a rule as a person reads them: nested "all"s opened and "not"s carried down, as `conditionsOf` opens an explanation. */
export function conditionsIn({ rule, negated }: Condition): Condition[] {
  if (rule.kind === 'not') return conditionsIn({ rule: rule.rule, negated: !negated });
  if (rule.kind !== (negated ? 'any' : 'all')) return [{ rule, negated }];
  return rule.rules.flatMap((part) => conditionsIn({ rule: part, negated }));
}

/** What stands in brackets, inner ones first: `parts[starts[i]]` up to `starts[i + 1]` are the slots of bracket i. */
export type Brackets = {
  readonly isAll: Uint8Array;
  readonly starts: Int32Array;
  readonly parts: Int32Array;
};

export type ConditionTable = {
  /** Every distinct literal, those of one attribute next to each other; their slots are their places. */
  readonly literals: readonly Literal[];
  /** Every distinct bracket; their slots follow those of the literals. */
  readonly brackets: Brackets;
  /** What has each slot. */
  readonly slots: readonly Condition[];
  slotOf(condition: Condition): number;
};

/** Gives a slot to everything that conditions ask, equal things the same. */
export function tableOf(conditions: readonly Condition[]): ConditionTable {
  const distinct = new Map<string, Literal>();
  for (const condition of conditions)
    for (const literal of literalsIn(condition)) distinct.set(literalKey(literal), literal);
  const literals = groupLiterals([...distinct.values()]);
  const slotByKey = new Map(literals.map((literal, slot) => [literalKey(literal), slot]));
  const slots: Condition[] = literals.map(({ atom, negated }) => ({ rule: atom, negated }));
  const groups: { readonly isAll: boolean; readonly parts: readonly number[] }[] = [];
  const slotOf = ({ rule, negated }: Condition): number => {
    if (rule.kind === 'not') return slotOf({ rule: rule.rule, negated: !negated });
    if (rule.kind !== 'all' && rule.kind !== 'any')
      return slotByKey.get(literalKey({ atom: rule, negated })) as number;
    const isAll = (rule.kind === 'all') !== negated;
    const parts = rule.rules.map((part) => slotOf({ rule: part, negated }));
    const key = `${isAll ? 'all' : 'any'} ${parts.join()}`;
    const slot = slotByKey.get(key) ?? slots.push({ rule, negated }) - 1;
    if (!slotByKey.has(key)) groups.push({ isAll, parts });
    slotByKey.set(key, slot);
    return slot;
  };
  for (const condition of conditions) slotOf(condition);
  return { literals, brackets: bracketsOf(groups), slots, slotOf };
}

function literalsIn({ rule, negated }: Condition): Literal[] {
  if (rule.kind === 'not') return literalsIn({ rule: rule.rule, negated: !negated });
  if (rule.kind !== 'all' && rule.kind !== 'any') return [{ atom: rule, negated }];
  return rule.rules.flatMap((part) => literalsIn({ rule: part, negated }));
}

const bracketsOf = (
  groups: readonly { readonly isAll: boolean; readonly parts: readonly number[] }[],
): Brackets => ({
  isAll: Uint8Array.from(groups, ({ isAll }) => Number(isAll)),
  starts: startsOf(groups.map(({ parts }) => parts)),
  parts: Int32Array.from(groups.flatMap(({ parts }) => parts)),
});

/** Where each of several lists begins when they are laid one after another, and where the last ends. */
export function startsOf(lists: readonly (readonly unknown[])[]): Int32Array {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    starts[i + 1] = (starts[i] as number) + list.length;
  });
  return starts;
}
