/** The form in which texts are compared: compatibility characters unified (Ａ → a, ㎡ → m2), lower case. */
export const normalised = (text: string): string => text.normalize('NFKC').toLowerCase();

/** A run of Chinese characters, or a word of other letters and digits. */
export type Run = { readonly text: string; readonly isHan: boolean };

export const runs = (text: string): Run[] =>
  [...normalised(text).matchAll(/(\p{Script=Han}+)|((?!\p{Script=Han})[\p{L}\p{N}])+/gu)].map((match) => ({
    text: match[0],
    isHan: match[1] !== undefined,
  }));

/**
 * What a text is found by: each pair of neighbouring Chinese characters, the last character of a run by itself (so that
 * one character finds every place by its beginning), and each other word whole.
 */
export function gramsOf(text: string): string[] {
  const grams = new Set<string>();
  for (const run of runs(text)) {
    if (!run.isHan) {
      grams.add(run.text);
      continue;
    }
    const characters = [...run.text];
    for (const [i, character] of characters.entries()) grams.add(character + (characters[i + 1] ?? ''));
  }
  return [...grams];
}

export type GramQuery = {
  /** A tsquery that every match fulfils; empty when the text holds nothing to look for. */
  readonly tsquery: string;
  /** Runs that a match must also contain in one piece, since pairs may lie apart. */
  readonly phrases: readonly string[];
};

/** The query for what a person typed. A single character and a word of other letters match whatever begins so. */
export function queryOf(text: string): GramQuery {
  const found = runs(text);
  const conditions = found.flatMap((run) => (run.isHan ? pairsOf(run.text) : [`'${run.text}':*`]));
  const phrases = found.filter((run) => run.isHan && [...run.text].length > 2).map((run) => run.text);
  return { tsquery: [...new Set(conditions)].join(' & '), phrases };
}

/** `'税务' & '务局'`; a single character matches whatever begins with it. Runs hold letters only: nothing to escape. */
function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return [`'${run}':*`];
  return characters.slice(1).map((character, i) => `'${characters[i]}${character}'`);
}
