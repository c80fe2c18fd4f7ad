import { defineText } from '~/text/define.ts';

/** The command `message`. */
export const messageCliText = defineText({
  'cli.message.summary': {
    'zh-CN': '离线验证一笔申请的签名报文：银行自有密钥与平台密钥',
    en: 'Verify the signed messages of an application offline: the bank’s own key and the platform’s',
  },
  'cli.message.argument': { 'zh-CN': 'verify：验证', en: 'verify' },
  'cli.message.file': { 'zh-CN': '下载得到的签名报文文件', en: 'the file of messages as it was downloaded' },
  'cli.message.key': {
    'zh-CN': '银行提供的 Ed25519 公钥；不给则用文件自带的公钥，并提示核对',
    en: 'the Ed25519 key that the bank gave you; without it the file’s own keys are used and named',
  },
  'cli.message.unknown': {
    'zh-CN': (word: string) => `message 不认识“${word}”：可用 verify。`,
    en: (word: string) => `message does not know “${word}”: say verify.`,
  },
  'cli.message.no-file': {
    'zh-CN': (name: string) => `没有文件 ${name}，或它太大。请核对路径。`,
    en: (name: string) => `There is no file ${name}, or it is too large. Check the path.`,
  },
  'cli.message.good': {
    'zh-CN': (at: string, state: string, whose: string, key: string) =>
      `${at}　${state}　${whose} ${key}　签名有效`,
    en: (at: string, state: string, whose: string, key: string) =>
      `${at}  ${state}  ${whose} ${key}  signature valid`,
  },
  'cli.message.bad': {
    'zh-CN': (at: string, state: string, whose: string, key: string) =>
      `${at}　${state}　${whose} ${key}　签名无效`,
    en: (at: string, state: string, whose: string, key: string) =>
      `${at}  ${state}  ${whose} ${key}  signature INVALID`,
  },
  'cli.message.by-bank': { 'zh-CN': '银行自有密钥', en: 'the bank’s own key' },
  'cli.message.by-platform': {
    'zh-CN': '平台密钥（代经办人签署）',
    en: 'the platform’s key (for the officer who acted)',
  },
  'cli.message.foreign': {
    'zh-CN': '有报文不是用您给的密钥签的。请向银行核对公钥。',
    en: 'Some messages were not signed by the key that you gave. Ask the bank for its key.',
  },
  'cli.message.own-keys': {
    'zh-CN': '使用的是文件自带的公钥：请把上面的密钥短名与银行公布的核对，或用 --key 指定。',
    en: 'The keys came with the file: compare their short names with those that the bank publishes, or give --key.',
  },
  'cli.message.none-own': {
    'zh-CN': '其中没有银行自有密钥签署的报文。',
    en: 'None of them was signed by a key of the bank’s own.',
  },
});
