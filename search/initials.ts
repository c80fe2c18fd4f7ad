import { runs } from '#search/bigrams.ts';

/** The first character of each pinyin letter in the order of the Unicode collation; i, u and v begin no syllable. */
const syllables = {
  阿: 'a',
  八: 'b',
  嚓: 'c',
  哒: 'd',
  妸: 'e',
  发: 'f',
  旮: 'g',
  哈: 'h',
  讥: 'j',
  咔: 'k',
  垃: 'l',
  痳: 'm',
  拏: 'n',
  噢: 'o',
  妑: 'p',
  七: 'q',
  呥: 'r',
  扨: 's',
  它: 't',
  穵: 'w',
  夕: 'x',
  丫: 'y',
  帀: 'z',
} as const;
const boundaries = Object.keys(syllables);
const letters = Object.values(syllables);
const collator = new Intl.Collator('zh-u-co-pinyin');

/** Characters of names of banks and products that are read in more than one way. */
const otherReadings: { readonly [character: string]: string } = {
  行: 'hx',
  长: 'cz',
  重: 'zc',
  乐: 'ly',
  单: 'ds',
  会: 'hk',
  省: 'sx',
  厦: 'xs',
  广: 'ga',
  调: 'td',
  都: 'd',
};

const known = new Map<string, string>();

/** The letters that the pinyin of a character may begin with. */
function lettersOf(character: string): string {
  const held = otherReadings[character] ?? known.get(character);
  if (held !== undefined) return held;
  let place = boundaries.findLastIndex((boundary) => collator.compare(boundary, character) <= 0);
  if (place < 0) place = 0;
  const letter = letters[place] ?? '';
  known.set(character, letter);
  return letter;
}

const mostReadings = 16;

/**
 * What a text may be typed as by the first letters of its pinyin: 税易贷 is `syd`, 银行 `yh` and `yx`. Words of other letters
 * stand as they are; a run with very many readings keeps the first of them.
 */
export function initialsOf(text: string): string[] {
  let readings = [''];
  for (const run of runs(text)) {
    if (!run.isHan) {
      readings = readings.map((reading) => reading + run.text);
      continue;
    }
    for (const character of run.text) {
      const next = readings.flatMap((reading) => [...lettersOf(character)].map((letter) => reading + letter));
      readings = next.length > mostReadings ? readings.map((r) => r + (lettersOf(character)[0] ?? '')) : next;
    }
  }
  return readings;
}
