import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { clocksFollow, caseOf as objectionCase } from '~/server/objection/move.ts';
import { changeObjection, pendingObjection } from '~/server/objection/store.ts';
import { lockRecord } from '~/server/objection/store-record.ts';
import { writeCaseStep } from '~/server/objection/write-step.ts';
import { caseOf } from '~/server/repair/decide-repair.ts';
import { changeRepair, repairsOf } from '~/server/repair/store.ts';

type RecordNamed = {
  readonly enterpriseId: EnterpriseId;
  readonly item: string;
  readonly sourceKey: Uint8Array;
};

/** A record was revoked: what was pending about it has no matter any more and ends as moot (domain.md edge case 15). */
export async function endMoot(
  tx: Tx,
  actor: Actor,
  { enterpriseId, item, sourceKey }: RecordNamed,
): Promise<void> {
  await lockRecord(tx, { enterpriseId, item, sourceKey });
  const ended = { state: 'moot', closedAt: clock.now(), dueOn: null } as const;
  const objection = await pendingObjection(tx, enterpriseId, item, sourceKey);
  if (objection) {
    await changeObjection(tx, objection, { ...ended, suspends: false });
    await writeCaseStep(tx, actor, objectionCase(objection), {
      name: 'ended-moot',
      tell: ['firm', 'provider'],
      jobs: [clocksFollow(objection, 'ended')],
    });
  }
  for (const repair of await repairsOf(tx, enterpriseId, item, sourceKey)) {
    if (repair.closedAt) continue;
    await changeRepair(tx, repair, ended);
    await writeCaseStep(tx, actor, caseOf(repair), { name: 'ended-moot', tell: ['firm', 'provider'] });
  }
}
