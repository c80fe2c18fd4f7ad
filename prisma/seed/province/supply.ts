import type { DeliveryRow } from '#prisma/seed/deliver.ts';
import type { Day } from '~/domain/kernel/day.ts';

/** A row of a source and when the source comes to know it, and its end. */
export type SourceRow = DeliveryRow & {
  readonly knownOn: Day;
  /** When the end becomes known; before that the row is delivered open. */
  readonly endKnownOn?: Day;
};

/** Everything a source will ever say of one item, in any order. */
export type Supply = { readonly item: string; readonly rows: readonly SourceRow[] };
