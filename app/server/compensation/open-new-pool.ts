import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { schemesInForce } from '~/domain/policy/scheme.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { openPool } from '~/server/compensation/open-pool.ts';
import { findPoolByCode, findPools } from '~/server/compensation/store-pool.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readSchemes } from '~/server/policy/read-schemes.ts';

type NewPool = { readonly schemeCode: string; readonly nameZh: string; readonly nameEn: string };

export type OpenPoolRefusal = { readonly code: 'compensation.no-scheme'; readonly field: 'schemeCode' };

/** Compensation schemes in force that no pool pays under yet. */
export async function schemesWithoutPool(tx: Tx) {
  const taken = new Set((await findPools(tx)).map(({ schemeCode }) => schemeCode));
  return schemesInForce(await readSchemes(tx), clock.today())
    .filter((scheme) => scheme.kind === 'compensation' && !taken.has(scheme.code))
    .map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn }));
}

/** Opens a pool under a scheme that has none; loans disbursed from now on are enrolled with it. */
export function openNewPool(actor: Actor, wish: NewPool): Promise<Result<string, OpenPoolRefusal>> {
  asPerson(actor);
  return withActor(actor, async (tx) => {
    const open = await schemesWithoutPool(tx);
    const code = wish.schemeCode;
    if (!open.some((scheme) => scheme.code === code) || (await findPoolByCode(tx, code)))
      return refuse({ code: 'compensation.no-scheme', field: 'schemeCode' });
    const id = randomUUID();
    await openPool(tx, { id, code, ...wish });
    await recordChange(tx, actor, { kind: 'compensation.pool-opened', subjectId: id, payload: { code } });
    await appendAudit(tx, actor, { action: 'compensation.pool-opened', detail: { pool: code } });
    return accept(id);
  });
}
