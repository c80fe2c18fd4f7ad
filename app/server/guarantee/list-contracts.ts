import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { contractOf } from '~/server/guarantee/contract-shown.ts';
import { findContracts } from '~/server/guarantee/store-pages.ts';

const pageSize = 25;

/** A guarantor's requests that wait, or its contracts. */
export function listContracts(actor: Actor, which: 'waiting' | 'decided', page: number) {
  asInstitution(actor);
  const states =
    which === 'waiting' ? ['requested', 'proposed'] : ['in-force', 'released', 'refused', 'withdrawn'];
  return withActor(actor, async (tx) => {
    const rows = await findContracts(tx, { states }, pageSize + 1, page * pageSize);
    return { contracts: rows.slice(0, pageSize).map(contractOf), page, more: rows.length > pageSize };
  });
}
