import fs from 'node:fs';
import { backupText } from '~/text/backup.ts';
import { translate } from '~/text/define.ts';
import { showCount } from '~/text/format.ts';
import { takeBackup } from '../backup/take-backup.ts';
import { missingMigrations, shippedMigrations } from '../boot/check-migrated.ts';
import { withClient } from '../boot/sql-client.ts';
import { type CliAnswer, defineCommand, folder, textOption } from '../command.ts';

/** `backup --to DIR`. */
export const command = defineCommand({
  name: 'backup',
  summary: backupText['backup.summary'],
  bare: true,
  options: { to: textOption(folder, 'DIR', backupText['backup.to']) },
  async run({ options: { to }, urls, locale, progress }) {
    const t = translate(backupText, locale);
    const refused = (code: string, message: string): CliAnswer => ({
      ok: false,
      json: { error: code, message },
      lines: [message],
    });
    const obstacle = makeEmpty(to);
    if (obstacle) return refused(obstacle, t(obstacle, to));
    const missing = await withClient(urls.ownerUrl, missingMigrations);
    if (missing.length === shippedMigrations().length)
      return refused('backup.not-prepared', t('backup.not-prepared'));
    const begun = performance.now();
    const bar = progress(t('backup.bar'), 0);
    const dataDir = process.env.XINQIAO_DATA_DIR ?? '';
    const { manifest, digest } = await takeBackup({
      ownerUrl: urls.ownerUrl,
      dataDir,
      folder: to,
      progress: bar,
    });
    bar.done();
    const seconds = Math.round(performance.now() - begun) / 1000;
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const [tables, files] = [manifest.tables.length, manifest.files.length];
    const n = (count: number) => showCount(count, locale);
    const lines = [
      t('backup.done', n(tables), n(rows), n(files), seconds.toFixed(1)),
      t('backup.where', to),
      t('backup.digest', digest),
    ];
    return { ok: true, json: { folder: to, tables, rows, files, seconds, sha256: digest }, lines };
  },
});

/** Makes the folder; says what keeps it from being an empty one of ours. */
function makeEmpty(target: string): 'backup.not-empty' | 'backup.unwritable' | null {
  try {
    fs.mkdirSync(target, { recursive: true, mode: 0o700 });
    if (fs.readdirSync(target).length > 0) return 'backup.not-empty';
    fs.accessSync(target, fs.constants.W_OK);
    return null;
  } catch {
    return 'backup.unwritable';
  }
}
