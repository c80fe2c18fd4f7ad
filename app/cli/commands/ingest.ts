import { z } from 'zod';
import type { Refusal } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { encodings } from '~/server/record/delivery-refused.ts';
import { type DataSetRefusal, ingestDataSet } from '~/server/record/ingest-data-set.ts';
import { ingestFile } from '~/server/record/ingest-file.ts';
import { dataSets } from '~/server/record/read-mapping.ts';
import type { ReasonCount } from '~/server/record/store.ts';
import type { RowCounts } from '~/server/record/store-batch.ts';
import { summariseQuarantine } from '~/server/record/summarise-quarantine.ts';
import { type Locale, translate } from '~/text/define.ts';
import { showCount } from '~/text/format.ts';
import { ingestText } from '~/text/ingest.ts';
import { problemNames } from '~/text/record-problems.ts';
import { recordRefusals } from '~/text/record-refusals.ts';
import { wordRefusal } from '~/text/refusal.ts';
import {
  type CliAnswer,
  type CliContext,
  defineCommand,
  folder,
  type Progress,
  textOption,
} from '../command.ts';

const options = {
  dataset: textOption(z.enum(dataSets).optional(), dataSets.join('|'), ingestText['ingest.dataset']),
  dir: textOption(folder.optional(), 'DIR', ingestText['ingest.dir']),
  file: textOption(folder.optional(), 'FILE', ingestText['ingest.file']),
  item: textOption(z.string().optional(), 'CODE', ingestText['ingest.item']),
  provider: textOption(z.string().optional(), 'CODE', ingestText['ingest.provider']),
  encoding: textOption(z.enum(encodings).default('auto'), encodings.join('|'), ingestText['ingest.encoding']),
};

type Context = CliContext<typeof options>;
type Ingested = { readonly firms: number; readonly records: RowCounts; readonly batchIds: readonly string[] };

const actor = system('ingest');

/** `ingest`: a data set or a provider's file through ordinary ingestion. */
export const command = defineCommand({
  name: 'ingest',
  summary: ingestText['ingest.summary'],
  options,
  async run(context) {
    const { dataset, dir, file, item } = context.options;
    const begun = performance.now();
    const bar = openBar(context);
    const watch = { onSize: bar.total, onBytes: bar.tick };
    if (dataset && dir) {
      const outcome = await ingestDataSet(actor, { set: dataset, folder: dir, ...watch });
      bar.done();
      if (!outcome.ok) return refusedSet(outcome.refusal, context.locale);
      return answer(outcome.value, outcome.value.missing, begun, context.locale);
    }
    if (!file || !item) return refused({ code: 'record.what-to-ingest' }, context.locale);
    const { provider, encoding } = context.options;
    const outcome = await ingestFile(actor, { file, item, provider, encoding, ...watch });
    bar.done();
    if (!outcome.ok) return refused(outcome.refusal, context.locale);
    const { firms, batchId, read, accepted, duplicate, quarantined, detected } = outcome.value;
    const records = { read, accepted, duplicate, quarantined };
    const done = await answer({ firms, records, batchIds: [batchId] }, [], begun, context.locale);
    const line = translate(ingestText, context.locale)('ingest.detected', detected.format, detected.encoding);
    return { ...done, json: { ...(done.json as object), batchId, detected }, lines: [line, ...done.lines] };
  },
});

/** Bytes read, in thousands: rows are not known before the end. */
function openBar({ progress, locale }: Context): Progress {
  const bar = progress(translate(ingestText, locale)('ingest.progress'), 1);
  let waiting = 0;
  return {
    total: (bytes) => bar.total(Math.ceil(bytes / 1000)),
    tick: (bytes = 0) => {
      waiting += bytes;
      bar.tick(Math.floor(waiting / 1000));
      waiting %= 1000;
    },
    done: () => bar.done(),
  };
}

async function answer(
  done: Ingested,
  missing: readonly string[],
  begun: number,
  locale: Locale,
): Promise<CliAnswer> {
  const t = translate(ingestText, locale);
  const seconds = Math.round(performance.now() - begun) / 1000;
  const { firms, records } = done;
  const n = (count: number) => showCount(count, locale);
  const pace = n(Math.round(records.read / Math.max(seconds, 0.001)));
  const reasons = await summariseQuarantine(actor, done.batchIds);
  const lines = [
    t('ingest.firms', n(firms)),
    t('ingest.records', n(records.read), n(records.accepted), n(records.duplicate), n(records.quarantined)),
    t('ingest.pace', String(seconds), pace),
    ...missing.map((table) => t('ingest.missing', table)),
    ...reasons.map((reason) => reasonLine(reason, locale)),
  ];
  return { ok: true, json: { firms, records, seconds }, lines };
}

const reasonLine = ({ item, reason, records }: ReasonCount, locale: Locale): string =>
  translate(ingestText, locale)(
    'ingest.reason',
    showCount(records, locale),
    item ?? '',
    wordRefusal(problemNames, { code: reason }, locale),
  );

function refused(refusal: Refusal, locale: Locale): CliAnswer {
  const sentence = wordRefusal(recordRefusals, refusal, locale);
  return { ok: false, json: { error: refusal.code, message: sentence }, lines: [sentence] };
}

/** A data set is refused for one of its files: the sentence names it, the code says why. */
function refusedSet(refusal: DataSetRefusal, locale: Locale): CliAnswer {
  if (refusal.code !== 'record.file-refused') return refused(refusal, locale);
  const why = refused(refusal.why, locale);
  const sentence = translate(ingestText, locale)('ingest.refused', refusal.file, why.lines.join(''));
  return { ok: false, json: { error: refusal.why.code, message: sentence }, lines: [sentence] };
}
