import { type Admission, type Standing, standingOf } from '~/domain/institution/standing.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId, ProductId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

/** An institution as a recipient of data, with whom to turn to and how it stands today. */
export type RecipientParty = {
  readonly id: InstitutionId;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly contact: string | null;
  readonly standing: Standing;
};

type PartyRow = Omit<RecipientParty, 'standing'> & Admission;

/** The institutions that read under a consent, and that acknowledge its end: banks. Guarantors and insurers read nothing here. */
export async function recipientParties(tx: Tx, today: Day): Promise<RecipientParty[]> {
  return partiesOf(tx, today, null);
}

async function partiesOf(tx: Tx, today: Day, only: InstitutionId | null): Promise<RecipientParty[]> {
  const rows = await tx.$queryRaw<PartyRow[]>`
    select id, name_zh as "nameZh", name_en as "nameEn", contact, kind, state,
           assessment_expires_on::text as "assessmentExpiresOn"
    from institution where kind = 'bank' and (${only}::uuid is null or id = ${only}::uuid)
    order by code`;
  return rows.map(({ kind, state, assessmentExpiresOn, ...party }) => ({
    ...party,
    standing: standingOf({ kind, state, assessmentExpiresOn }, today),
  }));
}

export async function recipientParty(tx: Tx, id: InstitutionId, today: Day): Promise<RecipientParty | null> {
  return (await partiesOf(tx, today, id))[0] ?? null;
}

/** The platform as the recipient of the evaluation consent. */
export async function platformParty(tx: Tx) {
  const [row] = await tx.$queryRaw<
    (Pick<RecipientParty, 'nameZh' | 'nameEn' | 'contact'> & { id: InstitutionId })[]
  >`
    select id, name_zh as "nameZh", name_en as "nameEn", contact from institution where kind = 'platform'`;
  if (!row) throw new Error('the platform is not seeded as an institution');
  return row;
}

/** A product on the shelf by its bank. */
export async function shelfProduct(tx: Tx, id: ProductId, institutionId: InstitutionId) {
  return tx.product.findFirst({
    where: { id, institutionId, state: 'published' },
    select: { id: true, nameZh: true, nameEn: true },
  });
}

export async function firmNames(tx: Tx, id: EnterpriseId) {
  const [row] = await tx.$queryRaw<{ id: string; uscc: string | null; name: string }[]>`
    select id, uscc, name from enterprise where id = ${id}::uuid`;
  return row ?? null;
}

export const institutionNames = (tx: Tx, id: InstitutionId) =>
  tx.institution.findUnique({ where: { id }, select: { nameZh: true, nameEn: true } });

/** Who an institution is and whom to turn to there, also where none like it receives anything any more. */
export const institutionContact = (tx: Tx, id: InstitutionId) =>
  tx.institution.findUnique({ where: { id }, select: { nameZh: true, nameEn: true, contact: true } });

/** English names of recipients and branches by id (the platform by `platform`), published products by id (what anybody may read) and catalogue items by code: signed texts are Chinese. */
export async function englishNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ key: string; name: string }[]>`
    select case kind when 'platform' then kind else id::text end as key, name_en as name from institution
    where kind in ('platform', 'bank', 'guarantor', 'insurer')
    union all select distinct on (code) code, name_en from (select * from catalogue_item order by code, version desc) i
    union all select id::text, name_en from branch
    union all select id::text, name_en from product where state = 'published'`;
  return new Map(rows.map(({ key, name }) => [key, name]));
}
