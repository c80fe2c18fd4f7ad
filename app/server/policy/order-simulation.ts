import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findDraft, findSchemeVersions } from '~/server/policy/store-drafts.ts';
import { addSimulation, addSimulationFile } from '~/server/policy/store-simulations.ts';

export type SimulationOrder = {
  /** `code@version` of a published version, or `draft:id`. */
  readonly what: string;
  readonly from: Day;
  readonly to: Day;
  readonly pool: Fen | null;
  readonly file: { readonly name: string; readonly content: Uint8Array } | null;
};

type OrderRefusal = { readonly code: 'policy.not-found' };

type Target = { readonly code: string; readonly version: number; readonly draftId: string | null };

async function findTarget(tx: Tx, what: string): Promise<Target | null> {
  if (what.startsWith('draft:')) {
    const draft = await findDraft(tx, what.slice(6));
    return draft ? { code: draft.code, version: draft.version, draftId: draft.id } : null;
  }
  const [code = '', version] = what.split('@');
  const row = (await findSchemeVersions(tx, code)).find((each) => each.version === Number(version));
  return row ? { code: row.code, version: row.version, draftId: null } : null;
}

/** Orders a replay of loans under a version or a draft; a worker runs it. The value is the simulation's id. */
export function orderSimulation(
  actor: Person,
  order: SimulationOrder,
): Promise<Result<string, OrderRefusal>> {
  const id = randomUUID();
  return withActor(actor, async (tx): Promise<Result<string, OrderRefusal>> => {
    const target = await findTarget(tx, order.what);
    if (!target) return refuse({ code: 'policy.not-found' });
    const { from, to, pool, file } = order;
    await addSimulation(tx, {
      id,
      schemeCode: target.code,
      schemeVersion: target.version,
      draftId: target.draftId,
      fileName: file?.name ?? null,
      from,
      to,
      pool,
      orderedBy: actor.userId,
      at: clock.now(),
    });
    if (file) await addSimulationFile(tx, id, file.content);
    const payload = { code: target.code, version: target.version, draft: target.draftId };
    await recordChange(tx, actor, {
      kind: 'policy.simulation-ordered',
      subjectId: id,
      payload,
      jobs: [{ name: 'policy.simulate', payload: { simulationId: id } }],
    });
    await appendAudit(tx, actor, { action: 'policy.simulated', detail: { simulation: id, ...payload } });
    return accept(id);
  });
}
