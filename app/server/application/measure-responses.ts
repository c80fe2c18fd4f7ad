import { type Answered, type ResponseTimes, responseTimes } from '~/domain/institution/response-times.ts';
import { addDays, type Day, startOf } from '~/domain/kernel/day.ts';
import type { Actor } from '~/server/access/actor.ts';
import { responseClocks } from '~/server/application/store.ts';
import { answeredCases } from '~/server/application/store-clock.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import type { Tx } from '~/server/db/client.ts';
import { storeResponses } from '~/server/institution/store-response.ts';

/** Measures how fast each bank answered the applications of the days that the rules name; the published ranking reads it. */
export async function measureResponses(tx: Tx, actor: Actor, today: Day): Promise<number> {
  const { measuredDays } = await responseClocks(tx, today);
  const cases = new Map<string, Answered[]>();
  for (const { institutionId, ...each } of await answeredCases(tx, startOf(addDays(today, -measuredDays))))
    cases.set(institutionId, [...(cases.get(institutionId) ?? []), each]);
  const measured = new Map<string, ResponseTimes>();
  for (const [institutionId, answered] of cases) {
    const times = responseTimes(answered);
    if (times) measured.set(institutionId, times);
  }
  await storeResponses(tx, measured, today);
  await appendAudit(tx, actor, {
    action: 'application.responses-measured',
    detail: { banks: measured.size },
  });
  return measured.size;
}
