import type { Day, DayPrecision } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import type { DateRefusal } from './read-date.ts';
import type { FigureRefusal } from './read-figure.ts';
import type { SourceKey } from './source-key.ts';

/** A checked record of a delivery, before its firm is found and its batch accepted. */
export type FactDraft = {
  readonly item: string;
  readonly occurredOn: Day | null;
  readonly precision: DayPrecision;
  readonly endedOn: Day | null;
  readonly amount: Fen | null;
  readonly quantity: number | null;
  readonly category: string | null;
  readonly detail: { readonly [name: string]: string } | null;
  readonly sourceKey: SourceKey;
};

/** Why a record was not taken. */
export type RecordProblem =
  | DateRefusal
  | FigureRefusal
  | { readonly code: 'record.column-count'; readonly expected: number; readonly found: number }
  | { readonly code: 'record.text-too-long'; readonly length: number; readonly limit: number }
  | { readonly code: 'record.firm-missing' }
  | { readonly code: 'record.firm-unreadable'; readonly text: string }
  | { readonly code: 'record.firm-unknown'; readonly text: string }
  | { readonly code: 'record.value-missing' }
  | { readonly code: 'record.category-unknown'; readonly text: string; readonly item: string }
  | { readonly code: 'record.industry-unknown'; readonly text: string }
  | { readonly code: 'record.region-unreadable'; readonly text: string }
  | { readonly code: 'record.key-conflict' };

export type ProblemCode = RecordProblem['code'];

/** A record in quarantine: the column as the file calls it, or null when the row as a whole is at fault. */
export type Quarantined = {
  readonly item: string | null;
  readonly column: string | null;
  readonly problem: RecordProblem;
};

/** What a register says of the firm itself; day of establishment and status are those of the record beside it. */
export type Registration = {
  readonly name: string;
  readonly kind: 'company' | 'sole-trader';
  readonly regionCode: string | null;
  readonly industryCode: string | null;
  /** What a registrar should look at in the credit code. */
  readonly warnings: readonly string[];
};

/** One row, checked: the firm it names and, for each record it yields, the draft or what is wrong with it. */
export type CheckedRow = {
  /** The credit code, or the id in the data set; null when the row names no firm that could be meant. */
  readonly firm: string | null;
  readonly registration: Registration | null;
  readonly records: readonly (FactDraft | Quarantined)[];
};

export const isQuarantined = (record: FactDraft | Quarantined): record is Quarantined => 'problem' in record;
