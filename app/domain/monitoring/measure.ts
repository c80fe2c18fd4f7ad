import { type Day, dayAt } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { AlertState } from '~/domain/monitoring/case.ts';

/** What a bank may do in a case, the gentlest first (H7: a measured response, no blanket withdrawal). */
export const measureKinds = [
  'contact',
  'visit',
  'documents',
  'extra-monitoring',
  'extension',
  'restructure',
  'security',
  'limit-reduced',
  'undrawn-frozen',
  'early-repayment',
  'acceleration',
] as const;
export type CaseMeasureKind = (typeof measureKinds)[number];

/** Measures that take money or security from the firm: it is heard before (H6). */
const limiting: readonly CaseMeasureKind[] = [
  'security',
  'limit-reduced',
  'undrawn-frozen',
  'early-repayment',
  'acceleration',
];
export const isLimiting = (kind: CaseMeasureKind): boolean => limiting.includes(kind);

/** Measures of which an amount says how far they go. */
const ofMoney: readonly CaseMeasureKind[] = [
  'extension',
  'restructure',
  'security',
  'limit-reduced',
  'undrawn-frozen',
  'early-repayment',
  'acceleration',
];
const needsAmount: readonly CaseMeasureKind[] = ['limit-reduced', 'undrawn-frozen', 'early-repayment'];
export const hasAmount = (kind: CaseMeasureKind): boolean => ofMoney.includes(kind);

export type MeasureWish = {
  readonly kind: CaseMeasureKind;
  readonly onDay: Day;
  readonly amount: Fen | null;
  /** Why it cannot wait for the firm's word; null where it does. */
  readonly emergency: string | null;
};

/** What stood in the case before. */
export type MeasureCase = {
  readonly state: AlertState;
  readonly dueAt: Date;
  readonly raisedAt: Date;
  /** Kinds that were taken in the matter already. */
  readonly taken: readonly CaseMeasureKind[];
  /** What is still out on the loan, in fen; null where it is not known. */
  readonly balance: Fen | null;
};

export type MeasureRefusal =
  | { readonly code: 'monitoring.closed' }
  | { readonly code: 'monitoring.measure-before-reply'; readonly field: 'kind'; readonly until: string }
  | { readonly code: 'monitoring.measure-not-graduated'; readonly field: 'kind' }
  | { readonly code: 'monitoring.measure-amount'; readonly field: 'amount' }
  | { readonly code: 'monitoring.measure-no-amount'; readonly field: 'amount' }
  | { readonly code: 'monitoring.measure-over-balance'; readonly field: 'amount' }
  | { readonly code: 'monitoring.measure-day'; readonly field: 'onDay' };

/** Whether the firm was heard: it answered, or its day to answer has passed. */
const wasHeard = ({ state, dueAt }: MeasureCase, now: Date): boolean => state === 'answered' || now >= dueAt;

/**
 * May the bank take the measure? One that limits the firm waits for its answer or for the day to answer to pass; in an emergency it
 * waits for a second person instead. Calling the whole loan in comes after something gentler that was tried in the matter.
 */
export function takeMeasure(
  alert: MeasureCase,
  { kind, onDay, amount, emergency }: MeasureWish,
  now: Date,
): Result<'taken' | 'awaiting-second', MeasureRefusal> {
  if (alert.state === 'closed') return refuse({ code: 'monitoring.closed' });
  if (onDay > dayAt(now) || onDay < dayAt(alert.raisedAt))
    return refuse({ code: 'monitoring.measure-day', field: 'onDay' });
  if (amount === null && needsAmount.includes(kind))
    return refuse({ code: 'monitoring.measure-amount', field: 'amount' });
  if (amount !== null && !hasAmount(kind))
    return refuse({ code: 'monitoring.measure-no-amount', field: 'amount' });
  if (amount !== null && kind === 'early-repayment' && alert.balance !== null && amount >= alert.balance)
    return refuse({ code: 'monitoring.measure-over-balance', field: 'amount' });
  if (!isLimiting(kind)) return accept('taken');
  if (kind === 'acceleration' && alert.taken.length === 0)
    return refuse({ code: 'monitoring.measure-not-graduated', field: 'kind' });
  if (wasHeard(alert, now)) return accept('taken');
  if (emergency !== null) return accept('awaiting-second');
  const until = alert.dueAt.toISOString();
  return refuse({ code: 'monitoring.measure-before-reply', field: 'kind', until });
}

export type ConfirmRefusal =
  | { readonly code: 'monitoring.closed' }
  | { readonly code: 'monitoring.measure-confirmed' }
  | { readonly code: 'monitoring.measure-dropped' }
  | { readonly code: 'monitoring.measure-second-person' };

/** How far a measure in a case is: who recorded it, and what became of it. */
export type Standing = { readonly by: string; readonly isConfirmed: boolean; readonly isDropped: boolean };

/** A second person lets an emergency measure take effect. */
export function confirmMeasure(
  alert: { readonly state: AlertState },
  measure: Standing,
  person: string,
): Result<'taken', ConfirmRefusal> {
  if (alert.state === 'closed') return refuse({ code: 'monitoring.closed' });
  if (measure.isConfirmed) return refuse({ code: 'monitoring.measure-confirmed' });
  if (measure.isDropped) return refuse({ code: 'monitoring.measure-dropped' });
  if (measure.by === person) return refuse({ code: 'monitoring.measure-second-person' });
  return accept('taken');
}

export type DropRefusal = Extract<
  ConfirmRefusal,
  { readonly code: 'monitoring.measure-confirmed' | 'monitoring.measure-dropped' }
>;

/** Who recorded a measure that waits takes it back, anybody else of the bank refuses it; what took effect stays. */
export function dropMeasure(
  measure: Standing,
  person: string,
): Result<'taken-back' | 'refused', DropRefusal> {
  if (measure.isConfirmed) return refuse({ code: 'monitoring.measure-confirmed' });
  if (measure.isDropped) return refuse({ code: 'monitoring.measure-dropped' });
  return accept(measure.by === person ? 'taken-back' : 'refused');
}
