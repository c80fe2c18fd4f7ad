import { defineText } from '~/text/define.ts';
import { showDay, showInstant } from '~/text/format.ts';

type At = { readonly at: string };

/** Why a consent does not open something, or cannot be given; each says what can be done. */
export const consentRefusals = defineText({
  'consent.not-found': { 'zh-CN': '没有找到这份授权。', en: 'This consent was not found.' },
  'consent.recipient-not-found': {
    'zh-CN': '没有找到这家机构或产品。',
    en: 'This institution or product was not found.',
  },
  'consent.none': {
    'zh-CN': '该企业没有授权贵机构查询。请联系企业，由企业在平台上授权。',
    en: 'This firm has given your institution no consent. Ask the firm to consent on the platform.',
  },
  'consent.branch': {
    'zh-CN': '企业授权的是贵行的另一家支行。请联系企业，由企业在平台上另行授权。',
    en: 'The firm consented to another branch of your bank. Ask the firm for a consent of your own.',
  },
  'consent.signature-wrong': {
    'zh-CN': '签名与登记的公钥和任务中的 statement 不符。请按 UTF-8 原文签名，Base64 编码后重新提交。',
    en: 'The signature does not fit the client’s key and the statement of the task. Sign its UTF-8 bytes as they stand and send base64.',
  },
  'consent.withdrawn': {
    'zh-CN': (r: At) =>
      `企业已于 ${showInstant(r.at, 'zh-CN')} 撤回授权，查询被拒绝。请停止使用已取得的数据。`,
    en: (r: At) =>
      `The firm withdrew its consent at ${showInstant(r.at, 'en')}; reading is refused. Stop using what you hold.`,
  },
  'consent.expired': {
    'zh-CN': (r: At) => `授权已于 ${showInstant(r.at, 'zh-CN')} 到期。如仍需要，请企业重新授权。`,
    en: (r: At) =>
      `The consent expired at ${showInstant(r.at, 'en')}. Ask the firm for a new one if it is still needed.`,
  },
  'consent.paused': {
    'zh-CN': (r: At) =>
      `企业自 ${showInstant(r.at, 'zh-CN')} 起暂停授权，恢复之前不能查询，已取得的数据也请暂停使用。`,
    en: (r: At) =>
      `The firm has paused its consent since ${showInstant(r.at, 'en')}: nothing is read until it resumes, and what you hold is not to be used meanwhile.`,
  },
  'consent.already-paused': { 'zh-CN': '这份授权已经暂停。', en: 'This consent is paused already.' },
  'consent.not-paused': { 'zh-CN': '这份授权没有暂停。', en: 'This consent is not paused.' },
  'consent.not-yet': {
    'zh-CN': (r: At) => `授权自 ${showInstant(r.at, 'zh-CN')} 起生效。`,
    en: (r: At) => `The consent takes effect at ${showInstant(r.at, 'en')}.`,
  },
  'consent.purpose': {
    'zh-CN': '企业授权的用途或产品与本次查询不同。换一个用途须由企业重新授权。',
    en: 'The firm consented to another purpose or product. A new purpose needs a new consent from the firm.',
  },
  'consent.purpose-reached': {
    'zh-CN': (r: At) => `申请已于 ${showInstant(r.at, 'zh-CN')} 结束，授权的目的已经实现，查询随之停止。`,
    en: (r: At) =>
      `The application was closed at ${showInstant(r.at, 'en')}: the purpose is reached and reading has stopped.`,
  },
  'consent.fetch-type': {
    'zh-CN': '企业只授权了一次性查询，持续监测须另行授权。',
    en: 'The firm consented to one matter only; continuing reads need a consent of their own.',
  },
  'consent.mode': {
    'zh-CN': ({ mode }: { mode: string }) =>
      mode === 'query'
        ? '企业只授权回答是或否，不提供评分、汇总或记录。'
        : '企业授权在线查看，不得留存副本，因此不能导出或下载。请在页面上查看；确需留存的，请企业另行授权“可以留存副本”。',
    en: ({ mode }: { mode: string }) =>
      mode === 'query'
        ? 'The firm’s consent allows yes-or-no answers only: no score, figures or records.'
        : 'The firm’s consent is to view on this platform and keep no copy, so nothing can be exported or downloaded. Read it on the page; if a copy must be kept, ask the firm for a consent that allows it.',
  },
  'consent.detail': {
    'zh-CN': '企业授权的查看深度不包括这部分内容。',
    en: 'The firm’s consent does not go this deep.',
  },
  'consent.items': {
    'zh-CN': '企业的授权不包括这些数据项。',
    en: 'The firm’s consent does not cover these items.',
  },
  'consent.personal-items': {
    'zh-CN': '其中有描述自然人的数据项，企业的授权不能打开，须由本人同意。',
    en: 'Some items describe natural persons. A firm’s consent cannot open them; only the person can.',
  },
  'consent.verify-only': {
    'zh-CN': '其中有仅供核验的数据项，只能给出核验结果，不提供记录。',
    en: 'Some items may only be compared: you get an answer, never the records.',
  },
  'consent.ceiling': {
    'zh-CN': '目录规定其中有数据项不提供记录明细（只提供汇总、核验结果或仅存储）。请只查询可提供的内容。',
    en: 'The catalogue keeps the records of some items back: they yield figures, an answer, or nothing. Ask only for what they yield.',
  },
  'consent.frequency': {
    'zh-CN': (r: { readsPerDay: number; again: string }) =>
      `今天的 ${r.readsPerDay} 次查询已用完，${showInstant(r.again, 'zh-CN')} 起可继续。`,
    en: (r: { readsPerDay: number; again: string }) =>
      `Today’s ${r.readsPerDay} reads are used up. Reading is possible again from ${showInstant(r.again, 'en')}.`,
  },
  'consent.no-items': { 'zh-CN': '请至少勾选一个数据项。', en: 'Tick at least one item.' },
  'consent.unknown-items': {
    'zh-CN': '所选数据项已不在现行目录中，请刷新页面后重选。',
    en: 'An item you chose is no longer in the catalogue. Reload the page and choose again.',
  },
  'consent.too-long': {
    'zh-CN': (r: { maxMonths: number }) => `授权最长 ${r.maxMonths} 个月，请缩短有效期。到期后可以续签。`,
    en: (r: { maxMonths: number }) =>
      `A consent lasts ${r.maxMonths} months at most. Shorten it; you can renew it later.`,
  },
  'consent.empty-period': {
    'zh-CN': '起止时间不正确，请重新选择。',
    en: 'The span is empty. Choose it again.',
  },
  'consent.wrong-recipient': {
    'zh-CN': '这个用途不能授权给该机构。',
    en: 'This purpose does not fit this recipient.',
  },
  'consent.not-periodic': {
    'zh-CN': '贷后监测须使用持续授权。',
    en: 'Monitoring needs a continuing consent.',
  },
  'consent.retention': {
    'zh-CN': (r: { maxDays: number }) => `留存期限须在 1 到 ${r.maxDays} 天之间。`,
    en: (r: { maxDays: number }) => `Choose between 1 and ${r.maxDays} days.`,
  },
  'consent.no-reads': { 'zh-CN': '每天至少允许 1 次查询。', en: 'Allow at least one read a day.' },
  'consent.recipient-suspended': {
    'zh-CN': '该机构已被暂停或安全评估已到期，暂时不能接受授权。请选择其他机构。',
    en: 'This institution is suspended or its security assessment has expired. Choose another.',
  },
  'consent.already-withdrawn': {
    'zh-CN': '这份授权已经撤回，无须再次操作。',
    en: 'This consent was withdrawn before. Nothing more to do.',
  },
  'consent.already-expired': {
    'zh-CN': '这份授权已经到期，无须撤回。',
    en: 'This consent has expired already. Nothing to withdraw.',
  },
  'consent.agree-first': { 'zh-CN': '请勾选同意后再签署。', en: 'Tick your agreement before you sign.' },
  'consent.choose-recipient': { 'zh-CN': '请选择被授权的银行。', en: 'Choose the bank.' },
  'consent.receipt-unreadable': {
    'zh-CN': '读不懂这份回执。请提供“下载回执”得到的完整文件，不要截取或重新排版。',
    en: 'This is not a receipt. Give the complete file from “Download the receipt”, neither cut nor reformatted.',
  },
  'consent.receipt-altered': {
    'zh-CN': '回执已被改动：内容与哈希不符，至少有一处与签署时不同。请向出示人索取原始文件。',
    en: 'The receipt was altered: its text does not match its hash. Ask for the original file.',
  },
  'consent.receipt-foreign': {
    'zh-CN': '不是本平台签署：签名与本平台的公钥不符，请不要采信。',
    en: 'Not signed by this platform: the signature does not fit its public key. Do not rely on it.',
  },
  'consent.receipt-personal': {
    'zh-CN': '签名有效：这是自然人本人的授权回执。授权内容只在本人的链接后显示，不在此公开。',
    en: 'The signatures are valid: the receipt of a natural person’s own consent. What it says is shown behind their link alone.',
  },
  'consent.receipt-unknown': {
    'zh-CN': '签名正确，但平台没有这份授权的记录。请与平台联系核对。',
    en: 'The signature is right but this platform has no such consent on record. Ask the platform.',
  },
  'consent.not-a-person': {
    'zh-CN': '只有个体工商户（自然人）可以提出。企业对拒绝可以申请复议。',
    en: 'Only a sole trader, who is a natural person, can ask this. A firm can ask for a second look at a decline.',
  },
  'consent.people-already': { 'zh-CN': '此前已要求人工审核。', en: 'You asked for people before.' },
  'consent.people-not-asked': { 'zh-CN': '目前没有要求人工审核。', en: 'You have not asked for people.' },
  'consent.stored-only': {
    'zh-CN': '企业已要求仅存储、不使用其数据，查询被拒绝。企业恢复使用后方可查询。',
    en: 'The firm has its data only stored: reading is refused until the firm allows use again.',
  },
  'consent.already-stored-only': { 'zh-CN': '已经是仅存储。', en: 'It is stored only already.' },
  'consent.not-stored-only': { 'zh-CN': '目前正常使用，无须恢复。', en: 'It is in normal use already.' },
  'consent.officer-not-found': {
    'zh-CN': '没有这位经办人，或其角色不能回执。请核对登录名。',
    en: 'There is no such officer, or the role may not confirm. Check the login.',
  },
  'consent.step-done': { 'zh-CN': '这一步已经回执过。', en: 'This step was confirmed before.' },
  'consent.step-order': {
    'zh-CN': '请先确认停止使用，再确认删除。',
    en: 'Confirm that use has stopped before you confirm the deletion.',
  },
});

