import { randomUUID } from 'node:crypto';
import { dayAt } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Aim, type JoinRefusal, mayJoin } from '~/domain/loan/cultivation.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  addCultivation,
  borrowingOf,
  endCultivation,
  isOpen,
  openCultivation,
} from '~/server/loan/store-cultivation.ts';

const kinds = {
  'first-loan': { join: 'loan.cultivation-joined', leave: 'loan.cultivation-left' },
  offers: { join: 'loan.prospect-joined', leave: 'loan.prospect-left' },
} as const satisfies { [A in Aim]: { [W in 'join' | 'leave']: string } };

export type CultivationRefusal = JoinRefusal | { readonly code: 'loan.not-cultivated' };

/** The firm joins the list of an aim, which is its consent to be known to banks by name, or leaves it. */
export function changeCultivation(
  actor: Actor,
  wish: 'join' | 'leave',
  aim: Aim = 'first-loan',
): Promise<Result<null, CultivationRefusal>> {
  const { enterpriseId, userId } = asFirm(actor);
  return withActor(actor, async (tx): Promise<Result<null, CultivationRefusal>> => {
    const at = clock.now();
    const listed = await openCultivation(tx, enterpriseId, aim);
    const isListed = listed !== null && isOpen(listed, dayAt(at));
    if (wish === 'join') {
      const may = mayJoin({ ...(await borrowingOf(tx, enterpriseId)), isListed }, aim);
      if (!may.ok) return may;
      if (listed) await endCultivation(tx, listed.id, at);
      await addCultivation(tx, { enterpriseId, id: randomUUID(), aim, joinedBy: userId, joinedAt: at });
    } else {
      if (!listed || !isListed) return refuse({ code: 'loan.not-cultivated' });
      await endCultivation(tx, listed.id, at);
    }
    const kind = kinds[aim][wish];
    await recordChange(tx, actor, { kind, enterpriseId });
    await appendAudit(tx, actor, { action: kind, enterpriseId });
    return accept(null);
  });
}
