import { defineText } from '~/text/define.ts';

/** The commands `keys` and `persons`. */
export const keysCliText = defineText({
  'cli.keys.summary': {
    'zh-CN': '密钥库：镜像到备份之外的文件夹，或核验已删除的密钥',
    en: 'The key store: mirror it beside the backups, or verify what was erased',
  },
  'cli.keys.argument': {
    'zh-CN': 'mirror：使目标文件夹与密钥库一致；verify：核验删除',
    en: 'mirror: make a folder hold the present keys and no other; verify: every erasure left no key',
  },
  'cli.keys.to': {
    'zh-CN': '镜像所在文件夹，与备份分开存放',
    en: 'the folder of the mirror, apart from the backups',
  },
  'cli.keys.unknown': {
    'zh-CN': (word: string) => `keys 不认识“${word}”：可用 mirror 或 verify。`,
    en: (word: string) => `keys does not know “${word}”: say mirror or verify.`,
  },
  'cli.keys.where': { 'zh-CN': 'mirror 需要 --to DIR。', en: 'mirror needs --to DIR.' },
  'cli.keys.mirrored': {
    'zh-CN': (keys: number, removed: number, folder: string) =>
      `${folder} 现有 ${keys} 把密钥；已移除 ${removed} 把被销毁的。`,
    en: (keys: number, removed: number, folder: string) =>
      `${folder} holds ${keys} keys now; ${removed} destroyed ones were removed.`,
  },
  'cli.keys.gone': {
    'zh-CN': (erasures: number, keys: number) => `${erasures} 次删除的密钥均已销毁，现有密钥 ${keys} 把。`,
    en: (erasures: number, keys: number) =>
      `The keys of all ${erasures} erasures are gone; ${keys} keys are in use.`,
  },
  'cli.keys.remaining': {
    'zh-CN': (n: number) => `仍有 ${n} 把应销毁的密钥：请运行 keys mirror 或重启服务后再核验。`,
    en: (n: number) =>
      `${n} keys that were to be destroyed are still there: run keys mirror, then verify again.`,
  },
  'cli.persons.summary': {
    'zh-CN': '导入自然人记录（每人一把密钥加密，全部导入或全部不导入）',
    en: 'Take in records about natural persons: each under the person’s own key, all rows or none',
  },
  'cli.persons.argument': { 'zh-CN': 'take-in：导入', en: 'take-in' },
  'cli.persons.item': {
    'zh-CN': '数据项代码，须为自然人数据项',
    en: 'the item: one that describes natural persons',
  },
  'cli.persons.file': {
    'zh-CN': 'CSV 文件（UTF-8）：uscc,id_number,from,to,amount,category',
    en: 'CSV file (UTF-8): uscc,id_number,from,to,amount,category',
  },
  'cli.persons.unknown': {
    'zh-CN': (word: string) => `persons 不认识“${word}”：可用 take-in。`,
    en: (word: string) => `persons does not know “${word}”: say take-in.`,
  },
  'cli.persons.no-file': {
    'zh-CN': (name: string) => `没有文件 ${name}，或大于 20 MB。请核对路径。`,
    en: (name: string) => `There is no file ${name}, or it is larger than 20 MB. Check the path.`,
  },
  'cli.persons.columns': {
    'zh-CN': '文件不是带表头 uscc,id_number,from,to 的 CSV，未导入任何记录。',
    en: 'The file is no CSV with the columns uscc, id_number, from and to. Nothing was taken in.',
  },
  'cli.persons.done': {
    'zh-CN': (rows: number, people: number, added: number) =>
      `读取 ${rows} 行、${people} 人；新增 ${added} 条，其余此前已有。`,
    en: (rows: number, people: number, added: number) =>
      `${rows} rows about ${people} people read; ${added} were new, the others known before.`,
  },
});
