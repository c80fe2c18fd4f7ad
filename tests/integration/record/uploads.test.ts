import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { looker, registerFirms, uscc } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays } from '~/domain/kernel/day.ts';
import { sha256 } from '~/domain/kernel/hash.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { action as takeToken } from '~/routes/api/token.ts';
import { loader as read } from '~/routes/api/upload.ts';
import { action as finish } from '~/routes/api/upload-finish.ts';
import { action as append } from '~/routes/api/upload-parts.ts';
import { action as start } from '~/routes/api/uploads.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { createClient } from '~/server/institution/create-client.ts';
import { appendPart } from '~/server/record/append-part.ts';
import { discardUpload } from '~/server/record/discard-upload.ts';
import { expireUploads } from '~/server/record/expire-uploads.ts';
import { finishUpload } from '~/server/record/finish-upload.ts';
import { listUploads } from '~/server/record/list-uploads.ts';
import { showUpload } from '~/server/record/show-upload.ts';
import { startUpload } from '~/server/record/start-upload.ts';
import { findProvider } from '~/server/record/store.ts';
import { takeInReceived } from '~/server/record/take-in-received.ts';
import { mostOpenUploads, uploadDays } from '~/server/record/upload-limits.ts';

const look = looker(freshDatabase({ template: referenceTemplate }));
const worker = system('record.take-in');
let tax: Person;
let court: Person;
const liaisonOf = async (code: string) => {
  const institutionId = await withActor(system('test'), (tx) => findProvider(tx, code));
  return makePerson('liaison', { institutionId: institutionId as InstitutionId });
};
beforeAll(async () => {
  tax = await liaisonOf('tax');
  court = await liaisonOf('court');
  await registerFirms(uscc(1));
});

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const file = (days: number, first = 1) =>
  bytesOf(
    `统一社会信用代码,日期,金额,类别\n${Array.from({ length: days }, (_, i) => `${uscc(1)},2026-0${first + i},120.50,增值税`).join('\n')}\n`,
  );
const begin = async (content: Uint8Array, person = tax) =>
  insist(
    await startUpload(person, {
      ...{ item: 'tax.payment', encoding: 'auto', fileName: '税款.csv' },
      bytes: content.length,
    }),
  );
const partsOf = (id: string) =>
  look<{ n: number }>('select count(*)::int as n from upload_part where upload_id = $1', [id]);

