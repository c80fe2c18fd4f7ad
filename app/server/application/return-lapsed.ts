import type { ResponseClocks } from '~/domain/application/clock.ts';
import { overnight } from '~/domain/application/overnight.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { Actor } from '~/server/access/actor.ts';
import { advance } from '~/server/application/advance.ts';
import { findApplication, responseClocks } from '~/server/application/store.ts';
import { overdueApplications, type Waiting } from '~/server/application/store-clock.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';

/**
 * What the passing of time brings (domain.md row E6): applications whose bank let a clock run out go back to the firm's
 * pool, a pause for documents ends with its published days, offers lapse that were not answered or became no contract, and contracts that brought no money.
 * Whatever the domain does not find due stays as it is, so repeating it changes nothing.
 */
export async function returnLapsedApplications(
  tx: Tx,
  actor: Actor,
  pageSize = 500,
): Promise<{ returned: number; lapsed: number }> {
  const done = { returned: 0, lapsed: 0 };
  const night: Night = { tx, actor, clocks: new Map() };
  const [now, today] = [clock.now(), clock.today()];
  let page: Waiting[];
  let after: Waiting | null = null;
  do {
    page = await overdueApplications(tx, { now, today }, after, pageSize);
    for (const waiting of page) {
      let kind = await moveOn(night, waiting.id);
      // A pause that ends may leave a clock that has run out already: the next step follows at once.
      if (kind === 'end-pause') kind = await moveOn(night, waiting.id);
      done.lapsed += kind === 'lapse' ? 1 : 0;
      done.returned += kind === 'return' ? 1 : 0;
    }
    after = page.at(-1) ?? null;
  } while (page.length === pageSize);
  return done;
}

/** One run through the night; the clocks by the day from which that of an application counts. */
type Night = { readonly tx: Tx; readonly actor: Actor; readonly clocks: Map<Day, ResponseClocks> };

async function moveOn({ tx, actor, clocks }: Night, id: string) {
  const application = await findApplication(tx, id);
  if (!application) return null;
  const { clockFrom } = application;
  const known = clocks.get(clockFrom) ?? (await responseClocks(tx, clockFrom));
  clocks.set(clockFrom, known);
  const command = overnight(application, known);
  if (!command) return null;
  return (await advance(tx, actor, id, command)).ok ? command.kind : null;
}
