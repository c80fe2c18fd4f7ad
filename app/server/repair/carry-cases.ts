import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { writeCaseStep } from '~/server/objection/write-step.ts';
import {
  type Carried,
  closeCarried,
  copyStatements,
  copySteps,
  endUndone,
  lockCarrying,
  openCarried,
  reopenCarried,
} from '~/server/repair/store-carry.ts';

const kinds = ['objection', 'repair'] as const;

/**
 * Takes what is pending about records along with them (domain.md edge case 8): objections, repairs and own statements of
 * a firm that was absorbed or divided go on in its successors' books, under the same clocks; the flag and a suspended
 * disclosure hold there. Where a succession was undone they go back. At rest it changes nothing.
 */
export function carryCases(actor: Actor): Promise<void> {
  return withActor(actor, async (tx) => {
    await lockCarrying(tx);
    const at = clock.now();
    for (const kind of kinds) await carryBack(tx, actor, kind, at);
    await copyStatements(tx);
    let opened: Carried[];
    do {
      opened = [...(await openCarried(tx, 'objection')), ...(await openCarried(tx, 'repair'))];
      if (opened.length > 0) await copySteps(tx);
      for (const each of opened) await step(tx, actor, each, 'carried-over', 'filed');
      for (const kind of kinds)
        for (const each of await closeCarried(tx, kind, at))
          await step(tx, actor, each, 'carried-over', 'ended');
    } while (opened.length > 0);
  });
}

async function carryBack(tx: Tx, actor: Actor, kind: Carried['kind'], at: Date): Promise<void> {
  const reopened = await reopenCarried(tx, kind);
  for (const each of await endUndone(tx, kind, at)) await step(tx, actor, each, 'carried-back', 'ended');
  for (const each of reopened) await step(tx, actor, each, 'carried-back', null);
}

/** Written into the history of the case; the clocks of open applications follow an objection. */
const step = (
  tx: Tx,
  actor: Actor,
  { kind, ...of }: Carried,
  name: 'carried-over' | 'carried-back',
  at: 'filed' | 'ended' | null,
) =>
  writeCaseStep(
    tx,
    actor,
    { kind, ...of },
    {
      name,
      tell: ['firm', 'provider'],
      ...(kind === 'objection' &&
        at && {
          jobs: [
            {
              name: 'restatement.set-clocks' as const,
              payload: { enterpriseId: of.enterpriseId, ref: of.id, at },
            },
          ],
        }),
    },
  );
