import { type Fen, greatestFen, leastFen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import type { Funding } from '~/domain/policy/subsidy.ts';

/**
 * What is taken back of a subsidy, by payer: what was paid less what the loan keeps (the `whole` of its entitlement after the stop), never below
 * zero and never above what was paid. What was demanded before is not demanded twice.
 */
export function reclaimOf(
  paid: readonly Funding[],
  kept: readonly Funding[],
  demanded: readonly Funding[] = [],
): { readonly amount: Fen; readonly funding: readonly Funding[] } {
  const of = (parts: readonly Funding[], payer: string) =>
    plus(zeroFen, ...parts.filter((part) => part.payer === payer).map((part) => part.amount));
  const payers = [...new Set(paid.map((part) => part.payer))];
  const funding = payers.map((payer): Funding => {
    const net = greatestFen(zeroFen, minus(of(paid, payer), of(demanded, payer)));
    const over = greatestFen(zeroFen, minus(net, of(kept, payer)));
    return { payer, amount: leastFen(over, net) };
  });
  return { amount: plus(zeroFen, ...funding.map((part) => part.amount)), funding };
}

/** How an amount that came back divides over the payers it is owed to: pro rata, the last takes the rest, none above its due. */
export function divideReturn(amount: Fen, owed: readonly Funding[]): Funding[] {
  const whole = plus(zeroFen, ...owed.map((part) => part.amount));
  if (whole === 0n) return [];
  let left = leastFen(amount, whole);
  let open = whole;
  return owed.map(({ payer, amount: due }) => {
    const part = open === 0n ? zeroFen : (((left * due + open / 2n) / open) as Fen);
    const taken = leastFen(part, due, left);
    left = minus(left, taken);
    open = minus(open, due);
    return { payer, amount: taken };
  });
}
