import type { Consent, ConsentItem, Purpose, Recipient } from '~/domain/consent/artefact.ts';
import { chainStart } from '~/domain/consent/receipt.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type {
  BranchId,
  ConsentId,
  EnterpriseId,
  InstitutionId,
  ProductId,
  UserId,
} from '~/domain/kernel/id.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import type { Consent as ConsentRow } from '~/server/db/prisma/client.ts';

/** The seal of a consent: what was signed and how it hangs in the firm's chain. */
export type Seal = {
  readonly body: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly signature: string;
  readonly keyId: string;
  /** The consent that this one takes the place of. */
  readonly renews: string | null;
};
export type SealedConsent = Consent & Seal;

const dayOf = (date: Date | null): Day | null => date && dayOfDate(date);
const dateOf = (day: Day | null): Date | null => day && dateOfDay(day);

const recipientOf = (row: ConsentRow): Recipient =>
  row.recipientKind === 'platform'
    ? { kind: 'platform' }
    : {
        kind: 'institution',
        institutionId: row.institutionId as InstitutionId,
        ...(row.branchId && { branchId: row.branchId as BranchId }),
        productId: row.productId as ProductId | null,
      };

const toConsent = (row: ConsentRow): SealedConsent => ({
  ...row,
  id: row.id as ConsentId,
  enterpriseId: row.enterpriseId as EnterpriseId,
  recipient: recipientOf(row),
  purpose: row.purpose as Purpose,
  detail: row.detail as Consent['detail'],
  mode: row.mode as Consent['mode'],
  fetchType: row.fetchType as Consent['fetchType'],
  dataFrom: dayOf(row.dataFrom),
  dataTo: dayOf(row.dataTo),
  grantedBy: row.grantedBy as UserId,
});

/** The lock on the consents of a firm, to be taken in any statement. */
export const consentLock = (enterpriseId: EnterpriseId): Prisma.Sql =>
  Prisma.sql`pg_advisory_xact_lock(hashtextextended(${`consent:${enterpriseId}`}, 0))`;

/** Grants, withdrawals and reads of one firm happen one after another, so that a count or a withdrawal holds at once. */
export const lockConsents = (tx: Tx, enterpriseId: EnterpriseId) =>
  tx.$executeRaw`select ${consentLock(enterpriseId)}`;

/** Every consent of a firm that the actor may see, the newest first. */
export async function consentsOf(tx: Tx, enterpriseId: EnterpriseId): Promise<SealedConsent[]> {
  const rows = await tx.consent.findMany({ where: { enterpriseId }, orderBy: { grantedAt: 'desc' } });
  return rows.map(toConsent);
}

/** The consents of a firm to one recipient; `null` is the platform. */
export async function consentsTo(tx: Tx, enterpriseId: EnterpriseId, institutionId: InstitutionId | null) {
  const rows = await tx.consent.findMany({ where: { enterpriseId, institutionId } });
  return rows.map(toConsent);
}

/** The consents of some firms to some institutions. */
export async function consentsBetween(
  tx: Tx,
  enterpriseIds: readonly string[],
  institutionIds: readonly string[],
): Promise<SealedConsent[]> {
  const rows = await tx.consent.findMany({
    where: { enterpriseId: { in: [...enterpriseIds] }, institutionId: { in: [...institutionIds] } },
  });
  return rows.map(toConsent);
}

export async function consentById(tx: Tx, id: ConsentId): Promise<SealedConsent | null> {
  const row = await tx.consent.findFirst({ where: { id } });
  return row && toConsent(row);
}

export async function consentBySeal(tx: Tx, hash: string, signature: string): Promise<SealedConsent | null> {
  const row = await tx.consent.findFirst({ where: { hash, signature } });
  return row && toConsent(row);
}

/** The hash of the firm's last consent: the one that no other follows. */
export async function lastConsentHash(tx: Tx, enterpriseId: EnterpriseId): Promise<string> {
  const [last] = await tx.$queryRaw<{ hash: string }[]>`
    select hash from consent c where enterprise_id = ${enterpriseId}::uuid
      and not exists (select 1 from consent n where n.enterprise_id = c.enterprise_id and n.previous_hash = c.hash)`;
  return last?.hash ?? chainStart;
}

export async function insertConsent(tx: Tx, consent: Consent, seal: Seal): Promise<void> {
  const { recipient, dataFrom, dataTo, items, revokedAt: _active, pausedAt: _inUse, ...plain } = consent;
  const bank = recipient.kind === 'institution' ? recipient : null;
  await tx.consent.create({
    data: {
      ...plain,
      ...seal,
      items: [...items],
      recipientKind: recipient.kind,
      institutionId: bank?.institutionId ?? null,
      branchId: bank?.branchId ?? null,
      productId: bank?.productId ?? null,
      dataFrom: dateOf(dataFrom),
      dataTo: dateOf(dataTo),
    },
  });
}

export const markWithdrawn = (tx: Tx, consent: Consent, by: UserId, at: Date) =>
  tx.consent.updateMany({
    where: { enterpriseId: consent.enterpriseId, id: consent.id, revokedAt: null },
    data: { revokedAt: at, revokedBy: by },
  });

/** Accepted reads under each consent since an instant, counted in the audit log itself. */
export async function readsSince(
  tx: Tx,
  ids: readonly ConsentId[],
  since: Date,
): Promise<Map<ConsentId, number>> {
  const rows = await tx.$queryRaw<{ id: ConsentId; reads: number }[]>`
    select consent_id as id, count(*)::int as reads from audit_entry
    where consent_id = any(${ids}::uuid[]) and action = 'consent.read' and outcome = 'ok' and at >= ${since}
    group by consent_id`;
  return new Map(rows.map((row) => [row.id, row.reads]));
}

export type CatalogueRow = ConsentItem & {
  readonly classCode: string;
  readonly className: { readonly zh: string; readonly en: string };
  readonly nameZh: string;
  readonly nameEn: string;
  readonly provider: { readonly zh: string; readonly en: string };
};

/** The catalogue as it is in force today, in the order of its classes. */
export async function catalogueToday(tx: Tx, today: Day): Promise<CatalogueRow[]> {
  const rows = await tx.$queryRaw<(Omit<CatalogueRow, 'provider'> & { zh: string; en: string })[]>`
    select distinct on (i.class_code, i.code) i.code, i.version, replace(i.subject, '_', '-') as subject, i.sensitivity, i.ceiling,
           i.class_code as "classCode", i.meaning->'className' as "className", i.name_zh as "nameZh", i.name_en as "nameEn", p.name_zh as zh, p.name_en as en
    from catalogue_item i join institution p on p.id = i.provider_id
    where i.valid_from <= ${today}::date
      and not exists (select 1 from catalogue_item n where n.code = i.code and n.version > i.version and n.valid_from <= ${today}::date)
      and (i.valid_to is null or i.valid_to > ${today}::date)
    order by i.class_code, i.code, i.version desc`;
  return rows.map(({ zh, en, ...item }) => ({ ...item, provider: { zh, en } }));
}
