import type { BatchTx } from '~/server/db/batch-client.ts';

export type FirmSource = {
  /** How firms are named in the stage: by credit code, or by the ids of a data set. */
  readonly firms: 'uscc' | 'data-set';
  /** The origin kept with new firms: the data set's name, or `register`. */
  readonly origin: string;
  readonly knownAt: Date;
};

/**
 * Registers the firms that the stage names and this platform does not know, and finds all of them: afterwards the
 * temporary table `named_firm` holds the enterprise of each. In a data set every id is a firm; a credit code becomes
 * one only through a register's own record.
 */
export async function registerFirms(tx: BatchTx, source: FirmSource): Promise<void> {
  const { client } = tx;
  await client.query('create temporary table named_firm (firm text, enterprise_id uuid) on commit drop');
  if (source.firms === 'data-set') {
    await addDataSetFirms(tx, source);
    await client.query(findByExternalId, [source.origin]);
  } else {
    await addRegisteredFirms(tx, source);
    await client.query(findByUscc);
  }
  await client.query('analyze named_firm');
}

const named = '(select distinct firm from stage where firm is not null)';

const findByExternalId = `
  insert into named_firm
  select s.firm, e.id from ${named} s join enterprise e on e.source = $1 and e.external_id = s.firm`;

/** A firm is found under every code it ever had (domain.md edge case 8). */
const findByUscc = `
  insert into named_firm
  select s.firm, coalesce(e.id, former.enterprise_id)
  from ${named} s
  left join enterprise e on e.uscc = s.firm
  left join lateral (
    select i.enterprise_id from enterprise_identity i where i.scheme = 'uscc' and i.value = s.firm limit 1
  ) former on e.id is null
  where coalesce(e.id, former.enterprise_id) is not null`;

async function addDataSetFirms({ client }: BatchTx, { origin, knownAt }: FirmSource): Promise<void> {
  await client.query(
    `with added as (
       insert into enterprise (id, source, external_id, kind, name, created_at)
       select gen_random_uuid(), $1, firm, 'company', firm, $2 from ${named} s
       on conflict (source, external_id) do nothing
       returning id, external_id)
     insert into enterprise_identity (enterprise_id, id, scheme, value, warnings, known_at)
     select id, gen_random_uuid(), $1, external_id, '{}', $2 from added`,
    [origin, knownAt],
  );
}

/** What registers say, one row a firm; a register that contradicts itself is in quarantine already. */
const registrations = `
  select distinct on (firm) firm, occurred_on, category as status, registration->>'name' as name,
         registration->>'kind' as kind, registration->>'regionCode' as region, registration->>'industryCode' as industry,
         array(select jsonb_array_elements_text(registration->'warnings')) as warnings
  from stage where registration is not null and reason is null order by firm, row_no`;

async function addRegisteredFirms({ client }: BatchTx, { origin, knownAt }: FirmSource): Promise<void> {
  await client.query(`create temporary table registered on commit drop as ${registrations}`);
  await client.query(
    `with added as (
       insert into enterprise (id, uscc, source, kind, name, region_code, industry_code, industry_version,
                               established_on, status, created_at)
       select gen_random_uuid(), firm, $1, kind, name, region, industry, 'GB/T 4754-2017', occurred_on, status, $2
       from registered on conflict (uscc) do nothing
       returning id, uscc)
     insert into enterprise_identity (enterprise_id, id, scheme, value, warnings, valid_from, known_at)
     select a.id, gen_random_uuid(), i.scheme, i.value, i.warnings, r.occurred_on, $2
     from added a join registered r on r.firm = a.uscc
     cross join lateral (values ('uscc', r.firm, r.warnings), ('name', r.name, '{}'::text[])) i (scheme, value, warnings)`,
    [origin, knownAt],
  );
  await updateRegisteredFirms(client, knownAt);
}

/** The register's word replaces what was known; a former name stays in the identity history. */
async function updateRegisteredFirms(client: BatchTx['client'], knownAt: Date): Promise<void> {
  await client.query(
    `with renamed as (
       select e.id, r.name from registered r join enterprise e on e.uscc = r.firm and e.name <> r.name),
     closed as (
       update enterprise_identity i set valid_to = ($1::timestamptz at time zone 'Asia/Shanghai')::date
       from renamed n where i.enterprise_id = n.id and i.scheme = 'name' and i.valid_to is null)
     insert into enterprise_identity (enterprise_id, id, scheme, value, warnings, valid_from, known_at)
     select id, gen_random_uuid(), 'name', name, '{}', ($1::timestamptz at time zone 'Asia/Shanghai')::date, $1 from renamed`,
    [knownAt],
  );
  await client.query(
    `update enterprise e
     set name = r.name, region_code = coalesce(r.region, e.region_code), status = r.status,
         industry_code = coalesce(r.industry, e.industry_code), established_on = r.occurred_on
     from registered r
     where r.firm = e.uscc and (e.name, e.region_code, e.status, e.industry_code, e.established_on) is distinct from
           (r.name, coalesce(r.region, e.region_code), r.status, coalesce(r.industry, e.industry_code), r.occurred_on)`,
  );
}
