import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { notify } from '~/server/platform/notify.ts';
import { type Announced, completeRestatement, dueAnnouncements } from '~/server/restatement/store.ts';
import { scoreFirm } from '~/server/score/score-firm.ts';
import { latestSheet } from '~/server/score/store.ts';

/** Announced falls whose day has come: the firm is scored on what is known now, and told. Returns how many took effect. */
export async function takeAnnouncedEffect(tx: Tx, actor: Actor, today: Day): Promise<number> {
  const due = await dueAnnouncements(tx, today);
  for (const enterpriseId of new Set(due.map((each) => each.enterpriseId))) {
    await scoreFirm(tx, actor, { enterpriseId, cause: 'correction' });
    for (const announced of due.filter((each) => each.enterpriseId === enterpriseId))
      await complete(tx, actor, enterpriseId, announced);
  }
  return due.length;
}

async function complete(
  tx: Tx,
  actor: Actor,
  enterpriseId: EnterpriseId,
  { id, scope }: Announced,
): Promise<void> {
  const sheet = await latestSheet(tx, enterpriseId, scope);
  await completeRestatement(tx, enterpriseId, id, sheet?.id ?? null);
  const params = { on: clock.today() };
  await notify(tx, {
    to: { enterpriseId },
    kind: 'restatement.in-effect',
    params,
    href: `/my/rights/restatements/${id}`,
  });
  await recordChange(tx, actor, { kind: 'restatement.in-effect', enterpriseId, subjectId: id });
}
