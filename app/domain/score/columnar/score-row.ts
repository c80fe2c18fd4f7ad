import type { Answers } from '~/domain/feature/columnar/settle.ts';
import { type CardTape, noPoints, noVeto, unknownBin } from './card-tape.ts';

/** The scores of many firms, one element a firm, and a bin for each of its indicators. */
export type Scores = {
  /** Milli-points, or `noPoints`. */
  readonly milli: Int32Array;
  readonly coverage: Int32Array;
  /** The place in `gradeNames`. */
  readonly grade: Uint8Array;
  /** The place in the card's vetoes, or `noVeto`. */
  readonly veto: Uint8Array;
  readonly bins: Uint8Array;
};

/**
 * Scores firm `n` whose values stand from place `at` on: what `scoreFirm` says, in whole numbers. `rows` counts the
 * records behind each feature: a veto stands on a record.
 */
export function scoreRow(
  card: CardTape,
  from: Answers,
  at: number,
  rows: Int32Array,
  to: Scores,
  n: number,
): void {
  const { first, points, max, indicators } = card;
  const { values, gaps } = from;
  let milli = 0;
  let known = 0;
  for (let i = 0, place = n * indicators; i < indicators; i++, place++) {
    if (gaps[at + i] !== 0) {
      milli += card.unknown[i] as number;
      to.bins[place] = unknownBin;
      continue;
    }
    const begin = first[i] as number;
    const value = values[at + i] as number;
    let bin = (first[i + 1] as number) - 1;
    while (bin > begin && value < (card.from[bin] as number)) bin--;
    milli += points[bin] as number;
    known += max[i] as number;
    to.bins[place] = bin - begin;
  }
  const coverage = ratio(known, card.total);
  const isSufficient = coverage >= card.floorPpm;
  const veto = vetoOf(card, from, at, rows);
  to.milli[n] = isSufficient ? milli : noPoints;
  to.coverage[n] = coverage;
  to.veto[n] = veto;
  to.grade[n] =
    veto !== noVeto ? card.gradeFrom.length - 1 : isSufficient ? gradeOf(card, milli) : card.gradeFrom.length;
}

/** Part ÷ whole in ppm, rounded half up; both are small enough for doubles to stay exact. */
function ratio(part: number, whole: number): number {
  if (whole === 0) return 0;
  const scaled = part * 1_000_000;
  const rest = scaled % whole;
  return (scaled - rest) / whole + (rest * 2 >= whole ? 1 : 0);
}

function gradeOf({ gradeFrom }: CardTape, milli: number): number {
  let grade = 0;
  while (grade < gradeFrom.length - 1 && milli < (gradeFrom[grade] as number)) grade++;
  return grade;
}

function vetoOf(card: CardTape, { values, gaps }: Answers, at: number, rows: Int32Array): number {
  for (let v = 0; v < card.vetoFeature.length; v++) {
    const f = card.vetoFeature[v] as number;
    if (gaps[at + f] !== 0 || rows[f] === 0) continue;
    const value = values[at + f] as number;
    if (value >= (card.vetoFrom[v] as number) && value <= (card.vetoTo[v] as number)) return v;
  }
  return noVeto;
}
