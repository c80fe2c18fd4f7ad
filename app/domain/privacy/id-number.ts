import { parseDay } from '~/domain/kernel/day.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

/** The check character of the first 17 digits of a citizen identity number (GB 11643-1999, ISO 7064 MOD 11-2). */
export const idCheck = (digits: string): string =>
  checks[weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11] ?? '';

/** The number in its canonical form when it is a real one: 17 digits with a date of birth, and the right check character. */
export function readIdNumber(typed: string): string | null {
  const text = typed.replace(/\s/g, '').toUpperCase();
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return null;
  if (!parseDay(`${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`)) return null;
  return idCheck(text) === text[17] ? text : null;
}

/** A name as others may see it: the first character only. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(Math.max(1, Math.min(2, rest.length)));
};
