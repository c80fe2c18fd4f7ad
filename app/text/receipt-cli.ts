import { defineText } from '~/text/define.ts';

/** The command `receipt`. */
export const receiptCliText = defineText({
  'cli.receipt.summary': {
    'zh-CN': '离线验证授权回执：哈希、Ed25519 与 SM2 签名、撤回',
    en: 'Verify a consent receipt offline: hashes, Ed25519 and SM2 signatures, withdrawal',
  },
  'cli.receipt.argument': { 'zh-CN': 'verify：验证', en: 'verify' },
  'cli.receipt.file': { 'zh-CN': '下载得到的回执文件', en: 'the receipt as it was downloaded' },
  'cli.receipt.key': {
    'zh-CN': '平台公布的 Ed25519 公钥；不给则用回执自带的公钥，并提示核对',
    en: 'the Ed25519 key that the platform publishes; without it the receipt’s own key is used and named',
  },
  'cli.receipt.sm2-key': { 'zh-CN': '平台公布的 SM2 公钥', en: 'the SM2 key that the platform publishes' },
  'cli.receipt.unknown': {
    'zh-CN': (word: string) => `receipt 不认识“${word}”：可用 verify。`,
    en: (word: string) => `receipt does not know “${word}”: say verify.`,
  },
  'cli.receipt.no-file': {
    'zh-CN': (name: string) => `没有文件 ${name}。请核对路径。`,
    en: (name: string) => `There is no file ${name}. Check the path.`,
  },
  'cli.receipt.too-large': {
    'zh-CN': (name: string) => `${name} 太大，不会是回执。`,
    en: (name: string) => `${name} is too large to be a receipt.`,
  },
  'cli.receipt.valid': {
    'zh-CN': (firm: string, recipient: string, items: number) =>
      `回执未被改动：${firm}授权${recipient}查询 ${items} 个数据项。`,
    en: (firm: string, recipient: string, items: number) =>
      `Unaltered: ${firm} lets ${recipient} read ${items} items.`,
  },
  'cli.receipt.span': {
    'zh-CN': (from: string, to: string) => `签署于 ${from}，有效至 ${to}；此后有无撤回，请在平台验证页查询。`,
    en: (from: string, to: string) =>
      `Signed at ${from}, good until ${to}; whether it was withdrawn since, the platform’s page tells.`,
  },
  'cli.receipt.paused': {
    'zh-CN': (at: string) => `自 ${at} 起暂停（以下载回执时为准）`,
    en: (at: string) => `Paused since ${at}, as of when the receipt was made`,
  },
  'cli.receipt.withdrawn': {
    'zh-CN': (at: string) => `已于 ${at} 撤回。`,
    en: (at: string) => `Withdrawn at ${at}.`,
  },
  'cli.receipt.sm2.valid': { 'zh-CN': 'SM2 签名有效。', en: 'The SM2 signature is valid.' },
  'cli.receipt.sm2.absent': { 'zh-CN': '回执没有 SM2 签名。', en: 'The receipt has no SM2 signature.' },
  'cli.receipt.sm2.unknown': {
    'zh-CN': '本机的 OpenSSL 不支持 SM2，未验证 SM2 签名。',
    en: 'OpenSSL here lacks SM2, so the SM2 signature was not compared.',
  },
  'cli.receipt.trust.pinned': {
    'zh-CN': (keyId: string) => `签名与给定的公钥 ${keyId} 相符。`,
    en: (keyId: string) => `Signed with the given key ${keyId}.`,
  },
  'cli.receipt.trust.own-key': {
    'zh-CN': (keyId: string) =>
      `使用了回执自带的公钥 ${keyId}，请与平台验证页公布的编号核对，或用 --key 给出公钥。`,
    en: (keyId: string) =>
      `The receipt’s own key ${keyId} was used: compare it with the one on the platform’s page, or give it with --key.`,
  },
});
