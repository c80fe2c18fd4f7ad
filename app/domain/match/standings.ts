import { effortIn, met, never, openAnswers, unanswered } from '~/domain/match/answers.ts';
import {
  type Brackets,
  type Condition,
  conditionsIn,
  startsOf,
  tableOf,
} from '~/domain/match/condition-table.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import type { Literal } from '~/domain/product/clauses.ts';
import type { Effort } from '~/domain/product/effort.ts';
import type { Rule, Verdict } from '~/domain/product/predicate.ts';

/** How one firm stands with every product of a shelf, by the product's place. */
export type Standings = {
  /** The greatest answer among the conditions of each product. */
  readonly answers: Int32Array;
  /** How many of its conditions fail. */
  readonly failing: Uint16Array;
  /** The answer to each distinct condition of the shelf. */
  readonly conditions: Int32Array;
};

export type Conditions = {
  /** How many products there are. */
  readonly size: number;
  /** Every distinct question that they ask. */
  readonly questions: readonly Literal[];
  /** How a firm stands, written over `into` where one is given that the caller no longer needs. */
  stand(applicant: Applicant, into?: Standings): Standings;
  /** The condition that is hardest to meet of a product that fails, and how hard; null of one that does not. */
  nearestMiss(standings: Standings, place: number): NearMiss | null;
};

export type NearMiss = { readonly condition: Condition; readonly effort: Effort };

export const verdictIn = ({ answers }: Standings, place: number): Verdict => {
  const answer = answers[place] as number;
  return answer >= 0 ? 'fail' : answer === met ? 'pass' : 'unknown';
};

/** How hard a product that fails is to qualify for; null of one that does not. */
export function effortAt({ answers }: Standings, place: number): Effort | null {
  const answer = answers[place] as number;
  return answer >= 0 ? effortIn(answer) : null;
}

/** The first products that a firm may have, in the order of the shelf: those that pass, then those that are open. */
export function firstOf({ answers }: Standings, most: number): number[] {
  const first: number[] = [];
  for (const wanted of [met, unanswered])
    for (let place = 0; place < answers.length && first.length < most; place += 1)
      if (answers[place] === wanted) first.push(place);
  return first;
}

/**
 * Opens the conditions of all products of a shelf. Every distinct question is answered once for a firm, however many
 * products ask it; what stands in brackets is then the greatest ("all") or the least ("any") of its parts, and a product the
 * greatest of its conditions. Equal to `explain` and `effortOf` for every product.
 */
export function openConditions(rules: readonly Rule[]): Conditions {
  const conditions = rules.map((rule) => conditionsIn({ rule, negated: false }));
  const { literals, brackets, slots, slotOf } = tableOf(conditions.flat());
  const answer = openAnswers(literals);
  const starts = startsOf(conditions);
  const asked = Int32Array.from(conditions.flat(), slotOf);
  return {
    size: rules.length,
    questions: literals,
    stand(applicant, into = emptyStandings(rules.length, slots.length)) {
      answer(applicant, into.conditions);
      resolve(brackets, into.conditions, literals.length);
      weigh(starts, asked, into);
      return into;
    },
    nearestMiss({ answers, conditions: values }, place) {
      const answer = answers[place] as number;
      if (!(answer >= 0)) return null;
      let at = starts[place] as number;
      while (values[asked[at] as number] !== answer) at += 1;
      return { condition: slots[asked[at] as number] as Condition, effort: effortIn(answer) };
    },
  };
}

const emptyStandings = (products: number, conditions: number): Standings => ({
  answers: new Int32Array(products),
  failing: new Uint16Array(products),
  conditions: new Int32Array(conditions),
});

/** Works out what stands in brackets, inner ones first; the values of brackets follow those of literals. */
function resolve({ isAll, starts, parts }: Brackets, values: Int32Array, literals: number): void {
  for (let i = 0; i < isAll.length; i += 1) {
    const greatest = isAll[i] === 1;
    let value = greatest ? met : never;
    for (let at = starts[i] as number; at < (starts[i + 1] as number); at += 1) {
      const part = values[parts[at] as number] as number;
      if (greatest ? part > value : part < value) value = part;
    }
    values[literals + i] = value;
  }
}

/**
 * Each product by its conditions, `asked[starts[place]]` up to `starts[place + 1]`: a market has tens of thousands of them and
 * what they say is as good as chance, so nothing here branches on it.
 */
function weigh(starts: Int32Array, asked: Int32Array, { answers, failing, conditions }: Standings): void {
  for (let place = 0; place < answers.length; place += 1) {
    const end = starts[place + 1] as number;
    let greatest: number = met;
    let fails = 0;
    for (let at = starts[place] as number; at < end; at += 1) {
      const answer = conditions[asked[at] as number] as number;
      const above = (answer - greatest) | 0;
      greatest = (greatest + (above & ~(above >> 31))) | 0;
      fails += ~answer >>> 31;
    }
    answers[place] = greatest;
    failing[place] = fails;
  }
}
