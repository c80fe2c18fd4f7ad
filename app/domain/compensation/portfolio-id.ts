import { sha256 } from '~/domain/kernel/hash.ts';

/**
 * The id of something that a portfolio's file names, always the same for the same name: a file that is replayed again
 * finds what it brought before.
 */
export function portfolioId(
  portfolio: string,
  kind: 'pool' | 'loan' | 'borrower' | 'bank' | 'claim',
  name: string,
): string {
  const hex = sha256(`${portfolio} ${kind} ${name}`);
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}
