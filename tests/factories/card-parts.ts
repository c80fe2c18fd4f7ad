import type { CardPartsView } from '~/domain/score/card-part.ts';

/** What the parts of an explained score add up to; NaN where a part that reads records names none. */
export function sumOfParts(explained: CardPartsView | undefined): number {
  const { parts, neutralMilli } = explained ?? { parts: [], neutralMilli: Number.NaN };
  const behind = parts.flatMap(({ axes }) => axes.flatMap(({ records }) => records));
  const isNamed = behind.some(({ evidence }) => evidence.length > 0);
  return parts.reduce((sum, { movedMilli }) => sum + movedMilli, isNamed ? neutralMilli : Number.NaN);
}
