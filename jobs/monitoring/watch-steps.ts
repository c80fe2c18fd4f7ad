import type { WatchedLoan } from '~/server/monitoring/store-watch.ts';

const loansInOneStep = 200;

/** Loans that are looked at closely, so many to a transaction: where each of thousands has news, none lasts too long. */
export const inSteps = (loans: readonly WatchedLoan[]): WatchedLoan[][] =>
  Array.from({ length: Math.ceil(loans.length / loansInOneStep) }, (_, n) =>
    loans.slice(n * loansInOneStep, (n + 1) * loansInOneStep),
  );

/** The name of a step: after a fault the loans that are left make other steps, so both ends belong to it. */
export const stepOf = (loans: readonly WatchedLoan[]): string =>
  `from-${loans[0]?.id}-to-${loans.at(-1)?.id}`;
