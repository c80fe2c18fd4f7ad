import { addDays, type Day, startOf } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { pendingSpans } from '~/domain/objection/objection.ts';
import { type Dispute, decisionLastDay, openDays } from '~/domain/restatement/decision-clock.ts';
import type { Actor } from '~/server/access/actor.ts';
import { responseClocks } from '~/server/application/store.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { type DisputedCase, disputesOf, openClocks, setDecisionDue } from '~/server/restatement/store.ts';

/**
 * Sets the bank's decision clock of each open application from all disputes there are: it stands still on days on which a
 * record that the application's consent opens is disputed and others could see it. Worked out anew each time, so that the order in which disputes
 * begin and end changes nothing; the day on which one ends runs again. Returns how many clocks moved.
 */
export async function setDecisionClocks(tx: Tx, actor: Actor, enterpriseId: EnterpriseId): Promise<number> {
  const disputes = await disputesOf(tx, enterpriseId);
  const today = clock.today();
  let moved = 0;
  for (const application of await openClocks(tx, enterpriseId)) {
    const { decisionWorkingDays } = await responseClocks(tx, application.clockFrom);
    const spans = disputes
      .filter(({ item }) => application.items.includes(item))
      .flatMap((dispute) => spansOf(dispute, today));
    const { pausedOn, resumedOn } = application;
    if (pausedOn) spans.push({ from: pausedOn, to: resumedOn ?? today });
    const due = startOf(addDays(decisionLastDay(application.clockFrom, decisionWorkingDays, spans), 1));
    if (due.getTime() === application.decisionDueAt.getTime()) continue;
    await setDecisionDue(tx, enterpriseId, application.id, due);
    await recordChange(tx, actor, {
      kind: 'restatement.clock-set',
      enterpriseId,
      subjectId: application.id,
      payload: { from: application.decisionDueAt.toISOString(), to: due.toISOString() },
    });
    moved += 1;
  }
  return moved;
}

/** The days on which the clock stands still: the one that ends a span runs again, one that lasts goes on to its last day. */
const spansOf = ({ due, seals, ...dispute }: DisputedCase, today: Day): readonly Dispute[] =>
  pendingSpans(dispute).flatMap(({ from, to }) =>
    openDays({ from, to: to ? addDays(to, -1) : due && due > today ? due : today }, seals),
  );
