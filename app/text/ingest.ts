import { defineText } from '~/text/define.ts';

/** The command `ingest`. */
export const ingestText = defineText({
  'ingest.summary': {
    'zh-CN': '把数据集或某个数据项的文件按正常流程接入',
    en: 'Take in a data set, or a provider’s file of one item, the ordinary way',
  },
  'ingest.dataset': { 'zh-CN': '数据集', en: 'The data set' },
  'ingest.dir': {
    'zh-CN': '数据集所在文件夹，文件形如 <数据集>_<表>*.csv.gz',
    en: 'The folder of its files, <data set>_<table>*.csv.gz',
  },
  'ingest.file': { 'zh-CN': '单个数据项的 CSV 文件（可为 .gz）', en: 'A CSV file of one item, plain or .gz' },
  'ingest.item': { 'zh-CN': '数据目录中的数据项代码', en: 'Code of the item in the catalogue' },
  'ingest.provider': {
    'zh-CN': '提供方代码；须与目录一致，可省略',
    en: 'Code of the provider; must be the catalogue’s, may be left out',
  },
  'ingest.encoding': { 'zh-CN': '文件编码', en: 'Encoding of the file' },
  'ingest.progress': { 'zh-CN': '接入（千字节）', en: 'Reading (kB)' },
  'ingest.detected': {
    'zh-CN': (format: string, encoding: string | null) =>
      `识别为 ${[format.toUpperCase(), encoding?.toUpperCase()].filter(Boolean).join('，')}`,
    en: (format: string, encoding: string | null) =>
      `Read as ${[format.toUpperCase(), encoding?.toUpperCase()].filter(Boolean).join(', ')}`,
  },
  'ingest.firms': { 'zh-CN': (firms: string) => `企业 ${firms} 户`, en: (firms: string) => `${firms} firms` },
  'ingest.records': {
    'zh-CN': (read: string, accepted: string, duplicate: string, quarantined: string) =>
      `记录：读取 ${read}，接收 ${accepted}，重复 ${duplicate}，隔离 ${quarantined}`,
    en: (read: string, accepted: string, duplicate: string, quarantined: string) =>
      `Records: ${read} read, ${accepted} accepted, ${duplicate} duplicate, ${quarantined} in quarantine`,
  },
  'ingest.pace': {
    'zh-CN': (seconds: string, pace: string) => `用时 ${seconds} 秒，每秒 ${pace} 条`,
    en: (seconds: string, pace: string) => `${seconds} s, ${pace} records a second`,
  },
  'ingest.missing': {
    'zh-CN': (table: string) => `文件夹中没有表 ${table} 的文件`,
    en: (table: string) => `The folder holds no file of the table ${table}`,
  },
  'ingest.reason': {
    'zh-CN': (records: string, item: string, reason: string) => `  隔离 ${records} 条：${item} · ${reason}`,
    en: (records: string, item: string, reason: string) => `  ${records} in quarantine: ${item} · ${reason}`,
  },
  'ingest.refused': {
    'zh-CN': (file: string, why: string) => `${file}：${why}`,
    en: (file: string, why: string) => `${file}: ${why}`,
  },
});
