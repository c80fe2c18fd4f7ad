import type { Scheme } from '~/domain/policy/scheme.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { findAllVersions, type PolicyRow } from '~/server/policy/store.ts';

/** Every published compensation and subsidy scheme, also ended ones: the rule decides what is in force on a day. */
export async function readSchemes(tx: Tx): Promise<Scheme[]> {
  const rows = [...(await findAllVersions(tx, 'compensation')), ...(await findAllVersions(tx, 'subsidy'))];
  return rows.map(asScheme);
}

const asScheme = (row: PolicyRow): Scheme =>
  ({
    kind: row.kind,
    code: row.code,
    version: row.version,
    jurisdiction: row.jurisdiction,
    nameZh: row.nameZh,
    nameEn: row.nameEn,
    legalBasis: row.legalBasis,
    validFrom: dayOfDate(row.validFrom),
    validTo: row.validTo ? dayOfDate(row.validTo) : null,
    body: row.body,
    examples: row.examples,
    unverified: row.unverified,
  }) as unknown as Scheme;
