import type { Actor } from '~/server/access/actor.ts';
import { advance } from '~/server/application/advance.ts';
import { closeOffer } from '~/server/application/store.ts';
import { overdueApplications } from '~/server/application/store-clock.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';

/**
 * Gives applications whose bank let a clock run out back to the firm's pool, and closes offers past their last day
 * (domain.md row E6). Whatever the domain does not find due stays as it is, so repeating it changes nothing.
 */
export async function returnLapsedApplications(
  tx: Tx,
  actor: Actor,
): Promise<{ returned: number; lapsed: number }> {
  const done = { returned: 0, lapsed: 0 };
  for (const { id, state } of await overdueApplications(tx, clock.now(), clock.today())) {
    const kind = state === 'approved' ? 'lapse' : 'return';
    const moved = await advance(tx, actor, id, { kind });
    if (!moved.ok) continue;
    if (kind === 'lapse') await closeOffer(tx, id, 'lapsed', clock.now());
    done[kind === 'lapse' ? 'lapsed' : 'returned'] += 1;
  }
  return done;
}
