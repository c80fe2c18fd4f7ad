import type { Chance } from './fuzz-random.ts';

const numbers = [
  '1e999',
  '-1e999',
  'NaN',
  'Infinity',
  '-0',
  '0x10',
  '1e99',
  '1E-99',
  '9007199254740993',
  '99999999999999999999.99',
  '１２３．４５',
  '٣٤',
  '1.0.5',
  '1,2,3',
  '--1',
  '+-1',
  '1e',
  '¥',
  '五万',
  '1/3',
  '½',
  '∞',
  '1_000',
];
const dates = [
  '0000-00-00',
  '2026-02-30',
  '99999-01-01',
  '-2026-01-01',
  '2026-1e1-01',
  '1899-12-31',
  '2026-13',
  '昨天',
  '45678',
  '2026-09-31T25:61:61Z',
];
const texts = [
  '\u202e翻转\u202c',
  '\u200b\u200c\u200d\ufeff',
  'é\u0301\u0301',
  'ﷺ'.repeat(300),
  '👨‍👩‍👧‍👦',
  '\u2028\u2029',
  "'; drop table fact; --",
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  '$\u007b7*7}',
  '\\N',
  '\\.',
  '\\x00',
  '\t',
  '\u001f',
  'null',
  '"',
  '""',
  "'",
];
const formulas = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+1+cmd',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '＝1+1',
  '=HYPERLINK("x")',
];

/** A cell that nobody meant: a number, a date or a text of the kind that breaks readers. */
export function oddCell(chance: Chance): string {
  const kind = chance.below(8);
  if (kind === 0) return chance.one(numbers);
  if (kind === 1) return '9'.repeat(chance.size(200_000));
  if (kind === 2) return chance.one(dates);
  if (kind === 3) return chance.one(formulas);
  if (kind === 4) return `${'a'.repeat(chance.one([0, 62, 63, 64]))}😀`.repeat(chance.size(2_000));
  if (kind === 5) return '\u0301'.repeat(chance.size(20_000));
  return chance.one(texts);
}

/** What a spreadsheet would take for a formula, in a file that leaves the platform. */
export const runsAsFormula = (cell: string): boolean =>
  /^[\s\0]*[=@＝＋－＠]|^[\t\r\n]|^[\s\0]*[+-](?!\d[\d,]*(\.\d+)?%?$)/.test(cell);
