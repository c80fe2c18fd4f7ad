import type { Day } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import type { Charge } from './limit.ts';
import type { About, Leg } from './transfer.ts';

/**
 * Money to be set aside (预留) before it is paid: its legs and every limit it uses up, as one unit that is placed, paid
 * or given back together (domain.md, edge case 5).
 */
export type NewHold = {
  readonly key: string;
  /** The kind of the transaction that will pay it, such as `compensation.paid`. */
  readonly kind: string;
  readonly placedOn: Day;
  /** The last day on which it may be paid; null never expires. */
  readonly expiresOn: Day | null;
  readonly legs: readonly Leg[];
  readonly charges: readonly Charge[];
  /**
   * The least that is accepted when pool or limits have less room: for one leg whose amount each limit is charged.
   * Left out, the whole amount is held or nothing.
   */
  readonly atLeast?: Fen;
  readonly about?: About;
};

/** What a settlement pays: the whole, or an amount for each leg in order, none above what is held. */
export type Settlement = {
  readonly key: string;
  readonly effectiveOn: Day;
  readonly amounts?: readonly Fen[];
  readonly memo?: string | null;
};
