import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Refusal, Result } from '~/domain/kernel/result.ts';
import { loader as readBatch } from '~/routes/api/batch.ts';
import { loader as readRejects } from '~/routes/api/batch-rejects.ts';
import { action as replay } from '~/routes/api/batch-replays.ts';
import { action as push } from '~/routes/api/batches.ts';
import { action as token } from '~/routes/api/token.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { ingestFile } from '~/server/record/ingest-file.ts';
import { mendByFile } from '~/server/record/mend-by-file.ts';
import { receiveDelivery } from '~/server/record/receive-delivery.ts';
import { takeInReceived } from '~/server/record/take-in-received.ts';
import type { FuzzFile } from './fuzz-files.ts';
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
export async function throughInterface(
  request: FuzzRequest,
  bearer: string,
  language: string,
): Promise<Replied> {
  const [route, at] = routes[request.to];
  const sent = new Request(`http://127.0.0.1:3000${at}${request.query}`, {
    method: request.method,
    headers: { ...request.headers, authorization: `Bearer ${bearer}`, 'accept-language': language },
    ...(request.body !== undefined && { body: request.body }),
  });
  const response = await route({ request: sent, params: { id: request.id }, context: {} } as never);
  const body = (await response.json()) as { batchId?: string; detail?: string; error?: string };
  const batchId = response.status === 202 ? (body.batchId ?? null) : null;
  if (batchId) await takeInReceived(system('record.take-in'), batchId);
  const detail = body.detail ?? body.error ?? null;
  return { status: response.status, detail, batchId, refusal: null };
}
