import { type Fen, leastFen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import type { Repayment } from '~/domain/loan/balance.ts';

/** A contract in the chain of one money, with the interest that it left due when it was renewed. */
export type InterestLink = {
  readonly id: string;
  /** The contract that renewed it; null while none did. */
  readonly next: string | null;
  readonly leftDue: Fen;
  readonly payments: readonly Repayment[];
};

/**
 * Which contract the interest paid belongs to (先结后贴): what a loan left due at its renewal is paid under the contract
 * after it, oldest first, and counts for the days on which it ran up. Nothing is lost or counted twice.
 */
export function interestByContract(links: readonly InterestLink[]): Map<string, readonly Repayment[]> {
  const byId = new Map(links.map((link) => [link.id, link]));
  const before = new Map(links.flatMap((link) => (link.next ? [[link.next, link] as const] : [])));
  const whole = new Map<string, readonly Repayment[]>();
  const all = (link: InterestLink): readonly Repayment[] => {
    const known = whole.get(link.id);
    if (known) return known;
    const next = link.next === null ? undefined : byId.get(link.next);
    const made = [...link.payments, ...(next ? split(all(next), link.leftDue).first : [])];
    whole.set(link.id, made);
    return made;
  };
  return new Map(
    links.map((link) => [link.id, split(all(link), before.get(link.id)?.leftDue ?? zeroFen).rest]),
  );
}

/** Payments in their order: the first so much interest of them, and the rest. */
function split(payments: readonly Repayment[], interest: Fen) {
  let open = interest;
  const first: Repayment[] = [];
  const rest: Repayment[] = [];
  for (const payment of payments) {
    const part = leastFen(open, payment.interest);
    open = minus(open, part);
    if (part > 0n) first.push({ ...payment, principal: zeroFen, interest: part });
    rest.push({ ...payment, interest: minus(payment.interest, part) });
  }
  return { first, rest };
}

/** Interest of some dues. */
export const interestOf = (dues: readonly { readonly interest: Fen }[]): Fen =>
  plus(zeroFen, ...dues.map((due) => due.interest));
