import { defineText } from '~/text/define.ts';

/** The command `report`. */
export const reportCliText = defineText({
  'cli.report.summary': {
    'zh-CN': '离线核验信用报告的签名文件',
    en: 'Verify a signed credit report offline',
  },
  'cli.report.verb': { 'zh-CN': '做什么：verify 核验', en: 'What to do: verify' },
  'cli.report.file': { 'zh-CN': '报告的 JSON 文件', en: 'The report’s JSON file' },
  'cli.report.key': {
    'zh-CN': '平台公布的密钥编号；给出后不是这把密钥即为无效',
    en: 'The key id that the platform publishes; another key is then refused',
  },
  'cli.report.no-file': {
    'zh-CN': (file: string) => `找不到文件 ${file}。请检查路径。`,
    en: (file: string) => `There is no file ${file}. Check the path.`,
  },
  'cli.report.whole': {
    'zh-CN': (firm: string, at: string) => `内容与签名一致：${firm}，出具于 ${at}`,
    en: (firm: string, at: string) => `Whole and signed: ${firm}, made at ${at}`,
  },
  'cli.report.key-known': {
    'zh-CN': (key: string) => `签名密钥 ${key}，与给出的一致`,
    en: (key: string) => `Signed with key ${key}, the one you named`,
  },
  'cli.report.key-compare': {
    'zh-CN': (key: string) => `签名密钥 ${key}：请与平台核验页公布的编号比对，或用 --key 给出`,
    en: (key: string) =>
      `Signed with key ${key}: compare it with the platform’s check page, or name it with --key`,
  },
  'cli.report.still': {
    'zh-CN': (path: string) => `是否仍然有效，请访问平台的 ${path}`,
    en: (path: string) => `Whether it still holds: see ${path} on the platform`,
  },
});
