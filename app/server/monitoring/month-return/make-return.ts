import { addMonths, type Day, day } from '~/domain/kernel/day.ts';
import { returnDueOn, returnRuleSchema } from '~/domain/monitoring/month-return.ts';
import { system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { findPlatform } from '~/server/institution/store-names.ts';
import { compileReturn } from '~/server/monitoring/month-return/compile-return.ts';
import { addReturn, findVersions, wasReminded } from '~/server/monitoring/store-return.ts';
import { notify } from '~/server/platform/notify.ts';
import { readPolicy } from '~/server/policy/store.ts';

const actor = system('monitoring.return');

/** The month whose return is next: the one before a day's. */
export const monthBefore = (today: Day): string => addMonths(day(`${today.slice(0, 7)}-01`), -1).slice(0, 7);

export const readReturnRule = async (tx: Tx, on: Day) =>
  (await readPolicy(tx, 'monitoring-return', on, returnRuleSchema)).body;

/**
 * Once a day: makes the first version of last month's return where there is none, and tells the risk desk; from the last day
 * for filing on it tells it once more if the return lies there unfiled, on whichever day the work is done. A repeated day changes nothing.
 */
export async function makeReturn(tx: Tx, today: Day): Promise<void> {
  const month = monthBefore(today);
  const dueOn = returnDueOn(month, await readReturnRule(tx, today));
  const versions = await findVersions(tx, month);
  const platform = await findPlatform(tx);
  const tell = (kind: string) =>
    Promise.all(
      platform.map((institutionId) =>
        notify(tx, { to: { institutionId }, kind, params: { month, dueOn }, href: '/operator/returns' }),
      ),
    );
  if (versions.length === 0) {
    const knownAt = clock.now();
    const { body, sha256 } = await compileReturn(tx, month, knownAt);
    const made = { month, version: 1, body, sha256, dueOn: dateOfDay(dueOn), knownAt };
    if (!(await addReturn(tx, made))) return;
    await appendAudit(tx, actor, { action: 'monitoring.return-made', detail: { month, version: 1, sha256 } });
    await tell('monitoring.return-made');
  } else if (
    today >= dueOn &&
    versions.every(({ filedAt }) => filedAt === null) &&
    !(await wasReminded(tx, month))
  )
    await tell('monitoring.return-due');
}
