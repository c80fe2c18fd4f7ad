import type { WatchedLoan } from '~/server/monitoring/store-watch.ts';

const loansInOnePart = 4_000;
const loansInOneStep = 200;

const cut = (loans: readonly WatchedLoan[], size: number): WatchedLoan[][] =>
  Array.from({ length: Math.ceil(loans.length / size) }, (_, n) => loans.slice(n * size, (n + 1) * size));

/** Loans whose records are read together, so many at once as memory should hold. */
export const inParts = (loans: readonly WatchedLoan[]): WatchedLoan[][] => cut(loans, loansInOnePart);

/** Loans that are looked at closely, so many to a transaction: where each of thousands has news, none lasts too long. */
export const inSteps = (loans: readonly WatchedLoan[]): WatchedLoan[][] => cut(loans, loansInOneStep);

/** The name of a step: after a fault the loans that are left make other steps, so both ends belong to it. */
export const stepOf = (loans: readonly WatchedLoan[]): string =>
  `from-${loans[0]?.id}-to-${loans.at(-1)?.id}`;
