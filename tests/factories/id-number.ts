import { idCheck } from '~/domain/privacy/id-number.ts';

/** An invented identity number with the right check character: the n-th person born on a day, in a division that does not exist. */
export function idNumberOf(n: number, born = '19800101'): string {
  const digits = `999999${born}${String(n).padStart(3, '0')}`;
  return digits + idCheck(digits);
}
