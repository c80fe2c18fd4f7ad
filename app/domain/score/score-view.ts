import type { Named } from '~/domain/catalogue/item.ts';
import type { Dimension, FeatureUnit, Gap } from '~/domain/feature/definition.ts';
import type { Day, DayPrecision } from '~/domain/kernel/day.ts';
import type { Grade, Veto } from './card.ts';
import type { Reason } from './sheet.ts';

/** A record behind a line: what it says, who supplied it and when the platform learnt it. Money in fen as text. */
export type EvidenceView = {
  readonly factId: string;
  readonly item: string;
  readonly itemName: Named;
  readonly category: Named | null;
  readonly occurredOn: Day | null;
  readonly precision: DayPrecision;
  readonly endedOn: Day | null;
  readonly amount: { readonly fen: string; readonly name: Named } | null;
  readonly quantity: { readonly value: number; readonly name: Named } | null;
  readonly provider: Named;
  readonly knownOn: Day;
  /** What became of the record after the sheet was made; only the firm itself still sees what was sealed or revoked. */
  readonly later: 'correct' | 'revoke' | 'seal' | null;
  /** The firm objects to it and nobody has answered yet; while it is suspended only the firm itself sees the record. */
  readonly disputed: 'flagged' | 'suspended' | null;
};

/** One indicator as it is explained. */
export type LineView = {
  readonly feature: string;
  readonly dimension: Dimension;
  readonly unit: FeatureUnit;
  /** Null when unknown, or when the reader may not see it. */
  readonly value: number | null;
  readonly gap: Gap | 'unknown' | null;
  /** The line was made from records that this reader's consent does not open. */
  readonly isWithheld: boolean;
  /** An item behind it is past its fresh days, though not expired. */
  readonly isStale: boolean;
  /** Milli-points. */
  readonly points: number;
  readonly max: number;
  readonly neutral: number;
  /** Where the bin begins and where the next one does. */
  readonly bin: { readonly from: number | null; readonly next: number | null } | null;
  readonly fix: string | null;
  readonly items: readonly Named[];
  readonly evidence: readonly EvidenceView[];
  /** Records in all; the latest are listed. */
  readonly evidenceCount: number;
};

/** Weight that stays unknown for one cause, as a share of the card, and the items that would make it known. */
export type UnknownView = {
  readonly gap: Gap | 'unknown';
  readonly ppm: number;
  readonly items: readonly Named[];
};

export type DimensionView = {
  readonly code: Dimension;
  /** Milli-points; null when information is insufficient. */
  readonly points: number | null;
  readonly max: number;
  readonly coveragePpm: number;
};

/** A sheet as pages, the command line and the bank's file show it. */
export type ScoreView = {
  readonly sheetId: string;
  readonly scope: 'public' | 'full';
  readonly cardVersion: string;
  readonly asOf: Day;
  /** ISO instant. */
  readonly madeAt: string;
  readonly cause: string;
  readonly milliPoints: number | null;
  readonly grade: Grade | null;
  readonly coveragePpm: number;
  readonly floorPpm: number;
  readonly bands: readonly { readonly grade: Grade; readonly from: number }[];
  readonly dimensions: readonly DimensionView[];
  readonly lines: readonly LineView[];
  readonly unknown: readonly UnknownView[];
  readonly reasons: readonly Reason[];
  readonly veto: { readonly code: Veto['code']; readonly record: EvidenceView | null } | null;
};

/** A sheet in the history of a firm. */
export type HistoryPoint = {
  readonly sheetId: string;
  readonly scope: 'public' | 'full';
  readonly milliPoints: number | null;
  readonly grade: Grade | null;
  readonly coveragePpm: number;
  readonly cause: string;
  /** ISO instant. */
  readonly madeAt: string;
};
