import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { appendPart } from '~/server/record/append-part.ts';
import { listUploads } from '~/server/record/list-uploads.ts';
import { startUpload } from '~/server/record/start-upload.ts';
import { findPerson } from './find-person.ts';

const bytes = 2_400_000;
const here = 600_000;

/** A large file of the tax office whose connection broke: it waits to go on. Told once. */
export async function seedOpenUpload(): Promise<void> {
  const liaison = await withActor(system('seed.upload'), (tx) => findPerson(tx, 'liaison-tax'));
  if ((await listUploads(liaison)).length > 0) return;
  const file = { item: 'tax.payment', encoding: 'utf-8', fileName: '2026年第三季度税款明细.csv' } as const;
  const id = insist(await startUpload(liaison, { ...file, bytes }));
  insist(await appendPart(liaison, id, 0, new Uint8Array(here).fill(0x20)));
}
