import { overnight } from '~/domain/application/overnight.ts';
import { dayAt } from '~/domain/kernel/day.ts';
import type { Actor } from '~/server/access/actor.ts';
import { advance } from '~/server/application/advance.ts';
import { closeOffer, findApplication, responseClocks } from '~/server/application/store.ts';
import { overdueApplications } from '~/server/application/store-clock.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';

/**
 * What the passing of time brings (domain.md row E6): applications whose bank let a clock run out go back to the firm's
 * pool, a pause for documents ends with its published days, offers lapse that were not answered or became no contract.
 * Whatever the domain does not find due stays as it is, so repeating it changes nothing.
 */
export async function returnLapsedApplications(
  tx: Tx,
  actor: Actor,
): Promise<{ returned: number; lapsed: number }> {
  const done = { returned: 0, lapsed: 0 };
  for (const { id } of await overdueApplications(tx, clock.now(), clock.today())) {
    // A pause that ends may leave a clock that has run out already: the next step follows at once.
    const kinds = [await moveOn(tx, actor, id), await moveOn(tx, actor, id)];
    if (kinds.includes('lapse')) await closeOffer(tx, id, 'lapsed', clock.now());
    done.lapsed += kinds.includes('lapse') ? 1 : 0;
    done.returned += kinds.includes('return') ? 1 : 0;
  }
  return done;
}

async function moveOn(tx: Tx, actor: Actor, id: string) {
  const application = await findApplication(tx, id);
  if (!application) return null;
  const submittedOn = dayAt(application.submittedAt);
  const command = overnight(application, submittedOn, await responseClocks(tx, submittedOn));
  if (!command) return null;
  return (await advance(tx, actor, id, command)).ok ? command.kind : null;
}
