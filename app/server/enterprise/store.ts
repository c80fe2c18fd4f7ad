import { randomUUID } from 'node:crypto';
import type { KnownFirm } from '~/domain/enterprise/registration.ts';
import type { Uscc } from '~/domain/enterprise/uscc.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import { industryVersion } from '~/server/enterprise/store-reference.ts';

/** Keeps two registrations of one code apart until the transaction ends. */
export const lockUscc = (tx: Tx, uscc: Uscc) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`uscc ${uscc}`}))`;

type KnownRow = { id: string; name: string; status: string; has_account: boolean };

/** The firm that has or had this code, under whatever name and from whatever source. */
export async function findByUscc(tx: Tx, uscc: Uscc): Promise<KnownFirm | null> {
  const [row] = await tx.$queryRaw<KnownRow[]>`
    select e.id, e.name, e.status,
           exists (select 1 from user_account u where u.enterprise_id = e.id) as has_account
    from enterprise e
    where e.uscc = ${uscc}
       or e.id in (select enterprise_id from enterprise_identity where scheme = 'uscc' and value = ${uscc})
    order by e.uscc is distinct from ${uscc}
    limit 1`;
  if (!row) return null;
  return { id: row.id as EnterpriseId, name: row.name, status: row.status, hasAccount: row.has_account };
}

export type NewFirm = {
  readonly id: EnterpriseId;
  readonly uscc: Uscc;
  readonly kind: 'company' | 'sole-trader';
  readonly name: string;
  readonly regionCode: string;
  readonly industryCode: string;
  readonly establishedOn: Day | null;
  readonly now: Date;
};

export const addFirm = (tx: Tx, firm: NewFirm) =>
  tx.enterprise.createMany({
    data: [
      {
        id: firm.id,
        uscc: firm.uscc,
        source: 'registered',
        kind: firm.kind,
        name: firm.name,
        regionCode: firm.regionCode,
        industryCode: firm.industryCode,
        industryVersion,
        establishedOn: firm.establishedOn && dateOfDay(firm.establishedOn),
        createdAt: firm.now,
      },
    ],
  });

/** Fills what the record of a claimed firm leaves open; what it says stays. */
export const fillGaps = (tx: Tx, firm: NewFirm) => tx.$executeRaw`
  update enterprise set
    region_code = coalesce(region_code, ${firm.regionCode}),
    industry_version = case when industry_code is null then ${industryVersion} else industry_version end,
    industry_code = coalesce(industry_code, ${firm.industryCode}),
    established_on = coalesce(established_on, ${firm.establishedOn}::date)
  where id = ${firm.id}::uuid`;

export type Identity = {
  readonly scheme: 'uscc' | 'name';
  readonly value: string;
  readonly warnings: readonly string[];
  readonly from: Day | null;
};

/** Adds the names and codes that the firm's history does not hold yet. */
export async function addIdentities(
  tx: Tx,
  id: EnterpriseId,
  now: Date,
  identities: readonly Identity[],
): Promise<void> {
  for (const { scheme, value, warnings, from } of identities)
    await tx.$executeRaw`
      insert into enterprise_identity (enterprise_id, id, scheme, value, warnings, valid_from, known_at)
      select ${id}::uuid, ${randomUUID()}::uuid, ${scheme}, ${value}, ${[...warnings]}::text[], ${from}::date, ${now}
      where not exists (select 1 from enterprise_identity
                        where enterprise_id = ${id}::uuid and scheme = ${scheme} and value = ${value} and valid_to is null)`;
}

export type Declared = {
  readonly employees: number | null;
  readonly revenue: Fen | null;
  readonly assets: Fen | null;
  readonly figuresYear: number | null;
  readonly sizeClass: string;
  readonly address: string | null;
};

export const storeDeclared = (tx: Tx, enterpriseId: EnterpriseId, declared: Declared, now: Date) => {
  const { employees, revenue: revenueFen, assets: assetsFen, sizeClass, figuresYear, address } = declared;
  const data = { employees, revenueFen, assetsFen, sizeClass, figuresYear, address, updatedAt: now };
  return tx.enterpriseProfile.upsert({
    where: { enterpriseId },
    create: { enterpriseId, ...data },
    update: data,
  });
};

export const storePlace = (tx: Tx, id: EnterpriseId, regionCode: string, industryCode: string) =>
  tx.enterprise.updateMany({ where: { id }, data: { regionCode, industryCode, industryVersion } });

/** The firm with what it declares and every name and code it ever had. */
export async function readFirm(tx: Tx, id: EnterpriseId) {
  const firm = await tx.enterprise.findUniqueOrThrow({ where: { id } });
  const profile = await tx.enterpriseProfile.findUnique({ where: { enterpriseId: id } });
  const identities = await tx.enterpriseIdentity.findMany({
    where: { enterpriseId: id },
    orderBy: [{ scheme: 'asc' }, { validFrom: 'desc' }, { knownAt: 'desc' }],
  });
  return {
    uscc: firm.uscc,
    name: firm.name,
    kind: firm.kind as 'company' | 'sole-trader',
    status: firm.status,
    source: firm.source,
    regionCode: firm.regionCode,
    industryCode: firm.industryCode,
    establishedOn: firm.establishedOn && dayOfDate(firm.establishedOn),
    profile,
    identities: identities.map((i) => ({
      id: i.id,
      scheme: i.scheme,
      value: i.value,
      warnings: i.warnings,
      from: i.validFrom && dayOfDate(i.validFrom),
      to: i.validTo && dayOfDate(i.validTo),
    })),
  };
}
