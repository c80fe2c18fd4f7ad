/** The ledger as a few maps and ifs: what the real one must agree with after any sequence of operations. */
export type ModelLeg = { readonly from: number; readonly to: number; readonly amount: bigint };
export type ModelCharge = { readonly scope: number; readonly amount: bigint };

export type Operation =
  | {
      readonly do: 'post';
      readonly key: number;
      readonly legs: readonly ModelLeg[];
      readonly charges: readonly ModelCharge[];
    }
  | { readonly do: 'batch'; readonly keys: readonly number[]; readonly leg: ModelLeg }
  | {
      readonly do: 'hold';
      readonly key: number;
      readonly leg: ModelLeg;
      readonly scopes: readonly number[];
      readonly shrink: boolean;
    }
  | { readonly do: 'settle'; readonly hold: number; readonly key: number; readonly part: boolean }
  | { readonly do: 'release'; readonly hold: number }
  | { readonly do: 'reverse'; readonly key: number; readonly of: number }
  | { readonly do: 'ceiling'; readonly scope: number; readonly ceiling: bigint | null };

/** `ok` with the amount that matters, or the code of a refusal. */
export type Outcome = string;

type Moved = {
  readonly request: string;
  readonly legs: readonly ModelLeg[];
  readonly uses: readonly ModelCharge[];
  readonly isReversal: boolean;
  reversed: boolean;
};
type Hold = {
  readonly request: string;
  readonly leg: ModelLeg;
  readonly scopes: readonly number[];
  state: 'pending' | 'posted' | 'released';
};

const text = (value: unknown) => JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? `${v}` : v));
const swapped = (legs: readonly ModelLeg[]) =>
  legs.map(({ from, to, amount }) => ({ from: to, to: from, amount }));

export class LedgerModel {
  readonly posted: bigint[];
  readonly held: bigint[];
  readonly used = new Map<number, bigint>();
  readonly ceilings = new Map<number, bigint | null>();
  readonly moved = new Map<number, Moved>();
  readonly holds = new Map<number, Hold>();

  /** Accounts below `pools` have a floor of zero. */
  constructor(
    readonly accounts: number,
    readonly pools: number,
  ) {
    this.posted = Array<bigint>(accounts).fill(0n);
    this.held = Array<bigint>(accounts).fill(0n);
  }

  apply(op: Operation): Outcome {
    switch (op.do) {
      case 'post':
        return this.#move(op.key, text(op), op.legs, op.charges);
      case 'batch':
        return this.#batch(op.keys, op.leg);
      case 'hold':
        return this.#hold(op);
      case 'settle':
        return this.#settle(op);
      case 'release':
        return this.#release(op.hold);
      case 'reverse':
        return this.#reverse(op);
      case 'ceiling':
        this.ceilings.set(op.scope, op.ceiling);
        if (!this.used.has(op.scope)) this.used.set(op.scope, 0n);
        return 'ok';
    }
  }

