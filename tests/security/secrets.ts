import { tenantOf } from '#tests/security/people.ts';
import type { Watch } from '#tests/security/watch.ts';
import { houseOf, type Person } from '~/server/access/actor.ts';

/** Texts that must never reach a reader: ids of rows that are another tenant's, and credit codes of strangers. */
export type Secrets = ReadonlySet<string>;

type Marker = { readonly marker: string };

/** Ids of rows that only one firm and one institution may know of. */
const shared = [
  'application',
  'offer',
  'loan',
  'alert',
  'alert_measure',
  'alert_document',
  'attachment',
  'consent',
  'subsidy_entitlement',
  'subsidy_reclaim',
];
/** Ids of rows that a firm alone may know of. */
const firms = ['need', 'score_sheet'];

const idsOutside = (tables: readonly string[], column: string): string =>
  tables
    .map((table) => `select id::text as marker from ${table} where ${column} is distinct from $1::uuid`)
    .join(' union all ');

/** Firms that an institution has nothing to do with, and people who are not its own. */
const strangersOfBank = `
  select e.id::text as marker from enterprise e where not exists
    (select 1 from application a where a.enterprise_id = e.id and a.institution_id = $1::uuid)
    and not exists (select 1 from consent c where c.enterprise_id = e.id and c.institution_id = $1::uuid)
  union all select e.uscc from enterprise e where e.uscc is not null and not exists
    (select 1 from application a where a.enterprise_id = e.id and a.institution_id = $1::uuid)
    and not exists (select 1 from consent c where c.enterprise_id = e.id and c.institution_id = $1::uuid)
  union all select id::text from user_account where institution_id is distinct from $1::uuid`;

/** A guarantor knows the firms that it was asked to cover, and no loan or application by its id. */
const strangersOfGuarantor = `
  select e.id::text as marker from enterprise e where not exists
    (select 1 from guarantee_contract g where g.enterprise_id = e.id and g.guarantor_id = $1::uuid)
  union all select e.uscc from enterprise e where e.uscc is not null and not exists
    (select 1 from guarantee_contract g where g.enterprise_id = e.id and g.guarantor_id = $1::uuid)
  union all select id::text from guarantee_contract where guarantor_id <> $1::uuid
  union all select id::text from user_account where institution_id is distinct from $1::uuid`;

const strangersOfFirm = `
  select id::text as marker from enterprise where id <> $1::uuid
  union all select uscc from enterprise where uscc is not null and id <> $1::uuid
  union all select id::text from user_account where enterprise_id is distinct from $1::uuid
  union all select id::text from invitation where enterprise_id is distinct from $1::uuid`;

const everything = `${idsOutside([...shared, ...firms], 'id')} union all select id::text from enterprise
  union all select uscc from enterprise where uscc is not null`;

const known = new Map<string, Promise<Secrets>>();

/** What this person must not come to see; operators may see every tenant and are held by their roles instead. */
export function secretsFrom(watch: Watch, person: Person | null): Promise<Secrets> {
  const house = person ? houseOf[person.role] : 'public';
  const tenant = person ? tenantOf(person) : '';
  const key = `${house} ${tenant}`;
  const found = known.get(key) ?? read(watch, house, tenant);
  known.set(key, found);
  return found;
}

const nobody = '00000000-0000-0000-0000-000000000000';

async function read(watch: Watch, house: string, tenant: string): Promise<Secrets> {
  const sql = sqlFor(house);
  if (!sql) return new Set();
  const rows = await watch.rows<Marker>(sql, [house === 'public' || house === 'regulator' ? nobody : tenant]);
  return new Set(rows.map(({ marker }) => marker));
}

function sqlFor(house: string): string | null {
  if (house === 'enterprise')
    return `${idsOutside([...shared, ...firms], 'enterprise_id')} union all ${strangersOfFirm}`;
  if (house === 'institution') return `${idsOutside(shared, 'institution_id')} union all ${strangersOfBank}`;
  if (house === 'guarantor')
    return `${idsOutside(shared, 'institution_id')} union all ${strangersOfGuarantor}`;
  if (house === 'provider') return idsOutside([...shared, ...firms], 'id');
  if (house === 'operator') return null;
  return everything;
}

const markers = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9A-Z]{18}\b/g;

/**
 * Addresses that are made to name firms: by what anybody may know of them, or because the firms asked to be on a list for banks. Their
 * credit codes are no secret there, ids are.
 */
const publicLists: ReadonlySet<string> = new Set([
  '/bank/public-list.csv',
  '/bank/first-loans',
  '/bank/prospects',
]);

/** The first secret that a text gives away, or null. What the reader typed into the address is not given away by it. */
export function secretIn(text: string, secrets: Secrets, asked: string, pattern: string): string | null {
  const found = text.match(markers) ?? [];
  const isSecret = (marker: string) =>
    secrets.has(marker) && !asked.includes(marker) && !(publicLists.has(pattern) && marker.length === 18);
  return found.find(isSecret) ?? null;
}
