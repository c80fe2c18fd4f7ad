import { divideHalfUp, type Fen, fen, leastFen } from '~/domain/kernel/money.ts';

/** A guaranteed loan with its loss, in the smallest unit of its currency. */
export type GuaranteedLoss = {
  /** Principal that was charged off. */
  readonly loss: Fen;
  /** What the bank approved in all; positive. */
  readonly approved: Fen;
  /** The part of it that the guarantor approved to bear. */
  readonly guaranteed: Fen;
};

/**
 * What a guarantor pays who bears the share of the loss that it guaranteed of the loan, never above its guarantee:
 * `min(loss × guaranteed ÷ approved, guaranteed)`, the product rounded half up to the smallest unit once.
 */
export const payByApprovedShare = ({ loss, approved, guaranteed }: GuaranteedLoss): Fen =>
  leastFen(fen(divideHalfUp(loss * guaranteed, approved)), guaranteed);
