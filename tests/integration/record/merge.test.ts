import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { ingestCsv, looker, registerFirms, uscc } from '#tests/factories/delivery.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { insist } from '~/domain/kernel/result.ts';

const urls = freshDatabase({ as: 'batch', template: referenceTemplate });
const look = looker(urls);
const header = '统一社会信用代码,记录编号,日期,截止日期,类别';
const listing = (code: string, no: string, from: string, to = '') =>
  `${code},${no},${from},${to},住所无法联系`;
const deliver = async (...rows: string[]) => {
  const { accepted, duplicate, quarantined } = insist(
    await ingestCsv('list.abnormal-operation', [header, ...rows].join('\n')),
  );
  return { accepted, duplicate, quarantined };
};

beforeAll(() => registerFirms(...[1, 2, 3, 4, 5].map(uscc)));

describe('a record of the same number', () => {
  const firm = uscc(1);
  const held = () =>
    look(
      `select op, ended_on::text as until from current_fact f join enterprise e on e.id = f.enterprise_id where uscc = $1 and item = 'list.abnormal-operation'`,
      [firm],
    );

  test('that says something else corrects the one before, which stays readable', async () => {
    expect(await deliver(listing(firm, 'L1', '2026-01-05'))).toMatchObject({ accepted: 1 });
    expect(await deliver(listing(firm, 'L1', '2026-01-05', '2026-06-01'))).toMatchObject({ accepted: 1 });
    expect(await held()).toEqual([{ op: 'correct', until: '2026-06-01' }]);
    const rows = await look(
      `select op, supersedes is not null as linked from fact where item = 'list.abnormal-operation' order by known_at`,
    );
    expect(rows).toEqual([
      { op: 'assert', linked: false },
      { op: 'correct', linked: true },
    ]);
  });

  test('that says what an earlier version said does not bring it back', async () => {
    expect(await deliver(listing(firm, 'L1', '2026-01-05'))).toMatchObject({ accepted: 0, duplicate: 1 });
    expect(await held()).toEqual([{ op: 'correct', until: '2026-06-01' }]);
  });

  test('that was sealed since stays sealed, whatever is delivered', async () => {
    const [head] = await look<{ enterprise_id: string; id: string }>(
      `select f.enterprise_id, f.id from current_fact f join enterprise e on e.id = f.enterprise_id
       where uscc = $1 and item = 'list.abnormal-operation'`,
      [firm],
    );
    await look(
      `insert into fact (enterprise_id, item, item_version, provider_id, batch_id, source_key, op, supersedes, known_at)
       select enterprise_id, item, item_version, provider_id, $3, source_key, 'seal', id, now() from fact
       where enterprise_id = $1 and id = $2`,
      [head?.enterprise_id, head?.id, randomUUID()],
    );
    for (const until of ['', '2026-06-01', '2026-07-01'])
      expect(await deliver(listing(firm, 'L1', '2026-01-05', until))).toMatchObject({
        accepted: 0,
        duplicate: 1,
      });
    expect(await held()).toEqual([]);
  });
});

test('a register’s new name renames the firm and keeps the old one in its history', async () => {
  const code = uscc(5);
  const row = (name: string, status: string) => `${code},${name},640104,1411,2015-06-01,100,${status}`;
  const file = (line: string) =>
    `统一社会信用代码,企业名称,行政区划代码,行业代码,成立日期,注册资本（万元）,登记状态\n${line}`;
  insist(await ingestCsv('registration.profile', file(row('塞上新禾食品有限公司', '注销'))));
  expect(await look('select name, status from enterprise where uscc = $1', [code])).toEqual([
    { name: '塞上新禾食品有限公司', status: 'cancelled' },
  ]);
  const names = await look(
    `select value, valid_to is null as current from enterprise_identity i join enterprise e on e.id = i.enterprise_id
     where uscc = $1 and scheme = 'name' order by i.known_at`,
    [code],
  );
  expect(names).toEqual([
    { value: `河畔食品${code.slice(-6)}有限公司`, current: false },
    { value: '塞上新禾食品有限公司', current: true },
  ]);
});

test('whatever the order and however often rows are delivered, the facts are the same', async () => {
  const rows = Array.from({ length: 24 }, (_, i) =>
    listing(uscc(2 + (i % 3)), `P${i}`, `2025-0${(i % 9) + 1}`),
  );
  const facts = () =>
    look<{ key: string }>(
      `select e.uscc, f.item, encode(f.source_key, 'hex') as key, occurred_on::text, precision, category
       from fact f join enterprise e on e.id = f.enterprise_id where e.uscc <> $1 and f.item = 'list.abnormal-operation'
       order by 1, 3`,
      [uscc(1)],
    );
  await deliver(...rows);
  const once = await facts();
  expect(once.length).toBe(24);
  const delivery = fc.array(fc.nat(rows.length - 1), { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(delivery, async (picked) => {
      await deliver(...picked.map((i) => rows[i] ?? ''));
      expect(await facts()).toEqual(once);
    }),
    { numRuns: 12 },
  );
});

test('a file in parts, overlapping and in any order, makes the same facts as the whole', async () => {
  const whole = Array.from({ length: 12 }, (_, i) => listing(uscc(2), `W${i}`, `2024-0${(i % 9) + 1}`));
  const parts = whole.map((row) => row.replace(uscc(2), uscc(3)));
  await deliver(...whole);
  for (const piece of [parts.slice(8), parts.slice(0, 9).toReversed(), parts]) await deliver(...piece);
  const facts = (code: string) =>
    look(
      `select encode(source_key, 'hex') as key, occurred_on::text, precision, category, op from fact f
       join enterprise e on e.id = f.enterprise_id where uscc = $1 and occurred_on between '2024-01-01' and '2024-12-31' order by 1`,
      [code],
    );
  expect(await facts(uscc(3))).toEqual(await facts(uscc(2)));
});
