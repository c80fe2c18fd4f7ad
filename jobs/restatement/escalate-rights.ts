import type { Day } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { escalateOverdue } from '~/server/objection/escalate-overdue.ts';
import { escalateOverdueRepairs } from '~/server/repair/escalate-overdue.ts';
import { escalateSecondLooks } from '~/server/restatement/escalate-second-looks.ts';
import { setDecisionClocks } from '~/server/restatement/set-clocks.ts';
import { firmsOverdue } from '~/server/restatement/store.ts';

/** Once a day: clocks of objections, repairs and second looks that ran out, and banks' clocks that wait for an overdue answer. */
export async function escalateRights(tx: Tx, today: Day): Promise<void> {
  const actor = system('restatement.escalate-rights');
  await escalateOverdue(tx, actor, today);
  await escalateOverdueRepairs(tx, actor, today);
  await escalateSecondLooks(tx, today);
  for (const enterpriseId of await firmsOverdue(tx, today)) await setDecisionClocks(tx, actor, enterpriseId);
}
