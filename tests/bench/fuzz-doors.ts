import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Refusal, Result } from '~/domain/kernel/result.ts';
import { loader as readBatch } from '~/routes/api/batch.ts';
import { loader as readRejects } from '~/routes/api/batch-rejects.ts';
import { action as replay } from '~/routes/api/batch-replays.ts';
import { action as push } from '~/routes/api/batches.ts';
import { action as token } from '~/routes/api/token.ts';
import { action as finishUpload } from '~/routes/api/upload-finish.ts';
import { action as addPart } from '~/routes/api/upload-parts.ts';
import { action as startUpload } from '~/routes/api/uploads.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { ingestFile } from '~/server/record/ingest-file.ts';
import { mendByFile } from '~/server/record/mend-by-file.ts';
import { receiveDelivery } from '~/server/record/receive-delivery.ts';
import { takeInReceived } from '~/server/record/take-in-received.ts';
import type { FuzzFile } from './fuzz-files.ts';
import type { Chance } from './fuzz-random.ts';
import type { FuzzRequest } from './fuzz-requests.ts';

/** What came back through a door: a refusal to word, or nothing to complain of. */
export type Answer = { readonly refusal: Refusal | null; readonly batchId: string | null };

const answerOf = (outcome: Result<unknown, Refusal>, batchId: string | null): Answer => ({
  refusal: outcome.ok ? null : outcome.refusal,
  batchId,
});

/** By the command line: the file lies on disk. */
export async function throughDisk(folder: string, { item, encoding, content }: FuzzFile): Promise<Answer> {
  const file = path.join(folder, 'delivery');
  writeFileSync(file, content);
  try {
    const taken = await ingestFile(system('fuzz'), { file, item, encoding });
    return answerOf(taken, taken.ok ? taken.value.batchId : null);
  } finally {
    rmSync(file);
  }
}

/** By the form: judged at once, then taken in by a worker. */
export async function throughForm(person: Person, { item, encoding, content }: FuzzFile): Promise<Answer> {
  const received = await receiveDelivery(person, { item, encoding, content, fileName: '报送.csv' });
  if (!received.ok) return answerOf(received, null);
  await takeInReceived(system('record.take-in'), received.value);
  return answerOf(received, received.value);
}

/** As the mended rejects of a batch. */
export const throughMending = async (person: Person, batchId: string, file: FuzzFile): Promise<Answer> => {
  const mended = await mendByFile(person, batchId, file.content);
  if (mended.ok) await takeInReceived(system('record.take-in'), mended.value);
  return answerOf(mended, mended.ok ? mended.value : null);
};

type Route = (args: never) => Promise<Response>;
const routes: { readonly [T in FuzzRequest['to']]: readonly [Route, string] } = {
  push: [push, '/api/v1/batches'],
  replay: [replay, '/api/v1/batches/x/replays'],
  batch: [readBatch, '/api/v1/batches/x'],
  rejects: [readRejects, '/api/v1/batches/x/rejects'],
  token: [token, '/api/v1/token'],
};

export type Replied = Answer & { readonly status: number; readonly detail: string | null };

/** As a machine; what it pushes is then taken in. `language` is the one that its problems are worded in. */
export const throughInterface = async (
  { to, method, id, query, headers, body }: FuzzRequest,
  bearer: string,
  language: string,
): Promise<Replied> => {
  const [route, at] = routes[to];
  const sent = { method, headers, ...(body !== undefined && { body }) };
  return replyOf(await send(route, { at: `${at}${query}`, id, sent }, { bearer, language }));
};

type Client = { readonly bearer: string; readonly language: string };
type Sent = { readonly at: string; readonly id: string; readonly sent: RequestInit };

const send = (route: Route, { at, id, sent }: Sent, { bearer, language }: Client): Promise<Response> => {
  const headers = { ...sent.headers, authorization: `Bearer ${bearer}`, 'accept-language': language };
  const request = new Request(`http://127.0.0.1:3000${at}`, { ...sent, headers });
  return route({ request, params: { id }, context: {} } as never);
};

async function replyOf(response: Response): Promise<Replied> {
  const body = (await response.json()) as { batchId?: string; detail?: string; error?: string };
  const batchId = response.status === 202 ? (body.batchId ?? null) : null;
  if (batchId) await takeInReceived(system('record.take-in'), batchId);
  const detail = body.detail ?? body.error ?? null;
  return { status: response.status, detail, batchId, refusal: null };
}

/** As a machine that hands a file over in parts; now and then a part goes to the wrong place or the hash is another file's. */
export async function throughUpload(
  { item, encoding, content }: FuzzFile,
  chance: Chance,
  client: Client,
): Promise<Replied> {
  const json = (body: unknown) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const base = '/api/v1/uploads';
  const wanted = { item, fileName: '报送.csv', bytes: content.length, encoding };
  const started = await send(startUpload, { at: base, id: '', sent: json(wanted) }, client);
  if (started.status !== 200) return replyOf(started);
  const { id } = (await started.json()) as { id: string };
  const octets = { 'content-type': 'application/octet-stream' };
  for (let offset = 0; offset < content.length; ) {
    const part = content.subarray(offset, offset + 1 + chance.below(Math.max(64_000, content.length)));
    const misplaced = chance.is(0.05) ? 1 : 0;
    const at = `${base}/${id}/parts?offset=${offset + misplaced}`;
    const body = new Uint8Array(part);
    const added = await send(addPart, { at, id, sent: { method: 'POST', headers: octets, body } }, client);
    if (added.status !== 200) return replyOf(added);
    offset += part.length;
  }
  const sha256 = chance.is(0.1) ? '0'.repeat(64) : createHash('sha256').update(content).digest('hex');
  return replyOf(
    await send(finishUpload, { at: `${base}/${id}/finish`, id, sent: json({ sha256 }) }, client),
  );
}
