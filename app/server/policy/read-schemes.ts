import type { Scheme } from '~/domain/policy/scheme.ts';
import type { Tx } from '~/server/db/client.ts';
import { asScheme } from '~/server/policy/as-scheme.ts';
import { findAllVersions } from '~/server/policy/store.ts';

/** Every published compensation and subsidy scheme, also ended ones: the rule decides what is in force on a day. */
export async function readSchemes(tx: Tx): Promise<Scheme[]> {
  const rows = [...(await findAllVersions(tx, 'compensation')), ...(await findAllVersions(tx, 'subsidy'))];
  return rows.map(asScheme);
}
