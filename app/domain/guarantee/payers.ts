import { addDays, type Day } from '~/domain/kernel/day.ts';
import { type Fen, fen, leastFen, minus, zeroFen } from '~/domain/kernel/money.ts';
import { type Ppm, ppm, shareOf } from '~/domain/kernel/rate.ts';

/** A contract that bears a part of a loan's loss. */
export type CoverContract = {
  readonly id: string;
  readonly kind: 'guarantee' | 'insurance';
  readonly agreedOn: Day;
  readonly endsOn: Day;
  /** Insurance pays for a default only so many days after it was determined; 0 for a guarantee. */
  readonly waitingDays: number;
  /** The parties in order with the part of the loss that each bears; the bank's own part is not among them. */
  readonly shares: readonly { readonly payer: string; readonly share: Ppm }[];
  /** The most that the contract pays in all; what it paid before is taken off. */
  readonly liability: Fen;
  readonly paid: Fen;
};

/** A payer's place in the waterfall of a loss. */
export type PayerShare = {
  readonly order: number;
  readonly contractId: string;
  readonly kind: CoverContract['kind'];
  readonly payer: string;
  /** Part of the whole loss; all payers together never more than the whole. */
  readonly share: Ppm;
  readonly most: Fen;
  /** The first day on which it may be asked to pay. */
  readonly from: Day;
};

/**
 * Who pays for a loss determined on a day, in order (domain.md G8, edge case 13): guarantees before insurance, older before
 * younger. Each sees only what those before it leave: shares are cut so that they never exceed the whole together.
 */
export function payersOf(contracts: readonly CoverContract[], determinedOn: Day): PayerShare[] {
  const inForce = contracts
    .filter((each) => each.agreedOn <= determinedOn && determinedOn <= each.endsOn)
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  let left = 1_000_000;
  const payers: PayerShare[] = [];
  for (const contract of inForce) {
    const open = minus(contract.liability, contract.paid);
    const parts = splitExactly(
      open,
      contract.shares.map(({ share }) => share),
    );
    for (const [at, { payer, share }] of contract.shares.entries()) {
      const taken = Math.min(share, left);
      left -= taken;
      if (taken === 0) continue;
      payers.push({
        order: payers.length + 1,
        contractId: contract.id,
        kind: contract.kind,
        payer,
        share: ppm(taken),
        most: parts[at] ?? zeroFen,
        from: addDays(determinedOn, contract.waitingDays),
      });
    }
  }
  return payers;
}

/** An amount in the proportion of some shares, each part cut off at the running sum: together they are the amount. */
export function splitExactly(amount: Fen, shares: readonly Ppm[]): Fen[] {
  const whole = BigInt(shares.reduce((sum, share) => sum + share, 0));
  let upTo = 0n;
  let given = 0n;
  return shares.map((share) => {
    upTo += BigInt(share);
    const part = whole === 0n ? 0n : (amount * upTo) / whole - given;
    given += part;
    return fen(part);
  });
}

const keyOf = (each: CoverContract): string =>
  `${each.kind === 'guarantee' ? 0 : 1} ${each.agreedOn} ${each.id}`;

/** What each payer owes for a loss: its part, its most, and never more than those before it leave of the loss. */
export function owedFor(
  loss: Fen,
  payers: readonly PayerShare[],
): { readonly payer: PayerShare; readonly amount: Fen }[] {
  let left = loss;
  return payers.map((payer) => {
    const amount = leastFen(shareOf(loss, payer.share), payer.most, left);
    const owed = amount < 0n ? zeroFen : amount;
    left = minus(left, owed);
    return { payer, amount: owed };
  });
}
