import { type CoverContract, owedFor, payersOf, splitExactly } from '~/domain/guarantee/payers.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, greatestFen, leastFen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';

/** One party of one contract with what it bears of a loss. */
export type Bearer = {
  readonly payer: string;
  readonly kind: 'guarantee' | 'insurance' | 'bank';
  /** Null where nobody's contract on the platform says it: what a bank stated, or its own part of the risk. */
  readonly contractId: string | null;
  readonly amount: Fen;
};

export const sumOf = (bearers: readonly Bearer[]): Fen =>
  plus(zeroFen, ...bearers.map(({ amount }) => amount));

/** What guarantees bear of it, and what insurance does. */
export const byKind = (bearers: readonly Bearer[]): { readonly guarantor: Fen; readonly insurer: Fen } => ({
  guarantor: sumOf(bearers.filter(({ kind }) => kind !== 'insurance')),
  insurer: sumOf(bearers.filter(({ kind }) => kind === 'insurance')),
});

/**
 * What n contracts × m payers bear of a loss determined on a day (domain.md G8, edge case 13), in the order in which
 * they pay: each its share up to its liability and what those before it leave; a contract that paid more than that
 * bears what it paid. All together never more than the loss.
 */
export function coversBear(loss: Fen, covers: readonly CoverContract[], determinedOn: Day): Bearer[] {
  const whole = covers.map((cover) => ({ ...cover, paid: zeroFen }));
  const owed = owedFor(loss, payersOf(whole, determinedOn)).map(
    ({ payer, amount }): Bearer => ({
      payer: payer.payer,
      kind: payer.kind,
      contractId: payer.contractId,
      amount,
    }),
  );
  let left = minus(loss, sumOf(owed));
  const beyond = covers.flatMap((cover): Bearer[] => {
    const counted = sumOf(owed.filter(({ contractId }) => contractId === cover.id));
    const more = leastFen(greatestFen(zeroFen, minus(cover.paid, counted)), left);
    left = minus(left, more);
    const payer = cover.shares[0]?.payer ?? cover.kind;
    return more === zeroFen ? [] : [{ payer, kind: cover.kind, contractId: cover.id, amount: more }];
  });
  return merged([...owed, ...beyond]).filter(({ amount }) => amount > 0n);
}

/** Each party of each contract once. */
function merged(bearers: readonly Bearer[]): Bearer[] {
  const sums = new Map<string, Bearer>();
  for (const bearer of bearers) {
    const key = `${bearer.contractId} ${bearer.payer}`;
    const known = sums.get(key);
    sums.set(key, known ? { ...known, amount: plus(known.amount, bearer.amount) } : bearer);
  }
  return [...sums.values()];
}

/**
 * The bearers of a bank's claim: what the contracts say, and what the bank states beyond that of contracts elsewhere.
 * A bank that states less than the contracts on the platform say does not make them bear less.
 */
export function withStated(
  bearers: readonly Bearer[],
  stated: { readonly guarantor: Fen; readonly insurer: Fen },
): Bearer[] {
  const known = byKind(bearers);
  const beyond = (kind: 'guarantee' | 'insurance', payer: 'guarantor' | 'insurer'): Bearer[] => {
    const amount = minus(stated[payer], known[payer]);
    return amount > 0n ? [{ payer, kind, contractId: null, amount }] : [];
  };
  return [...bearers, ...beyond('guarantee', 'guarantor'), ...beyond('insurance', 'insurer')];
}

export type GuarantorLoss = {
  /** What the guarantor that claims is left with. */
  readonly own: Fen;
  /** Everybody else who bears the loss; with `own` they make up the whole of it. */
  readonly others: readonly Bearer[];
};

/**
 * The loss of a guarantor that paid for a borrower (代偿) and claims itself (domain.md G4, G14): what it paid less what it
 * got back, of which re-guarantor and national fund bear their parts; then what the other contracts bear; the bank keeps
 * the rest. A payment above what those others leave of the loss is not a loss of the loan.
 */
export function guarantorLoss(
  loss: Fen,
  own: CoverContract & { readonly recovered: Fen },
  others: readonly Bearer[],
): GuarantorLoss {
  const rest = greatestFen(zeroFen, minus(loss, sumOf(others)));
  const net = leastFen(greatestFen(zeroFen, minus(own.paid, own.recovered)), rest);
  const parts = splitExactly(
    net,
    own.shares.map(({ share }) => share),
  );
  const chain = own.shares.map(({ payer }, at): Bearer => {
    return { payer, kind: 'guarantee', contractId: own.id, amount: parts[at] ?? zeroFen };
  });
  const [first, ...behind] = chain;
  const mine = first?.amount ?? zeroFen;
  const bank: Bearer = { payer: 'lender', kind: 'bank', contractId: null, amount: minus(rest, net) };
  return { own: mine, others: [...behind, ...others, bank].filter(({ amount }) => amount > 0n) };
}
