import { defineText } from '~/text/define.ts';

/** The command `search`. */
export const searchCliText = defineText({
  'cli.search.summary': {
    'zh-CN': '重建检索文档，或逐份核对其版本',
    en: 'Build the search documents anew, or compare the version of each',
  },
  'cli.search.argument': {
    'zh-CN': 'rebuild：由数据行重建；verify：核对，有差异时退出码为 1',
    en: 'rebuild: make them from their rows; verify: compare, exit code 1 if any differs',
  },
  'cli.search.unknown': {
    'zh-CN': (word: string) => `search 不认识“${word}”：可用 rebuild 或 verify。`,
    en: (word: string) => `search does not know “${word}”: say rebuild or verify.`,
  },
  'cli.search.rebuilt': {
    'zh-CN': (documents: string, removed: string) =>
      `已由数据行重建 ${documents} 份文档，移除 ${removed} 份。`,
    en: (documents: string, removed: string) =>
      `${documents} documents made from their rows, ${removed} without a row removed.`,
  },
  'cli.search.swapped': {
    'zh-CN': (documents: string) => `Meilisearch 新索引含 ${documents} 份文档，已切换启用。`,
    en: (documents: string) => `Meilisearch has a new index of ${documents} documents, swapped in.`,
  },
  'cli.search.same': {
    'zh-CN': (copy: string, documents: string) => `${copy}：${documents} 份文档，全部一致。`,
    en: (copy: string, documents: string) => `${copy}: ${documents} documents, all as they should be.`,
  },
  'cli.search.differs': {
    'zh-CN': (copy: string, documents: string) =>
      `${copy}：${documents} 份文档，存在差异；运行 search rebuild 可修复。`,
    en: (copy: string, documents: string) =>
      `${copy}: ${documents} documents, some differ; search rebuild mends them.`,
  },
  'cli.search.missing': {
    'zh-CN': (count: string, names: string) => `  缺少 ${count} 份：${names}`,
    en: (count: string, names: string) => `  ${count} missing: ${names}`,
  },
  'cli.search.stale': {
    'zh-CN': (count: string, names: string) => `  过时 ${count} 份：${names}`,
    en: (count: string, names: string) => `  ${count} out of date: ${names}`,
  },
  'cli.search.extra': {
    'zh-CN': (count: string, names: string) => `  多余 ${count} 份：${names}`,
    en: (count: string, names: string) => `  ${count} too many: ${names}`,
  },
});
