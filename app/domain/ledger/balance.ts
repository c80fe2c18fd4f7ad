import type { Fen } from '~/domain/kernel/money.ts';
import { fen } from '~/domain/kernel/money.ts';

/** A balance as the two columns of a trial balance (试算平衡表): debit (借) or credit (贷), never both. */
export type TwoSided = { readonly debit: Fen; readonly credit: Fen };

/** A positive sum of postings stands on the debit side, a negative one on the credit side. */
export const twoSided = (balance: bigint): TwoSided => ({
  debit: fen(balance > 0n ? balance : 0n),
  credit: fen(balance < 0n ? -balance : 0n),
});

/** Yuan with two decimals, exact: `-1234.05`. For spreadsheets and files, not for reading. */
export function yuanText(amount: bigint): string {
  const [sign, whole] = amount < 0n ? ['-', -amount] : ['', amount];
  return `${sign}${whole / 100n}.${String(whole % 100n).padStart(2, '0')}`;
}
