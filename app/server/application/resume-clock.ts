import { isPaused } from '~/domain/application/application.ts';
import { dueAfterPause } from '~/domain/application/clock.ts';
import { insist } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { advance } from '~/server/application/advance.ts';
import { type Application, responseClocks } from '~/server/application/store.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';

/**
 * Sets a clock that stood still running again: the working days from the day of asking to today, both included, are not
 * counted (domain.md edge case 11: a pause for documents stops the clock once). Nothing happens where none stands still.
 */
export async function resumeClock(tx: Tx, actor: Actor, application: Application): Promise<void> {
  const { pausedOn, clockFrom } = application;
  if (!isPaused(application) || !pausedOn) return;
  const { decisionWorkingDays } = await responseClocks(tx, clockFrom);
  const pause = { from: pausedOn, to: clock.today() };
  const decisionDueAt = dueAfterPause(clockFrom, decisionWorkingDays, pause);
  insist(await advance(tx, actor, application.id, { kind: 'resume', decisionDueAt }));
}
