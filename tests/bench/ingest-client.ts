import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { closeDatabase } from '~/server/db/client.ts';
import { ingestFile } from '~/server/record/ingest-file.ts';

/** Takes in files like a worker, one after the other as its parent asks, and tells how long and how much memory it took. */
export type Asked = { readonly item: string; readonly file: string };
export type Answered = { readonly ms: number; readonly peakMb: number };

process.on('message', async (asked: Asked | 'end') => {
  if (asked === 'end') {
    await closeDatabase();
    process.disconnect();
    return;
  }
  const begun = performance.now();
  insist(await ingestFile(system('bench'), { ...asked, encoding: 'utf-8' }));
  const answer: Answered = { ms: performance.now() - begun, peakMb: process.resourceUsage().maxRSS / 1024 };
  process.send?.(answer);
});
