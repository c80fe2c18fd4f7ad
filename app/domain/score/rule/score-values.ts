import { type Card, cardFeatures, type Grade, type Veto } from '../card.ts';
import { isMet, scoreLines, standingOf } from '../score.ts';

/** One value for each feature of the card, in the order of `cardFeatures`; null where nothing is known. */
export type RuleInput = readonly (number | null)[];

export type RuleScore = {
  /** Null when information is insufficient. */
  readonly milliPoints: number | null;
  readonly grade: Grade | 'insufficient';
  readonly coveragePpm: number;
  readonly veto: Veto['code'] | null;
  /** The bin of each indicator, null for the unknown. */
  readonly used: readonly (number | null)[];
};

/**
 * What a rule card says of values alone, as a card does that travels: the score of a sheet without the records behind it.
 * A veto is quoted by its value; on the platform the record behind that value is quoted too.
 */
export function scoreValues(card: Card, input: RuleInput): RuleScore {
  const lines = scoreLines(
    card,
    input.map((value) => ({ value, gap: null })),
  );
  const veto = vetoOf(card, input);
  return { ...standingOf(card, lines, veto !== null), veto, used: lines.map(({ bin }) => bin) };
}

function vetoOf(card: Card, input: RuleInput): Veto['code'] | null {
  const order = cardFeatures(card);
  const met = card.vetoes.find((veto) => {
    const value = input[order.indexOf(veto.feature)] ?? null;
    return value !== null && isMet(veto, value);
  });
  return met?.code ?? null;
}
