import type { ConsentId, EnterpriseId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';
import { versionColumn } from '~/server/db/kept.ts';

/** A stored sheet as matching opens it. */
export type KnownSheet = {
  readonly id: string;
  readonly scope: string;
  readonly grade: string;
  readonly milliPoints: number | null;
  readonly cardVersion: string;
  readonly features: readonly bigint[];
  readonly missing: Uint8Array;
};

/** What may be used of a firm at a moment: its evaluation consent with the items it opens, and the sheet that goes with it. */
export type KnownFirm = {
  readonly consentId: ConsentId | null;
  readonly granted: ReadonlySet<string>;
  readonly sheet: KnownSheet | null;
  /** The version of what is the same for everybody, read with it (see `keptFor`). */
  readonly publicVersion: string;
};

type Row = Omit<KnownSheet, 'id'> & {
  readonly consentId: ConsentId | null;
  readonly items: string[] | null;
  readonly publicVersion: string;
  readonly id: string | null;
};

/** In one question: the full sheet made under the consent in force, else the latest public one (invariant 3). */
export async function readKnown(tx: Tx, enterpriseId: EnterpriseId, at: Date): Promise<KnownFirm> {
  const [row] = await tx.$queryRaw<Row[]>`
    with consent_now as (select evaluation_consent(${enterpriseId}::uuid, ${at}) as id),
    full_sheet as (
      select s.* from score_sheet s where s.enterprise_id = ${enterpriseId}::uuid and s.scope = 'full'
      order by s.created_at desc, s.id desc limit 1
    ), public_sheet as (
      select s.* from score_sheet s where s.enterprise_id = ${enterpriseId}::uuid and s.scope = 'public'
      order by s.created_at desc, s.id desc limit 1
    ), sheet as (
      select f.* from full_sheet f, consent_now c where f.consent_id = c.id
      union all
      select p.* from public_sheet p
      where not exists (select 1 from full_sheet f, consent_now c where f.consent_id = c.id)
    )
    select c.id as "consentId",
           (select k.items from consent k where k.enterprise_id = ${enterpriseId}::uuid and k.id = c.id) as items,
           ${versionColumn},
           s.id, s.scope, s.grade, s.milli_points as "milliPoints", s.card_version as "cardVersion", s.features, s.missing
    from consent_now c left join sheet s on true`;
  if (!row) throw new Error('a question about one firm has one answer');
  const { consentId, items, publicVersion, id, ...sheet } = row;
  return {
    consentId,
    granted: new Set(items ?? []),
    sheet: id === null ? null : { ...sheet, id },
    publicVersion,
  };
}
