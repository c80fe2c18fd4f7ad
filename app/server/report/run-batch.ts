import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { openStorage } from '~/server/platform/storage.ts';
import { writeZip, type ZipEntry } from '~/server/platform/write-zip.ts';
import { drawReport } from '~/server/report/draw-report.ts';
import { keepReport } from '~/server/report/keep-report.ts';
import { bundleOf } from '~/server/report/show-report.ts';
import { reportsOfBatch, type SealedReport } from '~/server/report/store.ts';
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

/** Firms in one archive: some 10 MB. */
const firmsInPart = 200;

/** Reports that are signed and kept in one transaction: a few seconds of it, also on a slow machine. */
const keptAtOnce = 20;

/**
 * Makes the public report of every firm of an ordered batch, archive after archive, telling on its row how far it has
 * come. A job that is repeated goes on behind the last archive; of the one under way it draws again, outside of any
 * transaction, what is kept already.
 */
export async function runBatch(actor: Actor, id: string, partSize = firmsInPart): Promise<void> {
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
    await makePart(actor, batch, { part, done }, next);
    done += next.length;
    last = next.at(-1)?.id ?? null;
  }
  await withActor(actor, (tx) => endBatch(tx, id, clock.now()));
}

type Place = { readonly part: number /** Firms of the parts before. */; readonly done: number };

async function makePart(
  actor: Actor,
  batch: BatchRow,
  { part, done }: Place,
  firms: readonly BatchFirm[],
): Promise<void> {
  const entries: ZipEntry[] = [];
  for (let at = 0; at < firms.length; at += keptAtOnce) {
    const some = firms.slice(at, at + keptAtOnce);
    const reports = await withActor(actor, (tx) => keepReports(tx, actor, batch, some), { timeout: 120_000 });
    for (const { report, uscc } of reports) entries.push(...(await filesOf(report, uscc, batch)));
    if (at + keptAtOnce < firms.length)
      await withActor(actor, (tx) => tellDone(tx, batch.id, done + at + some.length));
  }
  const bytes = writeZip(entries, clock.now());
  const fileHash = await openStorage().keep(bytes);
  const lastFirm = firms.at(-1)?.id ?? '';
  await withActor(actor, async (tx) => {
    const row = { batchId: batch.id, part, firms: firms.length, lastFirm, bytes: bytes.length, fileHash };
    await addPart(tx, row);
    await tellDone(tx, batch.id, done + firms.length);
  });
}

/** The reports of some firms; one that this batch made already, before it was cut short, is taken as it is. */
async function keepReports(tx: Tx, actor: Actor, batch: BatchRow, firms: readonly BatchFirm[]) {
  const kept = await reportsOfBatch(
    tx,
    batch.id,
    firms.map(({ id }) => id),
  );
  const reports: { readonly report: SealedReport; readonly uscc: string }[] = [];
  for (const { id, uscc } of firms)
    reports.push({ report: kept.get(id) ?? (await keepOne(tx, actor, batch, id)), uscc });
  return reports;
}

async function keepOne(tx: Tx, actor: Actor, batch: BatchRow, enterpriseId: EnterpriseId) {
  const score = await readScore(tx, { enterpriseId, which: 'public', reader: nobody });
  const order = { enterpriseId, audience: 'platform', recipient: null, score, consent: null } as const;
  return keepReport(tx, actor, order, { institutionId: null, batchId: batch.id });
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
