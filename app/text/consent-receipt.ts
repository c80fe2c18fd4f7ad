import { defineText } from '~/text/define.ts';

/** Verifying a receipt without signing in. */
export const receiptText = defineText({
  'receipt.title': { 'zh-CN': '验证授权回执', en: 'Verify a consent receipt' },
  'receipt.lede': {
    'zh-CN': '粘贴回执全文。无须登录；验证只比对哈希与签名，不保存您粘贴的内容。',
    en: 'Paste the whole receipt. No sign-in; only hash and signature are compared and nothing you paste is kept.',
  },
  'receipt.field': { 'zh-CN': '回执内容（JSON）', en: 'Receipt (JSON)' },
  'receipt.file': { 'zh-CN': '或选择回执文件', en: 'Or choose the receipt file' },
  'receipt.do': { 'zh-CN': '验证', en: 'Verify' },
  'receipt.valid': { 'zh-CN': '回执有效，未被改动', en: 'Valid and unaltered' },
  'receipt.now': { 'zh-CN': '目前状态', en: 'As of now' },
  'receipt.offline': { 'zh-CN': '不用本站也能验证', en: 'Without this site' },
  'receipt.offline-text': {
    'zh-CN':
      '一、计算 sha256(previousHash + 换行 + body)，应等于 hash；二、用回执中的 publicKey 验证 signature 是对 hash 文本的 Ed25519 签名。',
    en: '1. sha256(previousHash + newline + body) must equal hash. 2. signature must be the Ed25519 signature over the text of hash by publicKey.',
  },
  'receipt.offline-sm2': {
    'zh-CN':
      '三、sm2 部分是同一文本的国密签章：SM3 摘要与其上的 SM2 签名，签名者标识为空，可用 openssl dgst -sm3 -verify 直接验证。',
    en: '3. sm2 seals the same text in SM3 and SM2 with an empty signer’s identity: openssl dgst -sm3 -verify takes it as it is.',
  },
  'receipt.offline-cli': {
    'zh-CN': '或者用命令行，断网也能运行：',
    en: 'Or by the command line, which needs no network:',
  },
  'receipt.keys': { 'zh-CN': '平台公布的公钥', en: 'The keys that this platform publishes' },
  'receipt.keys-text': {
    'zh-CN': '离线验证时请以这里公布的公钥为准，不要只相信回执自带的公钥。',
    en: 'When you verify offline, rely on these keys and not on the one that a receipt brings along.',
  },
  'receipt.key.ed25519': { 'zh-CN': 'Ed25519 公钥', en: 'Ed25519 key' },
  'receipt.key.sm2': { 'zh-CN': 'SM2 公钥', en: 'SM2 key' },
  'receipt.key-id': { 'zh-CN': '公钥编号', en: 'key number' },
});

/** A bank's tasks after withdrawals. */
export const withdrawalText = defineText({
  'withdrawal.title': { 'zh-CN': '撤回与删除', en: 'Withdrawals' },
  'withdrawal.lede': {
    'zh-CN':
      '企业撤回授权或留存期届满后，平台已停止放行查询。请停止使用已取得的数据，按期删除并在此回执，企业能看到；逾期会上报平台。',
    en: 'A firm withdrew, or the retention it agreed to is over: reads are closed. Stop using what you hold, delete it by the day stated and confirm here; the firm sees it, and a late one is reported.',
  },
  'withdrawal.none': { 'zh-CN': '没有待处理的撤回', en: 'Nothing was withdrawn' },
  'withdrawal.caption': { 'zh-CN': '待办清单', en: 'Tasks' },
  'withdrawal.firm': { 'zh-CN': '企业', en: 'Firm' },
  'withdrawal.of-person': { 'zh-CN': '自然人本人授权', en: 'A person’s own consent' },
  'withdrawal.at': { 'zh-CN': '撤回时间', en: 'Withdrawn' },
  'withdrawal.due': { 'zh-CN': '最迟删除', en: 'Delete by' },
  'withdrawal.state': { 'zh-CN': '进度', en: 'State' },
  'withdrawal.do.stopped': { 'zh-CN': '确认已停止使用', en: 'Confirm: use stopped' },
  'withdrawal.do.purged': { 'zh-CN': '确认已删除', en: 'Confirm: deleted' },
  'withdrawal.done': { 'zh-CN': '已完成', en: 'Done' },
  'withdrawal.overdue': { 'zh-CN': '已超期', en: 'Overdue' },
  'withdrawal.all.title': { 'zh-CN': '删除回执跟踪', en: 'Deletions due' },
  'withdrawal.all.lede': {
    'zh-CN': '企业撤回或留存期届满后，各接收方尚未完成的停用与删除。临期自动催办，逾期自动上报并通知企业。',
    en: 'What recipients have yet to stop and delete after a withdrawal or at the end of retention. They are reminded near the day; late ones are reported and the firm is told.',
  },
  'withdrawal.all.none': { 'zh-CN': '没有未完成的删除', en: 'Every deletion is confirmed' },
  'withdrawal.all.bank': { 'zh-CN': '接收方', en: 'Recipient' },
  'withdrawal.all.chased': { 'zh-CN': '催办', en: 'Chased' },
  'withdrawal.chased.reminded': { 'zh-CN': '已催办', en: 'Reminded' },
  'withdrawal.chased.escalated': { 'zh-CN': '已上报', en: 'Reported' },
  'withdrawal.chased.none': { 'zh-CN': '未到催办日', en: 'Not yet' },
  'withdrawal.dropped': {
    'zh-CN': (items: readonly string[]) => `新授权不再包含：${items.join('、')}，只删除这些`,
    en: (items: readonly string[]) => `The newer consent leaves out: ${items.join(', ')}. Delete these only`,
  },
  'withdrawal.narrowed': {
    'zh-CN': '新授权的使用程度降低：删除其不再允许留存的部分',
    en: 'The newer consent allows less: delete what it no longer lets you keep',
  },
  'withdrawal.retention-over': { 'zh-CN': '留存期已满', en: 'Retention is over' },
});
