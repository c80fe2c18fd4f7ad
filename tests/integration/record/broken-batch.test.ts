import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { looker, registerFirms, uscc } from '#tests/factories/delivery.ts';
import { referenceTemplate } from '#tests/templates.ts';
import type { Item } from '~/domain/catalogue/item.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { openFile } from '~/server/record/open-file.ts';
import { type CheckWorld, readCheckWorld } from '~/server/record/read-check-context.ts';
import { deliveryTable } from '~/server/record/read-mapping.ts';
import { takeIn } from '~/server/record/take-in.ts';

const urls = freshDatabase({ as: 'batch', template: referenceTemplate });
const look = looker(urls);
let world: CheckWorld;

beforeAll(async () => {
  await registerFirms(uscc(1));
  world = await readCheckWorld(clock.today());
});

const rows = Array.from({ length: 4_000 }, (_, i) => `${uscc(1)},2025-0${(i % 9) + 1},${i}.50,增值税\n`).join(
  '',
);
const csv = Buffer.from(`统一社会信用代码,日期,金额,类别\n${rows}`);

/** Everything that an intake may write, counted. */
const everything = () =>
  look(`select (select count(*) from fact) f, (select count(*) from record_batch) b, (select count(*) from item_delivery) d,
               (select count(*) from quarantine_row) q, (select count(*) from audit_entry) a, (select count(*) from outbox) o,
               (select count(*) from event_log) e, (select count(*) from enterprise) n`);

function intake(content: AsyncIterable<Uint8Array>, also?: () => Promise<void>) {
  const item = world.catalogue.get('tax.payment') as Item;
  const { mapping, table } = deliveryTable(item);
  const head = {
    batchId: randomUUID(),
    providerId: item.providerId,
    mapping: 'delivery/item',
    item: item.code,
    fileName: 'tax.csv',
    receivedBy: null,
    receivedAt: clock.now(),
    replayOf: null,
  };
  const open = () => openFile(content, { encoding: 'utf-8', expected: [], maxBytes: 1e9 });
  const rest = { actor: system('test'), mapping, table, item, origin: 'register', announced: true };
  return takeIn(world, { head, ...rest, open, ...(also && { also }) });
}

async function* pieces(breakAt = Number.POSITIVE_INFINITY, onBreak?: () => Promise<void>) {
  for (let at = 0; at < csv.length; at += 16_384) {
    if (at >= breakAt) {
      if (!onBreak) throw new Error('the disk is gone');
      await onBreak();
    }
    yield csv.subarray(at, at + 16_384);
  }
}

test('a file that breaks in the middle leaves nothing', async () => {
  const before = await everything();
  await expect(intake(pieces(csv.length / 2))).rejects.toThrow('the disk is gone');
  expect(await everything()).toEqual(before);
});

test('a database connection that is killed in the middle leaves nothing', async () => {
  const before = await everything();
  const kill = async () => {
    const admin = new pg.Client({ connectionString: urls.batchUrl });
    await admin.connect();
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`,
    );
    await admin.end();
  };
  await expect(intake(pieces(csv.length / 2, kill))).rejects.toThrow();
  expect(await everything()).toEqual(before);
});

test('a fault after the facts are merged takes them back', async () => {
  const before = await everything();
  const fault = () => Promise.reject(new Error('out of luck'));
  await expect(intake(pieces(), fault)).rejects.toThrow('out of luck');
  expect(await everything()).toEqual(before);
});

test('the same file, unbroken, is in whole', async () => {
  expect(await intake(pieces())).toMatchObject({ ok: true, value: { read: 4_000, accepted: 4_000 } });
});
