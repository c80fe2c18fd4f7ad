import { type Database, database, Prisma, type Tx } from '~/server/db/client.ts';

type Kept = { readonly version: string; readonly value: unknown };

/** By database: a process that is pointed at another one remembers nothing of the first. */
const kept = new WeakMap<Database, Map<string, Kept>>();

/** The version of what is the same for everybody (products, institutions, rates, policies, the catalogue, names, cards), as a column. */
export const versionColumn: Prisma.Sql = Prisma.sql`
  (select count(*) || '.' || coalesce(max(v.id), 0) from public_change v) as "publicVersion"`;

/** The same alone. */
export async function publicVersion(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ publicVersion: string }[]>`select ${versionColumn}`;
  return row?.publicVersion ?? '';
}

/**
 * Something that is the same for every reader, read once for each version of what it is made of and kept in the process.
 * The version is read first, so that a change beside it is at the latest seen by the next request. Nothing that row-level
 * security would hide from anybody may be kept.
 */
export async function keptFor<T>(
  tx: Tx,
  key: string,
  version: string,
  load: (tx: Tx) => Promise<T>,
): Promise<T> {
  const own = kept.get(database()) ?? new Map<string, Kept>();
  kept.set(database(), own);
  const known = own.get(key);
  if (known?.version === version) return known.value as T;
  const value = await load(tx);
  own.set(key, { version, value });
  return value;
}
