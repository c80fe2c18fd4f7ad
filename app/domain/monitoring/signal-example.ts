import { type Day, day } from '~/domain/kernel/day.ts';
import type { BatchId, EnterpriseId, FactId, InstitutionId } from '~/domain/kernel/id.ts';
import { fen, zeroFen } from '~/domain/kernel/money.ts';
import type { Severity } from '~/domain/monitoring/case.ts';
import { evaluateSignals } from '~/domain/monitoring/evaluate.ts';
import type { Hit, Signal } from '~/domain/monitoring/signal.ts';
import type { Fact } from '~/domain/record/fact.ts';

/** A fact in short: amounts in yuan; `repeatMonths` writes it once a month from its date on. */
type ShortFact = {
  readonly item: string;
  readonly on: string;
  readonly ended?: string;
  readonly amountYuan?: number;
  readonly quantity?: number;
  readonly category?: string;
  readonly repeatMonths?: number;
};

/** A firm as of a day and what the signal must say of it; a version publishes only when all of its examples hold. */
export type SignalExample = {
  readonly zh: string;
  readonly en: string;
  readonly asOf: Day;
  readonly dpd?: number;
  readonly facts: readonly ShortFact[];
  readonly expect: Severity | null;
};

const monthsOn = (on: string, n: number): Day => {
  const index = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 + n;
  return day(`${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-${on.slice(8)}`);
};

/** The facts of an example, written out. */
export const factsOf = (example: SignalExample): Fact[] =>
  example.facts.flatMap((short, i) =>
    Array.from({ length: short.repeatMonths ?? 1 }, (_, month) => ({
      id: `${i}-${month}` as FactId,
      enterpriseId: 'example' as EnterpriseId,
      item: short.item,
      occurredOn: monthsOn(short.on, month),
      precision: 'day' as const,
      endedOn: short.ended === undefined ? null : day(short.ended),
      amount: short.amountYuan === undefined ? null : fen(short.amountYuan * 100),
      quantity: short.quantity ?? null,
      category: short.category ?? null,
      knownAt: new Date(`${example.asOf}T00:00:00Z`),
      batchId: 'example' as BatchId,
      providerId: 'example' as InstitutionId,
    })),
  );

/** What the signal finds in the example; null when it stays silent. */
export function runSignalExample(signal: Signal, example: SignalExample): Hit | null {
  const arrears = {
    dpd: example.dpd ?? 0,
    oldestUnpaidOn: null,
    overduePrincipal: zeroFen,
    overdueInterest: zeroFen,
  };
  const firm = { loanId: 'example', facts: factsOf(example), arrears };
  return evaluateSignals(firm, [signal], example.asOf)[0] ?? null;
}