  #known(key: number, request: string): Outcome | null {
    const earlier = this.moved.get(key);
    if (!earlier) return null;
    return earlier.request === request ? 'ok' : 'ledger.key-reused';
  }

  #short(legs: readonly ModelLeg[], gains: boolean): Outcome | null {
    const net = new Map<number, bigint>();
    const add = (account: number, amount: bigint) => net.set(account, (net.get(account) ?? 0n) + amount);
    for (const { from, to, amount } of legs) {
      add(from, -amount);
      if (gains) add(to, amount);
    }
    const isShort = [...net].some(
      ([account, change]) => account < this.pools && change < 0n && this.#available(account) + change < 0n,
    );
    return isShort ? 'ledger.account-short' : null;
  }

  #available = (account: number) => (this.posted[account] ?? 0n) - (this.held[account] ?? 0n);

  #full(charges: readonly ModelCharge[]): Outcome | null {
    const sums = new Map<number, bigint>();
    for (const { scope, amount } of charges) sums.set(scope, (sums.get(scope) ?? 0n) + amount);
    for (const [scope, amount] of [...sums].sort(([a], [b]) => a - b)) {
      const ceiling = this.ceilings.get(scope);
      if (ceiling === undefined) return 'ledger.limit-unknown';
      if (ceiling !== null && amount > 0n && (this.used.get(scope) ?? 0n) + amount > ceiling)
        return 'ledger.limit-reached';
    }
    return null;
  }

  #charge(charges: readonly ModelCharge[], sign: bigint): void {
    for (const { scope, amount } of charges)
      this.used.set(scope, (this.used.get(scope) ?? 0n) + sign * amount);
  }

  #write(key: number, move: Omit<Moved, 'reversed'>): Outcome {
    for (const { from, to, amount } of move.legs) {
      this.posted[from] = (this.posted[from] ?? 0n) - amount;
      this.posted[to] = (this.posted[to] ?? 0n) + amount;
    }
    this.moved.set(key, { ...move, reversed: false });
    return 'ok';
  }

  #move(key: number, request: string, legs: readonly ModelLeg[], uses: readonly ModelCharge[]): Outcome {
    const refused = this.#known(key, request) ?? this.#short(legs, true) ?? this.#full(uses);
    if (refused) return refused;
    this.#charge(uses, 1n);
    return this.#write(key, { request, legs, uses, isReversal: false });
  }

  #batch(keys: readonly number[], leg: ModelLeg): Outcome {
    const request = (key: number) => text({ do: 'post', key, legs: [leg], charges: [] });
    const answers = keys.map((key) => this.#known(key, request(key)));
    if (answers.includes('ledger.key-reused')) return 'ledger.key-reused';
    const fresh = keys.filter((_, i) => answers[i] === null);
    const refused = this.#short(
      fresh.map(() => leg),
      true,
    );
    if (refused) return refused;
    for (const key of fresh)
      this.#write(key, { request: request(key), legs: [leg], uses: [], isReversal: false });
    return 'ok';
  }

  #hold({ key, leg, scopes, shrink, ...op }: Extract<Operation, { do: 'hold' }>): Outcome {
    const request = text({ key, leg, scopes, shrink, ...op });
    const earlier = this.holds.get(key);
    if (earlier) return earlier.request === request ? `ok ${earlier.leg.amount}` : 'ledger.key-reused';
    const amount = shrink ? this.#shrunk(leg, scopes) : leg.amount;
    const charges = scopes.map((scope) => ({ scope, amount }));
    const refused = this.#short([{ ...leg, amount }], false) ?? this.#full(charges);
    if (refused) return refused;
    this.held[leg.from] = (this.held[leg.from] ?? 0n) + amount;
    this.#charge(charges, 1n);
    this.holds.set(key, { request, leg: { ...leg, amount }, scopes, state: 'pending' });
    return `ok ${amount}`;
  }

  /** The most that pool and limits allow, at least one fen; else what was asked, which is then refused. */
  #shrunk(leg: ModelLeg, scopes: readonly number[]): bigint {
    const rooms = scopes.flatMap((scope) => {
      const ceiling = this.ceilings.get(scope);
      return typeof ceiling === 'bigint' ? [ceiling - (this.used.get(scope) ?? 0n)] : [];
    });
    if (leg.from < this.pools) rooms.push(this.#available(leg.from));
    const most = rooms.reduce((a, b) => (b < a ? b : a), leg.amount);
    return most >= 1n ? most : leg.amount;
  }

  /** A settlement pays the whole, or half of it rounded down but at least one fen. */
  static part = (amount: bigint): bigint => (amount > 1n ? amount / 2n : 1n);

  #settle({ hold: holdKey, key, part }: Extract<Operation, { do: 'settle' }>): Outcome {
    const hold = this.holds.get(holdKey);
    if (!hold) return 'ledger.hold-unknown';
    const known = this.#known(key, text({ do: 'settle', hold: holdKey, key, part }));
    if (known) return known;
    if (hold.state !== 'pending') return 'ledger.hold-ended';
    const amount = part ? LedgerModel.part(hold.leg.amount) : hold.leg.amount;
    this.held[hold.leg.from] = (this.held[hold.leg.from] ?? 0n) - hold.leg.amount;
    this.#charge(
      hold.scopes.map((scope) => ({ scope, amount: hold.leg.amount - amount })),
      -1n,
    );
    hold.state = 'posted';
    return this.#write(key, {
      request: text({ do: 'settle', hold: holdKey, key, part }),
      legs: [{ ...hold.leg, amount }],
      uses: hold.scopes.map((scope) => ({ scope, amount })),
      isReversal: false,
    });
  }

  #release(holdKey: number): Outcome {
    const hold = this.holds.get(holdKey);
    if (!hold) return 'ledger.hold-unknown';
    if (hold.state === 'posted') return 'ledger.hold-ended';
    if (hold.state === 'pending') {
      this.held[hold.leg.from] = (this.held[hold.leg.from] ?? 0n) - hold.leg.amount;
      this.#charge(
        hold.scopes.map((scope) => ({ scope, amount: hold.leg.amount })),
        -1n,
      );
      hold.state = 'released';
    }
    return 'ok';
  }

  #reverse(op: Extract<Operation, { do: 'reverse' }>): Outcome {
    const original = this.moved.get(op.of);
    if (!original) return 'ledger.transaction-unknown';
    const known = this.#known(op.key, text(op));
    if (known) return known;
    if (original.isReversal) return 'ledger.reversal-of-reversal';
    if (original.reversed) return 'ledger.reversed-before';
    const legs = swapped(original.legs);
    const uses = original.uses.map(({ scope, amount }) => ({ scope, amount: -amount }));
    const refused = this.#short(legs, true);
    if (refused) return refused;
    this.#charge(uses, 1n);
    original.reversed = true;
    return this.#write(op.key, { request: text(op), legs, uses, isReversal: true });
  }
}
