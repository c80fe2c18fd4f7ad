import type { Scheme } from '~/domain/policy/scheme.ts';
import { dayOfDate } from '~/server/db/date.ts';

type Row = {
  readonly kind: string;
  readonly code: string;
  readonly version: number;
  readonly jurisdiction: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly legalBasis: string;
  readonly legalBasisEn: string;
  readonly validFrom: Date;
  readonly validTo: Date | null;
  readonly body: unknown;
  readonly examples: unknown;
  readonly unverified: readonly string[];
};

/** A stored version or draft as the rules read it. Its shape was checked when it was written. */
export const asScheme = (row: Row): Scheme =>
  ({
    kind: row.kind,
    code: row.code,
    version: row.version,
    jurisdiction: row.jurisdiction,
    nameZh: row.nameZh,
    nameEn: row.nameEn,
    legalBasis: row.legalBasis,
    legalBasisEn: row.legalBasisEn,
    validFrom: dayOfDate(row.validFrom),
    validTo: row.validTo ? dayOfDate(row.validTo) : null,
    body: row.body,
    examples: row.examples,
    unverified: row.unverified,
  }) as unknown as Scheme;
