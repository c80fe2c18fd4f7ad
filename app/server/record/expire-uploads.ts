import { addDays, type Day, startOf } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import type { Tx } from '~/server/db/client.ts';
import { endUpload, findForgottenUploads } from '~/server/record/store-upload.ts';
import { uploadDays } from '~/server/record/upload-limits.ts';

/** Uploads that nobody added to for a week end, and what was received of them is deleted. */
export async function expireUploads(tx: Tx, today: Day): Promise<void> {
  const forgotten = await findForgottenUploads(tx, startOf(addDays(today, -uploadDays)));
  if (forgotten.length === 0) return;
  for (const { id } of forgotten) await endUpload(tx, id, { state: 'expired' });
  const detail = { uploads: forgotten.map(({ id }) => id) };
  await appendAudit(tx, system('record.expire-uploads'), { action: 'record.uploads-expired', detail });
}
