import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { openStorage } from '~/server/platform/storage.ts';
import { writeZip, type ZipEntry } from '~/server/platform/write-zip.ts';
import { drawReport } from '~/server/report/draw-report.ts';
import { keepReport } from '~/server/report/keep-report.ts';
import { bundleOf } from '~/server/report/show-report.ts';
import type { SealedReport } from '~/server/report/store.ts';
import {
  addPart,
  type BatchFirm,
  type BatchRow,
  batchFirmsAfter,
  beginBatch,
  countBatchFirms,
  endBatch,
  findBatch,
  findParts,
  regionStem,
  tellDone,
} from '~/server/report/store-batch.ts';
import { readScore } from '~/server/score/read-score.ts';

/** Firms in one archive: some 20 MB. */
const partSize = 400;

/**
 * Makes the public report of every firm of an ordered batch, archive after archive, telling on its row how far it has
 * come. A part is written with its reports in one transaction, so that a job that is repeated goes on behind the last.
 */
export async function runBatch(actor: Actor, id: string): Promise<void> {
  const batch = await withActor(actor, (tx) => findBatch(tx, id));
  if (!batch || batch.state === 'done') return;
  const firms = { region: batch.regionCode && regionStem(batch.regionCode), section: batch.section };
  const parts = await withActor(actor, async (tx) => {
    await beginBatch(tx, id, await countBatchFirms(tx, firms));
    return findParts(tx, id);
  });
  let done = parts.reduce((sum, part) => sum + part.firms, 0);
  let last = parts.at(-1)?.lastFirm ?? null;
  for (let part = parts.length + 1; ; part += 1) {
    const next = await withActor(actor, (tx) => batchFirmsAfter(tx, firms, last, partSize));
    if (next.length === 0) break;
    await makePart(actor, batch, part, next);
    done += next.length;
    last = next.at(-1)?.id ?? null;
    await withActor(actor, (tx) => tellDone(tx, id, done));
  }
  await withActor(actor, (tx) => endBatch(tx, id, clock.now()));
}

async function makePart(actor: Actor, batch: BatchRow, part: number, firms: readonly BatchFirm[]) {
  const work = async (tx: Parameters<Parameters<typeof withActor>[1]>[0]) => {
    const entries: ZipEntry[] = [];
    for (const { id, uscc } of firms) {
      const score = await readScore(tx, { enterpriseId: id, which: 'public', reader: nobody });
      const order = {
        enterpriseId: id,
        audience: 'platform',
        recipient: null,
        score,
        consent: null,
      } as const;
      const report = await keepReport(tx, actor, order, { institutionId: null, batchId: batch.id });
      entries.push(...(await filesOf(report, uscc, batch)));
    }
    const bytes = writeZip(entries, clock.now());
    const fileHash = await openStorage().keep(bytes);
    const lastFirm = firms.at(-1)?.id ?? '';
    await addPart(tx, {
      batchId: batch.id,
      part,
      firms: firms.length,
      lastFirm,
      bytes: bytes.length,
      fileHash,
    });
  };
  await withActor(actor, work, { timeout: 300_000 });
}

/** Public items alone: a reader to whom nobody opened anything. */
const nobody = { permit: { items: [], dataFrom: null, dataTo: null } };

async function filesOf(
  report: SealedReport,
  uscc: string,
  { locale, origin }: BatchRow,
): Promise<ZipEntry[]> {
  const bundle = bundleOf(report);
  return [
    { name: `${uscc}.pdf`, body: await drawReport(bundle, { origin, locale: locale as 'zh-CN' | 'en' }) },
    { name: `${uscc}.json`, body: Buffer.from(`${JSON.stringify(bundle, null, 2)}\n`) },
  ];
}
