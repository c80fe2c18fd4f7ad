import { expect, test } from 'vitest';
import { dailyTasks } from '#jobs/daily.ts';
import { handlers } from '#jobs/handlers.ts';
import type { JobOrder } from '#jobs/queue.ts';
import { doJob } from '#jobs/worker.ts';
import { freshDatabase } from '#tests/database.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { testDay } from '#tests/today.ts';
import { withClient } from '~/cli/boot/sql-client.ts';

const { ownerUrl } = freshDatabase({ as: 'batch', template: referenceTemplate });

test('a day that several workers begin at the same moment begins once', async () => {
  const order: JobOrder = {
    name: 'platform.start-day',
    payload: { day: testDay },
    key: `start-day-${testDay}`,
  };
  await Promise.all(Array.from({ length: 4 }, () => doJob(handlers, order)));
  await doJob(handlers, order);
  const [marks, anchors, orders] = await withClient(ownerUrl, async (client) => {
    const n = async (sql: string) => Number((await client.query<{ n: string }>(sql)).rows[0]?.n);
    return [
      await n(`select count(*) as n from job_done where key like 'start-day-%'`),
      await n(`select count(*) as n from event_log where kind = 'audit.heads-anchored'`),
      await n(`select count(*) as n from outbox where job = 'score.rescore-province'`),
    ];
  });
  expect([marks, anchors, orders]).toEqual([dailyTasks.length, 1, 1]);
});
