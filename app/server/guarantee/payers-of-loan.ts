import { type PayerShare, payersOf } from '~/domain/guarantee/payers.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { findCover } from '~/server/guarantee/store.ts';

/** Who bears a loan's loss beside bank and pool when it is determined on a day, in the order in which they pay. */
export const payersOfLoan = async (tx: Tx, loanId: string, determinedOn: Day): Promise<PayerShare[]> =>
  payersOf(await findCover(tx, loanId), determinedOn);
