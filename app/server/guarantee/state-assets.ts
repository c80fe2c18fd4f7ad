import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addStanding } from '~/server/guarantee/store-book.ts';

export type AssetsRefusal = { readonly code: 'guarantee.assets-date'; readonly field: 'asOf' };

/** The guarantor states its net assets as of a day; the prudential limits are multiples of them. */
export function stateAssets(
  actor: Actor,
  stated: { readonly asOf: Day; readonly netAssets: Fen },
): Promise<Result<null, AssetsRefusal>> {
  const { institutionId, userId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    if (stated.asOf > clock.today()) return refuse({ code: 'guarantee.assets-date', field: 'asOf' });
    const id = randomUUID();
    const { asOf, netAssets: netAssetsFen } = stated;
    const by = { statedBy: userId, statedAt: clock.now() };
    await addStanding(tx, { guarantorId: institutionId, id, asOf: dateOfDay(asOf), netAssetsFen, ...by });
    const payload = { asOf, netAssetsFen };
    await recordChange(tx, actor, { kind: 'guarantee.assets-stated', institutionId, subjectId: id, payload });
    await appendAudit(tx, actor, { action: 'guarantee.assets-stated', detail: payload });
    return accept(null);
  });
}
