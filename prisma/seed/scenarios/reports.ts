import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { listReports } from '~/server/report/list-reports.ts';
import { makeReport } from '~/server/report/make-report.ts';
import { orderBatch } from '~/server/report/order-batch.ts';
import { runBatch } from '~/server/report/run-batch.ts';
import { findPerson } from './find-person.ts';

const origin = 'http://127.0.0.1:3000';

/** Reports that two firms had made, and a small batch from public data. Told once. */
export async function seedReports(): Promise<void> {
  const owners = await withActor(system('seed.reports'), (tx) =>
    Promise.all(['owner', 'owner-loan'].map((login) => findPerson(tx, login))),
  );
  const desk = await withActor(system('seed.reports'), (tx) => findPerson(tx, 'operator-risk'));
  const [first] = owners;
  if (!first || (await listReports(first, null)).rows.length > 0) return;
  for (const owner of owners) await makeReport(owner);
  const order = { regionCode: '640100', section: 'M', locale: 'zh-CN', origin } as const;
  const ordered = await orderBatch(desk, order);
  if (ordered.ok) await runBatch(system('seed.reports'), insist(ordered));
}
