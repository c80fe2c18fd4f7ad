import { z } from 'zod';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Card, cardFeatures, grades } from '../card.ts';
import type { GoldenRefusal } from '../statistical/golden.ts';
import { type RuleInput, scoreValues } from './score-values.ts';

/** A made-up firm and what the card says of it; null points stand for insufficient information. */
export const ruleGoldenSchema = z.object({
  input: z.array(z.int().nullable()),
  milliPoints: z.int().nullable(),
  grade: z.enum([...grades, 'insufficient']),
  coveragePpm: z.int(),
});
export type RuleGolden = z.output<typeof ruleGoldenSchema>;

const vectors = 24;

/**
 * Inputs that walk over every edge of every feature (each lower end, the integer below it, every bound of a veto, nothing
 * known), one where all is well, one where nothing is known at all, and one for each indicator that alone is known. Made up from the card, so
 * that a card that travels carries no firm.
 */
export function ruleInputs(card: Card): RuleInput[] {
  const order = cardFeatures(card);
  const edges = order.map((code) => edgesOf(card, code));
  const longest = Math.max(vectors, ...edges.map((values) => values.length));
  const walk = (k: number) => edges.map((values, f) => values[(k + f) % values.length] ?? null);
  const nothing = order.map(() => null);
  const alone = order.map((_, f) => order.map((_, g) => (f === g ? (edges[f]?.[1] ?? null) : null)));
  const vetoed = card.vetoes.map((veto) =>
    order.map((code) => (code === veto.feature ? (veto.atLeast ?? veto.atMost ?? null) : null)),
  );
  const best = order.map((code) => bestOf(card, code));
  return [...Array.from({ length: longest }, (_, k) => walk(k)), best, nothing, ...alone, ...vetoed];
}

/** A value that earns all points of its indicator; nothing known of a feature that earns none. */
function bestOf(card: Card, code: string): number | null {
  const own = card.dimensions.flatMap(({ indicators }) => indicators).find(({ feature }) => feature === code);
  if (!own) return null;
  const at = own.bins.findIndex(({ points }) => points === own.max);
  return own.bins[at]?.from ?? (own.bins[at + 1]?.from ?? 1) - 1;
}

function edgesOf(card: Card, code: string): (number | null)[] {
  const values = new Set<number | null>([null, 0]);
  for (const { feature, bins } of card.dimensions.flatMap(({ indicators }) => indicators))
    if (feature === code) for (const { from } of bins) if (from !== null) values.add(from).add(from - 1);
  for (const { feature, atLeast, atMost } of card.vetoes)
    if (feature === code)
      for (const bound of [atLeast, atMost])
        if (bound !== undefined)
          values
            .add(bound)
            .add(bound - 1)
            .add(bound + 1);
  return [...values];
}

/** What the card says of every golden input. */
export const ruleGolden = (card: Card): RuleGolden[] =>
  ruleInputs(card).map((input) => {
    const { milliPoints, grade, coveragePpm } = scoreValues(card, input);
    return { input: [...input], milliPoints, grade, coveragePpm };
  });

/** Accepts a card whose golden vectors all come out as written, each of as many values as the card has features. */
export function checkRuleGolden(card: Card, golden: readonly RuleGolden[]): Result<Card, GoldenRefusal> {
  const length = cardFeatures(card).length;
  for (const [k, { input, milliPoints, grade, coveragePpm }] of golden.entries()) {
    const found = scoreValues(card, input);
    const holds =
      input.length === length &&
      found.milliPoints === milliPoints &&
      found.grade === grade &&
      found.coveragePpm === coveragePpm;
    if (!holds)
      return refuse({
        code: 'card.golden-failed',
        vector: k + 1,
        expected: milliPoints ?? 0,
        found: found.milliPoints ?? 0,
      });
  }
  return accept(card);
}
