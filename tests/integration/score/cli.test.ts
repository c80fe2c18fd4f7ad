import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { handlers } from '#jobs/handlers.ts';
import { doJob } from '#jobs/worker.ts';
import { freshDatabase } from '#tests/database.ts';
import { deliver } from '#tests/factories/records.ts';
import { referenceTemplate } from '#tests/templates.ts';
import type { CliAnswer } from '~/cli/command.ts';
import { command as explain } from '~/cli/commands/explain.ts';
import { command as score } from '~/cli/commands/score.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

const urls = freshDatabase({ template: referenceTemplate, as: 'batch' });

const actor = system('test');
const firm = randomUUID() as EnterpriseId;
const twin = randomUUID() as EnterpriseId;
const ticks: number[] = [];
const bar = { tick: (n = 1) => void ticks.push(n), total: () => undefined, done: () => undefined };
const context = { options: {}, urls, place: { driver: '', where: '' }, clock, progress: () => bar };
const run = (command: typeof score | typeof explain, argument = '', locale: 'zh-CN' | 'en' = 'en') =>
  command.run({ ...context, argument, locale } as never) as Promise<CliAnswer>;

beforeAll(async () => {
  const row = (id: string, source: string) => ({
    id,
    source,
    externalId: 'p7',
    kind: 'company',
    name: `${source} p7`,
  });
  await withActor(actor, (tx) =>
    tx.enterprise.createMany({ data: [row(firm, 'set-one'), row(twin, 'set-two')] }),
  );
  const record = { firm, occurredOn: '2015-03-01', amount: 1_075_00n };
  await deliver({ item: 'court.dishonesty', dataSet: 'set-one', at: clock.now(), records: [record] });
});

test('explain says what to run before the first score', async () => {
  expect(await run(explain, firm)).toMatchObject({ ok: false, json: { error: 'score.none-yet' } });
});

test('score answers with firms, grades, coverage and seconds, and shows how far it is', async () => {
  const { ok, json, lines } = await run(score);
  expect(ok).toBe(true);
  expect(json).toEqual({
    firms: 2,
    grades: { 'A+': 0, A: 0, B: 0, C: 0, D: 1, insufficient: 1 },
    coverage: { median: 0, p10: 0, p90: 8 },
    seconds: expect.any(Number),
    full: 0,
    written: 2,
  });
  expect(lines[1]).toContain('insufficient 1');
  expect(ticks.reduce((a, b) => a + b)).toBe(2);
});

test('explain quotes the record with its source, in either language', async () => {
  const answer = await run(explain, 'set-one:p7');
  expect(answer).toMatchObject({ ok: true, json: { grade: 'D', coveragePpm: 80_000, firm: { id: firm } } });
  const text = answer.lines.join('\n');
  expect(text).toContain('Dishonest judgment debtor, entries in force: 1');
  expect(text).toContain('Dishonest judgment debtor ¥1,075.00, 1 Mar 2015');
  expect((await run(explain, firm, 'zh-CN')).lines.join('\n')).toContain('在列的失信被执行人：1 条');
});

test('explain asks back when an id is in several data sets, and says when nobody has it', async () => {
  expect(await run(explain, 'p7')).toMatchObject({ ok: false, json: { error: 'score.firm-ambiguous' } });
  expect(await run(explain, 'p8')).toMatchObject({ ok: false, json: { error: 'score.firm-unknown' } });
});

test('a batch that comes in is followed by the sheets of the firms it touches', async () => {
  const { batchId } = await deliver({
    item: 'court.enforcement',
    dataSet: 'set-one',
    at: clock.now(),
    records: [{ firm, occurredOn: '2026-10-01', amount: 5_000n }],
  });
  const job = { name: 'score.rescore-batch', payload: { batchId }, key: `rescore-batch-${batchId}` } as const;
  await doJob(handlers, job);
  await doJob(handlers, job);
  const sheets = (enterpriseId: EnterpriseId) =>
    withActor(actor, (tx) => tx.scoreSheet.count({ where: { enterpriseId } }));
  expect([await sheets(firm), await sheets(twin)]).toEqual([2, 1]);
});
