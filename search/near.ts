import { normalised, runs } from '#search/bigrams.ts';
import { initialsOf } from '#search/initials.ts';

/** A text that may be meant: its title counts most. */
export type Candidate = { readonly id: string; readonly title: string; readonly body: string };

/**
 * The least number of characters to add, leave out or change so that a word stands somewhere in a text (Sellers). Counts
 * beyond `most` are not told apart.
 */
export function editsWithin(word: string, text: string, most: number): number {
  const wanted = [...word];
  let above: number[] = wanted.map((_, i) => i + 1);
  let least = above.at(-1) ?? 0;
  for (const character of text) {
    let diagonal = 0;
    let left = 0;
    above = above.map((up, i) => {
      const cost = Math.min(diagonal + Number(wanted[i] !== character), up + 1, left + 1);
      diagonal = up;
      left = cost;
      return cost;
    });
    least = Math.min(least, left);
  }
  return Math.min(least, most + 1);
}

/** Slips that are forgiven: none in two characters, one up to five, two in longer words. */
export const slipsIn = (word: string): number => {
  const { length } = [...word];
  return length < 3 ? 0 : length < 6 ? 1 : 2;
};

/**
 * Which candidates may be meant by what was typed, the likeliest first: the first letters of their pinyin, else words with
 * a slip or two. Words apart must all be found; the title comes before the body, fewer slips before more, the shorter
 * title before the longer.
 */
export function nearest(typed: string, candidates: readonly Candidate[]): string[] {
  const words = runs(typed).map((run) => run.text);
  if (words.length === 0) return [];
  return candidates
    .flatMap((candidate) => {
      const costs = words.map((word) => costOf(word, candidate));
      const cost = costs.reduce((sum, each) => sum + each, 0);
      return Number.isFinite(cost) ? [{ cost, candidate }] : [];
    })
    .sort(
      (a, b) =>
        a.cost - b.cost ||
        a.candidate.title.length - b.candidate.title.length ||
        (a.candidate.id < b.candidate.id ? -1 : 1),
    )
    .map(({ candidate }) => candidate.id);
}

const bodyAfterTitle = 10;

function costOf(word: string, { title, body }: Candidate): number {
  if (/^[a-z]{2,}$/.test(word)) {
    if (initialsOf(title).some((initials) => initials.startsWith(word))) return 0;
    if (initialsOf(title).some((initials) => initials.includes(word))) return 1;
    if (initialsOf(body).some((initials) => initials.includes(word))) return bodyAfterTitle;
  }
  const most = slipsIn(word);
  const inTitle = editsWithin(word, normalised(title), most);
  if (inTitle <= most) return 2 + inTitle;
  const inBody = editsWithin(word, normalised(body), most);
  return inBody <= most ? bodyAfterTitle + 2 + inBody : Number.POSITIVE_INFINITY;
}
