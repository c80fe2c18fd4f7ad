import type { ConsentItem } from '~/domain/consent/artefact.ts';
import { type Admission, type Standing, standingOf } from '~/domain/institution/standing.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { consentLock } from '~/server/consent/store.ts';
import type { Tx } from '~/server/db/client.ts';

/** The same lock as `lockConsents`, and whether there is such a firm for the reader at all, in one message. */
export async function lockConsentsOfFirm(tx: Tx, enterpriseId: EnterpriseId): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select e.id, ${consentLock(enterpriseId)}::text as locked
    from enterprise e where e.id = ${enterpriseId}::uuid`;
  return rows.length > 0;
}

/** What is asked before any consent is: whether the data may be used at all, how the reader stands, what the items allow. */
export type Gate = {
  readonly storedOnly: boolean;
  /** How the institution stands today; null where it is none that may receive data. */
  readonly standing: Standing | null;
  /** Of the named items those in force today; of all where none is named. */
  readonly items: readonly ConsentItem[];
};

type Wish = {
  readonly enterpriseId: EnterpriseId;
  readonly institutionId: InstitutionId | null;
  readonly codes: readonly string[] | null;
};
type Row = { readonly storedOnly: boolean; readonly party: Admission | null; readonly items: ConsentItem[] };

export async function readGate(
  tx: Tx,
  { enterpriseId, institutionId, codes }: Wish,
  today: Day,
): Promise<Gate> {
  const [row] = await tx.$queryRaw<Row[]>`
    select exists (select 1 from storage_only s where s.enterprise_id = ${enterpriseId}::uuid and s.until is null) as "storedOnly",
           (select json_build_object('kind', p.kind, 'state', p.state, 'assessmentExpiresOn', p.assessment_expires_on::text)
            from institution p where p.id = ${institutionId}::uuid and p.kind in ('bank', 'guarantor', 'insurer')) as party,
           (select coalesce(json_agg(json_build_object('code', i.code, 'version', i.version, 'subject', replace(i.subject, '_', '-'),
                     'sensitivity', i.sensitivity, 'ceiling', i.ceiling) order by i.class_code, i.code), '[]')
            from catalogue_item i
            where i.valid_from <= ${today}::date
              and not exists (select 1 from catalogue_item n where n.code = i.code and n.version > i.version and n.valid_from <= ${today}::date)
              and (i.valid_to is null or i.valid_to > ${today}::date)
              and (${codes}::text[] is null or i.code = any(${codes}::text[]))) as items`;
  const { storedOnly, party, items } = row as Row;
  return { storedOnly, standing: party && standingOf(party, today), items };
}

/** The locks of `lockConsents` for several firms, taken in the order given. */
export async function lockConsentsOfFirms(tx: Tx, enterpriseIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended('consent:' || o.firm, 0))
    from (select f.firm from unnest(${[...enterpriseIds]}::text[]) with ordinality f (firm, n) order by f.n) o`;
}

/** Of some firms those whose data may only be stored. */
export async function findStoredOnly(tx: Tx, enterpriseIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ firm: string }[]>`
    select distinct s.enterprise_id::text as firm from storage_only s
    where s.enterprise_id = any(${[...enterpriseIds]}::uuid[]) and s.until is null`;
  return new Set(rows.map(({ firm }) => firm));
}
