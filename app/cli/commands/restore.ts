import { existsSync } from 'node:fs';
import { z } from 'zod';
import { backupText } from '~/text/backup.ts';
import { type Locale, translate } from '~/text/define.ts';
import { showCount } from '~/text/format.ts';
import { findFault, type Manifest, readManifest } from '../backup/manifest.ts';
import { type RestoreRefusal, refuseTarget, restoreBackup } from '../backup/restore-backup.ts';
import {
  type CliAnswer,
  type CliContext,
  type CliOptions,
  defineCommand,
  folder,
  textOption,
} from '../command.ts';
import { commands } from '../registry.ts';

const options = {
  from: textOption(folder, 'DIR', backupText['restore.from']),
  sha256: textOption(
    z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    'HEX',
    backupText['restore.sha256'],
  ),
  keys: textOption(folder.optional(), 'DIR', backupText['restore.keys']),
};

/** `restore --from DIR --data-dir D`: everything is checked before anything is written. */
export const command = defineCommand({
  name: 'restore',
  summary: backupText['restore.summary'],
  bare: true,
  options,
  async run(context) {
    const { from, sha256 } = context.options;
    const read = readManifest(from, sha256);
    if (!read.ok) return refused(`restore.${read.code}`, read.file, context.locale);
    const { manifest } = read;
    const place = { ownerUrl: context.urls.ownerUrl, dataDir: process.env.XINQIAO_DATA_DIR ?? '' };
    const { keys } = context.options;
    if (keys && !existsSync(keys)) return refused('restore.no-backup', keys, context.locale);
    const refusal = await refuseTarget(place, manifest);
    if (refusal) return refused(refusal.code, factOf(refusal), context.locale);
    const fault = await check(context, from, manifest);
    if (fault) return refused(`restore.${fault.code}`, fault.file, context.locale);
    const begun = performance.now();
    const bar = context.progress(translate(backupText, context.locale)('restore.bar'), sizeOf(manifest));
    await restoreBackup({ ...place, folder: from, manifest, progress: bar, keys: context.options.keys });
    bar.done();
    return answer(context, manifest, Math.round(performance.now() - begun) / 1000);
  },
});

type Context = CliContext<typeof options>;
type Code = RestoreRefusal['code'] | 'restore.no-backup' | 'restore.torn' | 'restore.altered';

const sizeOf = ({ tables, files }: Manifest): number =>
  Math.ceil([...tables, ...files].reduce((sum, { bytes }) => sum + bytes, 0) / 1000);

async function check({ progress, locale }: Context, from: string, manifest: Manifest) {
  const bar = progress(translate(backupText, locale)('restore.checking'), sizeOf(manifest));
  const fault = await findFault(from, manifest, (bytes) => bar.tick(bytes / 1000));
  bar.done();
  return fault;
}

/** What was restored, and what the platform's own checks say of it. */
async function answer(context: Context, manifest: Manifest, seconds: number): Promise<CliAnswer> {
  const t = translate(backupText, context.locale);
  const n = (count: number) => showCount(count, context.locale);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const [tables, files] = [manifest.tables.length, manifest.files.length];
  const verified = await verify(context);
  const ok = verified.every((each) => each.answer.ok);
  return {
    ok,
    json: {
      ok,
      ...{ tables, rows, files, seconds },
      verified: Object.fromEntries(verified.map((each) => [each.name, each.answer.json])),
    },
    lines: [
      t('restore.done', n(tables), n(rows), n(files), seconds.toFixed(1)),
      ...verified.flatMap((each) => each.answer.lines),
      ...(context.options.keys ? [] : [t('restore.without-keys')]),
      ...(ok ? [] : [t('restore.broken')]),
    ],
  };
}

/** Runs every command that proves stored data whole: the audit chains, and the ledger where there is one. */
async function verify(context: CliContext<CliOptions>) {
  const verified: { readonly name: string; readonly answer: CliAnswer }[] = [];
  for (const name of ['verify-audit', 'verify-ledger']) {
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!load) continue;
    const verifier = (await load()).command;
    verified.push({ name, answer: await verifier.run({ ...context, options: {}, argument: '' }) });
  }
  return verified;
}

const factOf = (refusal: RestoreRefusal): string =>
  refusal.code === 'restore.not-empty' ? refusal.where : refusal.migration;

function refused(code: Code, fact: string, locale: Locale): CliAnswer {
  const message = translate(backupText, locale)(code, fact);
  return { ok: false, json: { error: code, message }, lines: [message] };
}
