import { type Day, day, dayAt } from '~/domain/kernel/day.ts';
import { type Declaration, signedOn } from './declaration.ts';

/** Items that hold what firms declare; the catalogue marks them as unverified by their mode. */
export const figuresItem = 'declared.figures';
export const staffItem = 'declared.staff';
/** Where promises are kept, and those that were broken. */
export const promiseItem = 'rating.promise';
export const declaredItems = [figuresItem, staffItem, promiseItem] as const;

/** A record as a declaration has it; `key` is unique in the books of the firm. Amounts in fen. */
export type DeclaredFact = {
  readonly item: string;
  readonly key: string;
  readonly occurredOn: Day;
  readonly precision: 'day' | 'year';
  readonly amount: bigint | null;
  readonly quantity: number | null;
  readonly category: string | null;
};

/**
 * The records that the declarations of a firm amount to: each promise, made or broken, and the figures of those that
 * stand. A broken or withdrawn declaration has no figures; the promise stays where it was given.
 */
export const factsOf = (declarations: readonly Declaration[]): DeclaredFact[] =>
  declarations.flatMap((declaration) => [
    promiseOf(declaration),
    ...(declaration.state === 'in-force' || declaration.state === 'doubted' ? figuresOf(declaration) : []),
  ]);

function promiseOf(declaration: Declaration): DeclaredFact {
  const { id, state, decidedAt } = declaration;
  const isBroken = state === 'broken' && decidedAt !== null;
  return {
    item: promiseItem,
    key: `${id}|promise`,
    occurredOn: isBroken ? dayAt(decidedAt) : signedOn(declaration),
    precision: 'day',
    amount: null,
    quantity: null,
    category: isBroken ? 'broken' : 'made',
  };
}

function figuresOf(declaration: Declaration): DeclaredFact[] {
  const { id, year, employees, revenue, assets, orders } = declaration;
  const ofYear = { occurredOn: day(`${year}-01-01`), precision: 'year' } as const;
  const onSigning = { occurredOn: signedOn(declaration), precision: 'day' } as const;
  const amounts = [
    { category: 'revenue', amount: revenue, ...ofYear },
    { category: 'assets', amount: assets, ...ofYear },
    { category: 'orders', amount: orders, ...onSigning },
  ];
  const figures = amounts
    .filter(({ amount }) => amount !== null)
    .map((each) => ({ item: figuresItem, key: `${id}|${each.category}`, quantity: null, ...each }));
  const staff = { item: staffItem, key: `${id}|employees`, amount: null, category: null, ...ofYear };
  return employees === null ? figures : [...figures, { ...staff, quantity: employees }];
}

/** A record as the store has it now. */
export type HeldFact = DeclaredFact & { readonly factId: string };

export type Step =
  | { readonly op: 'assert'; readonly supersedes: null; readonly fact: DeclaredFact }
  | { readonly op: 'correct' | 'revoke'; readonly supersedes: string; readonly fact: DeclaredFact };

const says = ({ occurredOn, precision, amount, quantity, category }: DeclaredFact): string =>
  [occurredOn, precision, amount, quantity, category].join('|');

/** What has to be added so that the store says what the declarations say; nothing when it does already. */
export function stepsBetween(held: readonly HeldFact[], wanted: readonly DeclaredFact[]): Step[] {
  const standing = new Map(held.map((fact) => [fact.key, fact]));
  const named = new Set(wanted.map(({ key }) => key));
  const gone = held.filter(({ key }) => !named.has(key));
  const next = wanted.flatMap((fact): Step[] => {
    const now = standing.get(fact.key);
    if (!now) return [{ op: 'assert', supersedes: null, fact }];
    return says(now) === says(fact) ? [] : [{ op: 'correct', supersedes: now.factId, fact }];
  });
  return [...gone.map((fact): Step => ({ op: 'revoke', supersedes: fact.factId, fact })), ...next];
}