describe('a file that comes in parts', () => {
  test('goes on where it stopped, is checked by its hash and taken in like any other', async () => {
    const content = file(3);
    const id = await begin(content);
    insist(await appendPart(tax, id, 0, content.slice(0, 40)));
    // The answer was lost: the same part comes again, then one from too far on.
    expect(await appendPart(tax, id, 0, content.slice(0, 40))).toMatchObject({
      refusal: { code: 'record.upload-offset', offset: 40 },
    });
    expect(await appendPart(tax, id, 50, content.slice(50))).toMatchObject({ refusal: { offset: 40 } });
    expect(await finishUpload(tax, id, sha256(content))).toMatchObject({
      refusal: { code: 'record.upload-incomplete', offset: 40 },
    });
    expect(insist(await showUpload(tax, id))).toMatchObject({ received: 40, state: 'open' });
    expect((await listUploads(tax)).map((upload) => upload.id)).toContain(id);
    insist(await appendPart(tax, id, 40, content.slice(40)));
    expect(await appendPart(tax, id, content.length, bytesOf('x'))).toMatchObject({
      refusal: { code: 'record.part-too-large', limit: 0 },
    });
    const batchId = insist(await finishUpload(tax, id, sha256(content)));
    expect(insist(await finishUpload(tax, id, sha256(content)))).toBe(batchId);
    await takeInReceived(worker, batchId);
    expect(
      await look('select state, rows_accepted, file_bytes::int, file_hash from record_batch where id = $1', [
        batchId,
      ]),
    ).toEqual([
      { state: 'accepted', rows_accepted: 3, file_bytes: content.length, file_hash: sha256(content) },
    ]);
    expect(await listUploads(tax)).toEqual([]);
  });

  test('of two parts for one place only one is taken', async () => {
    const content = file(2, 4);
    const id = await begin(content);
    const both = await Promise.all([1, 2].map(() => appendPart(tax, id, 0, content.slice(0, 30))));
    expect(both.filter(({ ok }) => ok).length).toBe(1);
    expect(await partsOf(id)).toEqual([{ n: 1 }]);
    insist(await discardUpload(tax, id));
  });

  test('whose bytes changed on the way, or that is no delivery, is given up and leaves nothing', async () => {
    for (const [content, hash, code] of [
      [file(1), sha256('other'), 'record.upload-altered'],
      [bytesOf('no header\n1\n'), sha256('no header\n1\n'), 'record.missing-columns'],
    ] as const) {
      const id = await begin(content);
      insist(await appendPart(tax, id, 0, content));
      expect(await finishUpload(tax, id, hash)).toMatchObject({ refusal: { code } });
      expect(await partsOf(id)).toEqual([{ n: 0 }]);
      expect(await appendPart(tax, id, 0, content)).toMatchObject({
        refusal: { code: 'record.upload-ended' },
      });
    }
  });

  test('is nobody else’s, and of one’s own items only', async () => {
    const content = file(1);
    const id = await begin(content);
    const missing = { ok: false, refusal: { code: 'record.upload-not-found' } };
    expect(await showUpload(court, id)).toEqual(missing);
    expect(await appendPart(court, id, 0, content)).toEqual(missing);
    expect(await finishUpload(court, id, sha256(content))).toEqual(missing);
    expect(await discardUpload(court, id)).toEqual(missing);
    const wanted = { item: 'tax.payment', encoding: 'auto', fileName: 'x', bytes: 1 } as const;
    expect(await startUpload(court, wanted)).toMatchObject({ refusal: { code: 'record.item-of-other' } });
    expect(await startUpload(tax, { ...wanted, bytes: 9e12 })).toMatchObject({
      refusal: { code: 'record.too-large' },
    });
    insist(await discardUpload(tax, id));
  });

  test('that nobody goes on with is given up after a week, and too many at once are refused', async () => {
    const content = file(1);
    const ids: string[] = [];
    for (let i = 0; i < mostOpenUploads; i += 1) ids.push(await begin(content));
    insist(await appendPart(tax, ids[0] as string, 0, content.slice(0, 9)));
    const wanted = { item: 'tax.payment', encoding: 'auto', fileName: 'x', bytes: 1 } as const;
    expect(await startUpload(tax, wanted)).toMatchObject({ refusal: { code: 'record.uploads-open' } });
    await withActor(system('test'), (tx) => expireUploads(tx, addDays(clock.today(), uploadDays)));
    expect((await listUploads(tax)).length).toBe(mostOpenUploads);
    await withActor(system('test'), (tx) => expireUploads(tx, addDays(clock.today(), uploadDays + 1)));
    expect(await listUploads(tax)).toEqual([]);
    expect(await partsOf(ids[0] as string)).toEqual([{ n: 0 }]);
  });
});

type Route = (args: never) => Promise<Response>;
const call = async (route: Route, path: string, token: string, body?: BodyInit, params = {}) => {
  const request = new Request(`http://127.0.0.1:3000${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'accept-language': 'en' },
    ...(body !== undefined && { body }),
  });
  const answer = await route({ request, params, context: {} } as never);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

test('a machine does the same by its interface', async () => {
  const client = insist(
    await createClient(tax, {
      ...{ name: '交换平台', scopes: ['records:write'] },
      expiresOn: addDays(clock.today(), 30),
    }),
  );
  const fields = { grant_type: 'client_credentials', client_id: client.id, client_secret: client.secret };
  const asked = await call(takeToken, '/api/v1/token', '', new URLSearchParams(fields));
  const token = String(asked.body.access_token);
  const content = file(2, 7);
  const wanted = { item: 'tax.payment', fileName: '税款.csv', bytes: content.length };
  const begun = await call(start, '/api/v1/uploads', token, JSON.stringify(wanted));
  expect(begun).toMatchObject({ status: 200, body: { offset: 0, state: 'open', partBytes: 4_000_000 } });
  const params = { id: String(begun.body.id) };
  const at = `/api/v1/uploads/${params.id}`;
  expect(await call(append, `${at}/parts?offset=0`, token, content.slice(0, 20), params)).toMatchObject({
    status: 200,
    body: { offset: 20 },
  });
  expect(await call(append, `${at}/parts?offset=0`, token, content, params)).toMatchObject({
    status: 409,
    body: { code: 'record.upload-offset', offset: 20 },
  });
  expect(await call(append, `${at}/parts?offset=x`, token, content, params)).toMatchObject({ status: 409 });
  expect(await call(read, at, token, undefined, params)).toMatchObject({ body: { offset: 20 } });
  await call(append, `${at}/parts?offset=20`, token, content.slice(20), params);
  const body = JSON.stringify({ sha256: sha256(content) });
  const done = await call(finish, `${at}/finish`, token, body, params);
  expect(done).toMatchObject({ status: 202, body: { state: 'received' } });
  await takeInReceived(worker, String(done.body.batchId));
  expect(
    await look(`select rows_accepted + rows_duplicate as rows from record_batch where id = $1`, [
      done.body.batchId,
    ]),
  ).toEqual([{ rows: 2 }]);
});
