import {
  divideHalfUp,
  type Fen,
  fen,
  leastFen,
  minus,
  negate,
  plus,
  zeroFen,
} from '~/domain/kernel/money.ts';
import { type Bearer, type RecoveryPart, splitRecovery } from '~/domain/policy/recovery.ts';

/** A loss as it was determined, and what the pool bears of it. */
export type BorneLoss = { readonly loss: Fen; readonly determined: Fen };

/**
 * The pool's part of everything that came back on a loss since it was claimed, net of costs (domain.md §2.6): net × borne ÷
 * loss, rounded half up once over the whole sum. So neither the order of recoveries nor whether they came before or after
 * the payment changes it; never below zero, never above what the pool bears, and it never falls when more comes back.
 */
export const poolPartOf = (cameBack: Fen, { loss, determined }: BorneLoss): Fen =>
  loss === zeroFen || cameBack <= 0n
    ? zeroFen
    : leastFen(determined, fen(divideHalfUp(cameBack * determined, loss)));

/** What the pool owes in all once so much came back: what it bears less its part. */
export const owedAfter = (cameBack: Fen, borne: BorneLoss): Fen =>
  minus(borne.determined, poolPartOf(cameBack, borne));

/**
 * How one recovery is split over those who bear the loss: the pool gets what its part grows by, the others and whoever
 * claims divide the rest by what they bear. The parts add up to the recovery, by the names of the payers; one that is
 * undone takes the same parts back.
 */
export function splitCameBack(
  net: Fen,
  before: Fen,
  borne: BorneLoss & { readonly pool: string; readonly others: readonly Bearer[] },
): RecoveryPart[] {
  if (net < 0n)
    return splitCameBack(negate(net), plus(before, net), borne).map(({ payer, amount }) => ({
      payer,
      amount: negate(amount),
    }));
  const amount = minus(poolPartOf(plus(before, net), borne), poolPartOf(before, borne));
  const rest = { recovered: minus(net, amount), costs: zeroFen, payers: borne.others };
  const parts = splitRecovery({ ...rest, eligibleLoss: minus(borne.loss, borne.determined) });
  const all = borne.determined === zeroFen ? parts : [...parts, { payer: borne.pool, amount }];
  return all.sort((a, b) => (a.payer < b.payer ? -1 : 1));
}
