import { defineText } from '~/text/define.ts';

/** The commands `backup` and `restore`. */
export const backupText = defineText({
  'backup.summary': {
    'zh-CN': '在运行中备份数据库、文件与密钥到文件夹',
    en: 'Back up database, documents and keys into a folder while the product runs',
  },
  'backup.to': { 'zh-CN': '空的或尚不存在的文件夹', en: 'A folder that is empty or not there yet' },
  'backup.bar': { 'zh-CN': '正在备份', en: 'Backing up' },
  'backup.done': {
    'zh-CN': (tables: string, rows: string, files: string, seconds: string) =>
      `已备份 ${tables} 张表、${rows} 行、${files} 个文件，用时 ${seconds} 秒。`,
    en: (tables: string, rows: string, files: string, seconds: string) =>
      `Backed up ${tables} tables with ${rows} rows and ${files} files in ${seconds} s.`,
  },
  'backup.where': {
    'zh-CN': (folder: string) =>
      `备份在 ${folder}。其中有密钥与个人信息，请像数据库一样保管。密钥库不在其中，另用 keys mirror 保存。`,
    en: (folder: string) =>
      `The backup is in ${folder}. It holds keys and personal data: guard it as you guard the database. The key store is not in it: keys mirror keeps it apart.`,
  },
  'backup.digest': {
    'zh-CN': (digest: string) => `清单的 SHA-256：${digest}（另存他处，恢复时用 --sha256 核对）。`,
    en: (digest: string) =>
      `SHA-256 of the manifest: ${digest} (note it elsewhere; restore compares it with --sha256).`,
  },
  'backup.not-empty': {
    'zh-CN': (folder: string) => `${folder} 不是空文件夹：请换一个，已有备份不会被覆盖。`,
    en: (folder: string) => `${folder} is not empty: name another folder; a backup is never overwritten.`,
  },
  'backup.unwritable': {
    'zh-CN': (folder: string) => `无法写入 ${folder}：请检查权限与磁盘空间。`,
    en: (folder: string) => `${folder} cannot be written: check its permissions and the free disk space.`,
  },
  'backup.not-prepared': {
    'zh-CN': '数据库里还没有数据：请先运行一次 npm start 或 npm run migrate。',
    en: 'The database holds nothing yet: run npm start once or npm run migrate first.',
  },
  'restore.summary': {
    'zh-CN': '把备份恢复到空数据库，并核验审计链与账本',
    en: 'Restore a backup into an empty database and verify the audit chains and the ledger',
  },
  'restore.from': { 'zh-CN': '备份所在文件夹', en: 'The folder of the backup' },
  'restore.sha256': {
    'zh-CN': '备份时记下的清单 SHA-256',
    en: 'The SHA-256 of the manifest, noted when the backup was taken',
  },
  'restore.keys': {
    'zh-CN': '密钥库镜像所在文件夹（keys mirror 所写）；不给则受密钥保护的个人信息无法读取',
    en: 'The mirror of the key store (written by keys mirror); without it personal values stay unreadable',
  },
  'restore.without-keys': {
    'zh-CN': '没有恢复密钥库：自然人的信息无法读取。需要时请用 --keys 重新恢复。',
    en: 'No key store was restored, so what describes natural persons is unreadable. Restore again with --keys if it is needed.',
  },
  'restore.checking': { 'zh-CN': '正在核对备份', en: 'Checking the backup' },
  'restore.bar': { 'zh-CN': '正在恢复', en: 'Restoring' },
  'restore.done': {
    'zh-CN': (tables: string, rows: string, files: string, seconds: string) =>
      `已恢复 ${tables} 张表、${rows} 行、${files} 个文件，用时 ${seconds} 秒。`,
    en: (tables: string, rows: string, files: string, seconds: string) =>
      `Restored ${tables} tables with ${rows} rows and ${files} files in ${seconds} s.`,
  },
  'restore.broken': {
    'zh-CN': '数据已恢复，但核验未通过：请勿启用此库，改用另一份备份。',
    en: 'The data were restored but do not verify: do not use this database, restore another backup.',
  },
  'restore.no-backup': {
    'zh-CN': (file: string) => `没有文件夹 ${file}：请用 --from 指定备份所在文件夹。`,
    en: (file: string) => `There is no folder ${file}: name the folder of the backup with --from.`,
  },
  'restore.torn': {
    'zh-CN': (file: string) => `备份不完整（缺少或截断：${file}）：数据库未改动，请改用另一份备份。`,
    en: (file: string) =>
      `The backup is torn (${file} is missing or cut short): nothing was changed, use another backup.`,
  },
  'restore.altered': {
    'zh-CN': (file: string) =>
      `备份已被改动或损坏（${file} 与记录的哈希不符）：数据库未改动，请改用另一份备份。`,
    en: (file: string) =>
      `The backup was altered or damaged (${file} does not fit its hash): nothing was changed, use another backup.`,
  },
  'restore.not-empty': {
    'zh-CN': (where: string) => `${where} 里已有数据：恢复只写入空库，请用 --data-dir 指定新的文件夹。`,
    en: (where: string) =>
      `${where} holds data already: a restore only fills an empty database, name a new folder with --data-dir.`,
  },
  'restore.newer': {
    'zh-CN': (migration: string) => `备份来自更新的版本（含迁移 ${migration}）：请用该版本恢复。`,
    en: (migration: string) =>
      `The backup is of a newer version (it has the migration ${migration}): restore it with that version.`,
  },
  'restore.other-migration': {
    'zh-CN': (migration: string) => `备份中的迁移 ${migration} 与本版本不同：请用备份时的版本恢复。`,
    en: (migration: string) =>
      `The migration ${migration} of the backup differs from ours: restore it with the version that took it.`,
  },
});