export const consentFlashes = defineText({
  'consent.granted': {
    'zh-CN': '授权已签署，立即生效。请保存回执。',
    en: 'Signed and in force. Keep the receipt.',
  },
  'consent.withdrawn': { 'zh-CN': '授权已撤回，立即生效。', en: 'Withdrawn, with effect at once.' },
  'consent.paused': { 'zh-CN': '授权已暂停，立即生效。', en: 'Paused, with effect at once.' },
  'consent.resumed': { 'zh-CN': '授权已恢复，可以继续查询。', en: 'Resumed: reading is possible again.' },
  'consent.acknowledged': { 'zh-CN': '回执已记录，企业已收到通知。', en: 'Recorded; the firm was told.' },
});

/** What the other party's inbox says. */
export const consentNotifications = defineText({
  'consent.granted': {
    'zh-CN': (r: { firm: string }) => `${r.firm}授权贵机构查询`,
    en: (r: { firm: string }) => `${r.firm} gave your institution a consent`,
  },
  'consent.withdrawn': {
    'zh-CN': (r: { firm: string; dueOn: string }) =>
      `${r.firm}撤回了授权，请停止使用并在 ${showDay(r.dueOn, 'zh-CN')} 前删除`,
    en: (r: { firm: string; dueOn: string }) =>
      `${r.firm} withdrew its consent: stop using the data and delete them by ${showDay(r.dueOn, 'en')}`,
  },
  'consent.narrowed': {
    'zh-CN': (r: { firm: string; dueOn: string }) =>
      `${r.firm}重新签署的授权范围缩小，请在 ${showDay(r.dueOn, 'zh-CN')} 前删除不再包含的数据`,
    en: (r: { firm: string; dueOn: string }) =>
      `${r.firm} signed a consent that covers less: delete what it leaves out by ${showDay(r.dueOn, 'en')}`,
  },
  'consent.paused': {
    'zh-CN': (r: { firm: string }) => `${r.firm}暂停了授权，恢复之前不能查询`,
    en: (r: { firm: string }) => `${r.firm} paused its consent: nothing is read until it resumes`,
  },
  'consent.resumed': {
    'zh-CN': (r: { firm: string }) => `${r.firm}恢复了授权，可以继续查询`,
    en: (r: { firm: string }) => `${r.firm} resumed its consent: reading is possible again`,
  },
  'consent.expiring': {
    'zh-CN': (r: { recipientZh: string; on: string }) =>
      `给${r.recipientZh}的授权将于 ${showDay(r.on, 'zh-CN')} 到期，需要时请续签`,
    en: (r: { recipientEn: string; on: string }) =>
      `Your consent for ${r.recipientEn} ends on ${showDay(r.on, 'en')}: renew it if it is still needed`,
  },
  'consent.purge-reminded': {
    'zh-CN': (r: { firm: string; dueOn: string }) =>
      `请在 ${showDay(r.dueOn, 'zh-CN')} 前删除${r.firm}的数据并回执`,
    en: (r: { firm: string; dueOn: string }) =>
      `Delete the data of ${r.firm} by ${showDay(r.dueOn, 'en')} and confirm it`,
  },
  'consent.purge-escalated': {
    'zh-CN': (r: { firm: string; dueOn: string }) =>
      `${r.firm}的数据应于 ${showDay(r.dueOn, 'zh-CN')} 前删除，尚无回执，已上报平台`,
    en: (r: { firm: string; dueOn: string }) =>
      `The data of ${r.firm} were to be deleted by ${showDay(r.dueOn, 'en')}: not confirmed, and now reported`,
  },
  'consent.purge-overdue': {
    'zh-CN': (r: { bankZh: string; dueOn: string }) =>
      `${r.bankZh}逾期未回执删除（应于 ${showDay(r.dueOn, 'zh-CN')} 前）`,
    en: (r: { bankEn: string; dueOn: string }) =>
      `${r.bankEn} has not confirmed the deletion that was due by ${showDay(r.dueOn, 'en')}`,
  },
  'consent.retention-over': {
    'zh-CN': (r: { firm: string; dueOn: string }) =>
      `${r.firm}授权的留存期已满，请在 ${showDay(r.dueOn, 'zh-CN')} 前删除数据`,
    en: (r: { firm: string; dueOn: string }) =>
      `The retention that ${r.firm} agreed to is over: delete its data by ${showDay(r.dueOn, 'en')}`,
  },
  'consent.acknowledged': {
    'zh-CN': (r: { bank: string; step: string }) =>
      r.step === 'purged' ? `${r.bank}回执：已删除您的数据` : `${r.bank}回执：已停止使用您的数据`,
    en: (r: { bank: string; step: string }) =>
      r.step === 'purged'
        ? `${r.bank} confirmed that your data were deleted`
        : `${r.bank} confirmed that it stopped using your data`,
  },
});
