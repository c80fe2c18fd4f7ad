import { type Fen, fen, greatestFen, leastFen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';

/** What one payer has paid on a loss, and what recoveries have already brought back to it. */
export type Bearer = { readonly payer: string; readonly paid: Fen; readonly returned: Fen };

export type RecoveryPart = { readonly payer: string; readonly amount: Fen };

/** The name under which the bank's own part of a loss stands in a split. */
export const bankBearer = 'bank';

/**
 * One recovery split over those who bear the loss (domain.md §2.6, edge case 13): net of costs, each payer gets
 * net × paid ÷ eligible loss, the bank the part that it bears itself. Fen that rounding leaves go by the largest remainder, then by
 * name, so the order of the payers changes nothing. No payer gets back more than it paid; what is beyond is the bank's.
 * The parts add up to the net recovery. Costs above the proceeds bring nothing back: the excess stays with the bank.
 */
export function splitRecovery(of: {
  readonly recovered: Fen;
  readonly costs: Fen;
  readonly eligibleLoss: Fen;
  readonly payers: readonly Bearer[];
}): RecoveryPart[] {
  const net = greatestFen(zeroFen, minus(of.recovered, of.costs));
  const paid = plus(...of.payers.map((payer) => payer.paid));
  if (paid > of.eligibleLoss) throw new RangeError('payers paid more than the loss');
  if (of.payers.some((p) => p.payer === bankBearer)) throw new RangeError('the bank bears what is left');
  const shares = [
    ...of.payers.map((p) => ({ payer: p.payer, weight: p.paid as bigint, most: minus(p.paid, p.returned) })),
    { payer: bankBearer, weight: of.eligibleLoss - paid, most: net },
  ].sort((a, b) => (a.payer < b.payer ? -1 : 1));
  const amounts = byLargestRemainder(
    net,
    shares.map((share) => share.weight),
  );
  let beyond = 0n;
  const parts = shares.map(({ payer, most }, at) => {
    const amount = leastFen(amounts[at] ?? zeroFen, greatestFen(zeroFen, most));
    beyond += (amounts[at] ?? 0n) - amount;
    return { payer, amount };
  });
  return parts.map((part) =>
    part.payer === bankBearer ? { ...part, amount: fen(part.amount + beyond) } : part,
  );
}

/** A whole divided by weights into whole fen that add up to it: floors first, the rest to the largest remainders. */
export function byLargestRemainder(whole: Fen, weights: readonly bigint[]): Fen[] {
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum === 0n) return weights.map((_, at) => (at === weights.length - 1 ? whole : zeroFen));
  const floors = weights.map((weight) => (whole * weight) / sum);
  let rest = whole - floors.reduce((a, b) => a + b, 0n);
  const order = weights
    .map((weight, at) => ({ at, remainder: (whole * weight) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.at - b.at : a.remainder > b.remainder ? -1 : 1));
  for (const { at } of order) {
    if (rest === 0n) break;
    floors[at] = (floors[at] ?? 0n) + 1n;
    rest -= 1n;
  }
  return floors.map((amount) => fen(amount));
}
