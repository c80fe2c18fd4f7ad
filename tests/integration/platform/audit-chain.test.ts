import { beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { makeFirm, makePerson } from '#tests/factories/people.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { system } from '~/server/access/actor.ts';
import { anchorHeads } from '~/server/audit/anchor-heads.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { verifyAudit } from '~/server/audit/verify-audit.ts';
import { withActor } from '~/server/db/with-actor.ts';

const urls = freshDatabase();

/** What somebody with the owner's password could do: triggers off, tamper, triggers on. */
const tamper = (...statements: string[]) =>
  withClient(urls.ownerUrl, async (client) => {
    for (const statement of [
      'begin',
      'alter table audit_entry disable trigger user',
      ...statements,
      'alter table audit_entry enable trigger user',
      'commit',
    ])
      await client.query(statement);
  });
const verify = () => verifyAudit(system('test'));
let firms: EnterpriseId[] = [];
const [first, second] = [() => `firm:${firms[0]}`, () => `firm:${firms[1]}`];

beforeEach(async () => {
  await tamper('delete from audit_entry', 'delete from audit_head');
  firms = [await makeFirm(), await makeFirm()].sort();
  const officer = await makePerson('officer');
  for (let n = 0; n < 8; n += 1)
    await withActor(officer, async (tx) => {
      for (const enterpriseId of firms)
        await appendAudit(tx, officer, {
          action: 'score.opened',
          enterpriseId,
          purpose: 'pre-loan',
          detail: { n, of: '“引号”\n' },
        });
      await appendAudit(tx, officer, { action: 'bank.opened' });
    });
});

test('an untouched log is whole', async () => {
  expect(await verify()).toEqual({ ok: true, streams: 3, entries: 24, firstFault: null });
  await withActor(system('test'), (tx) => anchorHeads(tx, system('anchor')));
  expect(await verify()).toMatchObject({ ok: true, entries: 25 });
});

test.each([
  [
    'a byte of a text',
    3,
    () => [
      `update audit_entry set body = replace(body, '"n":2', '"n":9') where stream = '${first()}' and seq = 3`,
    ],
    { kind: 'changed' },
  ],
  [
    'a text together with its hash',
    4,
    () => [
      `update audit_entry set body = replace(body, '"n":2', '"n":9'), hash = encode(sha256(convert_to(previous_hash || E'\\n' || replace(body, '"n":2', '"n":9'), 'UTF8')), 'hex') where stream = '${first()}' and seq = 3`,
    ],
    { kind: 'changed' },
  ],
  [
    'who it was',
    5,
    () => [`update audit_entry set user_name = '别人' where stream = '${first()}' and seq = 5`],
    { kind: 'column', column: 'userName' },
  ],
  [
    'when it was',
    5,
    () => [`update audit_entry set at = at + interval '1 second' where stream = '${first()}' and seq = 5`],
    { kind: 'column', column: 'at' },
  ],
  [
    'a line taken out',
    5,
    () => [`delete from audit_entry where stream = '${first()}' and seq = 4`],
    { kind: 'missing' },
  ],
  [
    'the first line taken out',
    2,
    () => [`delete from audit_entry where stream = '${first()}' and seq = 1`],
    { kind: 'missing' },
  ],
  [
    'two lines exchanged',
    3,
    () => [
      `update audit_entry set seq = 99 where stream = '${first()}' and seq = 3`,
      `update audit_entry set seq = 3 where stream = '${first()}' and seq = 4`,
      `update audit_entry set seq = 4 where stream = '${first()}' and seq = 99`,
    ],
    { kind: 'changed' },
  ],
  [
    'the end cut off',
    7,
    () => [`delete from audit_entry where stream = '${first()}' and seq > 6`],
    { kind: 'cut' },
  ],
])('%s is found', async (_, seq, statements, fault) => {
  await tamper(...statements());
  expect(await verify()).toMatchObject({
    ok: false,
    firstFault: { stream: first(), seq: String(seq), ...fault },
  });
});

test('a chain that vanished altogether is found by its head', async () => {
  await tamper(`delete from audit_entry where stream = '${second()}'`);
  expect((await verify()).firstFault).toEqual({ stream: second(), seq: '8', kind: 'cut' });
});

test('a chain cut together with its head is found by the anchor of that day', async () => {
  await withActor(system('test'), (tx) => anchorHeads(tx, system('anchor')));
  await tamper(
    `delete from audit_entry where stream = '${second()}' and seq > 5`,
    `update audit_head h set seq = 5, hash = (select hash from audit_entry where stream = h.stream and seq = 5) where stream = '${second()}'`,
  );
  expect((await verify()).firstFault).toEqual({ stream: second(), seq: '8', kind: 'anchor' });
});

test('anchoring takes the chains that grew since the last time', async () => {
  const anchor = () => withActor(system('test'), (tx) => anchorHeads(tx, system('anchor')));
  expect(await anchor()).toBe(2);
  await tamper("update audit_entry set at = at - interval '3 hours' where stream <> 'platform'");
  await withActor(system('test'), (tx) =>
    appendAudit(tx, system('test'), { action: 'x.y', enterpriseId: firms[1] ?? null }),
  );
  expect(await anchor()).toBe(1);
});

test('the log that grows meanwhile is not mistaken for a broken one', async () => {
  const growing = Promise.all(
    Array.from({ length: 20 }, () =>
      withActor(system('test'), (tx) =>
        appendAudit(tx, system('test'), { action: 'x.y', enterpriseId: firms[0] ?? null }),
      ),
    ),
  );
  expect((await verify()).ok).toBe(true);
  await growing;
  expect(await verify()).toMatchObject({ ok: true, entries: 44 });
});

test('nobody changes a line, not even as the owner, while the guards are on', async () => {
  const attempt = withClient(urls.ownerUrl, (client) =>
    client.query("update audit_entry set user_name = 'x'"),
  );
  await expect(attempt).rejects.toThrow(/append-only/);
  await expect(
    withClient(urls.appUrl, (client) => client.query('update audit_head set seq = 0')),
  ).rejects.toThrow(/permission/);
});
