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
    'zh-CN': '银行提供的 Ed25519 公钥（可多把）；不给则银行的报文视为未核验',
    en: 'the Ed25519 key or keys that the bank gave you; without them its messages are not checked',
  },
  'cli.message.platform-key': {
    'zh-CN': '平台公布的 Ed25519 公钥；不给则用本机平台的公钥，没有则视为未核验',
    en: 'the Ed25519 key that the platform publishes; left out, that of this installation, and without one not checked',
  },
  'cli.message.unknown': {
    'zh-CN': (word: string) => `message 不认识“${word}”：可用 verify。`,
    en: (word: string) => `message does not know “${word}”: say verify.`,
  },
  'cli.message.no-file': {
    'zh-CN': (name: string) => `没有文件 ${name}，或它太大。请核对路径。`,
    en: (name: string) => `There is no file ${name}, or it is too large. Check the path.`,
  },
  'cli.message.line': {
    'zh-CN': (said: string, whose: string, key: string, verdict: string) =>
      `${said}　${whose} ${key}　${verdict}`,
    en: (said: string, whose: string, key: string, verdict: string) => `${said}  ${whose} ${key}  ${verdict}`,
  },
  'cli.message.good': { 'zh-CN': '签名有效', en: 'signature valid' },
  'cli.message.bad': {
    'zh-CN': '签名无效，或文件所述与签名内容不符',
    en: 'INVALID: the signature, or what the file says beside it',
  },
  'cli.message.foreign': { 'zh-CN': '不是可信密钥所签', en: 'NOT signed by a trusted key' },
  'cli.message.unchecked': { 'zh-CN': '未核验：没有可对照的密钥', en: 'NOT CHECKED: no key to compare with' },
  'cli.message.nothing-signed': { 'zh-CN': '（无可信内容）', en: '(nothing that was signed)' },
  'cli.message.by-bank': { 'zh-CN': '银行自有密钥', en: 'the bank’s own key' },
  'cli.message.by-platform': {
    'zh-CN': '平台密钥（代经办人签署）',
    en: 'the platform’s key (for the officer who acted)',
  },
  'cli.message.foreign-keys': {
    'zh-CN': '有报文不是用对照的密钥签的。请向银行或平台核对公钥；银行有多把密钥的，可放在同一个文件里。',
    en: 'Some messages were not signed by the keys compared. Ask the bank or the platform for its key; several keys of a bank may stand in one file.',
  },
  'cli.message.unchecked-keys': {
    'zh-CN':
      '文件自带的公钥不能证明是谁签的：请用 --key 给出银行的公钥，用 --platform-key 给出平台公布的公钥。',
    en: 'The keys in the file do not prove who signed: give the bank’s with --key and the one that the platform publishes with --platform-key.',
  },
  'cli.message.none-own': {
    'zh-CN': '其中没有银行自有密钥签署的报文。',
    en: 'None of them was signed by a key of the bank’s own.',
  },
});
