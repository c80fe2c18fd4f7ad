import { defineText } from '~/text/define.ts';

/** Webhooks of a bank: its addresses and the log of deliveries. */
export const webhookText = defineText({
  'hook.title': { 'zh-CN': '消息回调', en: 'Webhooks' },
  'hook.lede': {
    'zh-CN':
      '申请、需求、预警、授权每有一步进展，平台即按 Standard Webhooks 格式通知贵行系统。消息只含编号，详情凭接口权限读取。',
    en: 'At every step of an application, a need, an alert or a consent your system is told in the Standard Webhooks format. A message holds only its number; the rest is read over the interface.',
  },
  'hook.to-clients': { 'zh-CN': '系统接口', en: 'Interface' },
  'hook.list': { 'zh-CN': '回调地址', en: 'Addresses' },
  'hook.none': { 'zh-CN': '还没有回调地址', en: 'No address yet' },
  'hook.none-next': {
    'zh-CN': '在下方登记一个 https 地址，签名密钥只显示一次。',
    en: 'Add an https address below; its signing secret is shown once.',
  },
  'hook.url': { 'zh-CN': '地址', en: 'Address' },
  'hook.url-hint': {
    'zh-CN': '公网 https 地址；专线内网地址须先由平台开通。',
    en: 'A public https address; one on a dedicated line has to be opened by the platform first.',
  },
  'hook.types': { 'zh-CN': '通知哪些进展', en: 'What to tell' },
  'hook.types-hint': { 'zh-CN': '一项都不选即通知全部。', en: 'Choose none to be told of all.' },
  'hook.all-types': { 'zh-CN': '全部', en: 'All' },
  'hook.create': { 'zh-CN': '登记地址', en: 'Add an address' },
  'hook.state': { 'zh-CN': '状态', en: 'State' },
  'hook.state.active': { 'zh-CN': '启用', en: 'On' },
  'hook.state.disabled': { 'zh-CN': '停用', en: 'Off' },
  'hook.why.by-hand': { 'zh-CN': '人工停用', en: 'Switched off by hand' },
  'hook.why.gone': { 'zh-CN': '对方答复 410，不再接收', en: 'The receiver answered 410: it wants no more' },
  'hook.why.exhausted': {
    'zh-CN': '连续约五天送达失败，已自动停用',
    en: 'Deliveries failed for about five days; switched off',
  },
  'hook.messages': { 'zh-CN': '近 30 天消息', en: 'Messages in 30 days' },
  'hook.counts': {
    'zh-CN': (all: number, delivered: number, pending: number, failed: number) =>
      `${all} 条：送达 ${delivered}，待送 ${pending}，失败 ${failed}`,
    en: (all: number, delivered: number, pending: number, failed: number) =>
      `${all}: ${delivered} delivered, ${pending} waiting, ${failed} failed`,
  },
  'hook.fresh': {
    'zh-CN': '签名密钥只显示这一次，请立即保存',
    en: 'The signing secret is shown this once: keep it now',
  },
  'hook.secret': { 'zh-CN': '签名密钥', en: 'Signing secret' },
  'hook.how': { 'zh-CN': '怎样核对签名', en: 'How to check a signature' },
  'hook.how-1': {
    'zh-CN': '1. 取请求头 webhook-id、webhook-timestamp 和请求体原文，以“.”连接。',
    en: '1. Join the headers webhook-id and webhook-timestamp and the raw body with dots.',
  },
  'hook.how-2': {
    'zh-CN':
      '2. 用密钥（去掉 whsec_ 后的 Base64）计算 HMAC-SHA256，Base64 后与 webhook-signature 中 v1 的值比较。',
    en: '2. HMAC-SHA-256 with the secret (the Base64 behind whsec_), in Base64, is the v1 value of webhook-signature.',
  },
  'hook.how-3': {
    'zh-CN':
      '3. 15 秒内答复 2xx；同一 webhook-id 可能重复送达，请只处理一次。失败后依次间隔 5 秒、5 分钟、30 分钟、2 小时……重试约五天。',
    en: '3. Answer 2xx within 15 seconds. The same webhook-id may come again: handle it once. Failures are tried again after 5 seconds, 5 minutes, 30 minutes, 2 hours and so on for about five days.',
  },
  'hook.log': { 'zh-CN': '送达记录', en: 'Delivery log' },
  'hook.log-none': { 'zh-CN': '没有这一类消息', en: 'No such message' },
  'hook.log-none-next': {
    'zh-CN': '申请、预警有进展，授权被撤回，评分重述时，消息会出现在这里。',
    en: 'Messages appear here as applications and alerts move, consents are withdrawn and scores restated.',
  },
  'hook.filter': { 'zh-CN': '按结果筛选', en: 'Filter by result' },
  'hook.filter.all': { 'zh-CN': '全部', en: 'All' },
  'hook.message.pending': { 'zh-CN': '待送', en: 'Waiting' },
  'hook.message.delivered': { 'zh-CN': '已送达', en: 'Delivered' },
  'hook.message.failed': { 'zh-CN': '失败', en: 'Failed' },
  'hook.type': { 'zh-CN': '进展', en: 'What happened' },
  'hook.about': { 'zh-CN': '申请或预警', en: 'Application or alert' },
  'hook.at': { 'zh-CN': '产生于', en: 'Made' },
  'hook.attempts': { 'zh-CN': '尝试', en: 'Attempts' },
  'hook.attempt': {
    'zh-CN': (what: string, ms: number) => `${what}，${ms} 毫秒`,
    en: (what: string, ms: number) => `${what}, ${ms} ms`,
  },
  'hook.status': {
    'zh-CN': (status: number) => `答复 ${status}`,
    en: (status: number) => `answered ${status}`,
  },
  'hook.outcome.unreachable': { 'zh-CN': '无法连接', en: 'not reachable' },
  'hook.outcome.timeout': { 'zh-CN': '15 秒内未答复', en: 'no answer in 15 seconds' },
  'hook.outcome.forbidden-address': { 'zh-CN': '地址指向内网，未发送', en: 'leads inside, not sent' },
  'hook.outcome.no-secret': {
    'zh-CN': '密钥已失，请重新登记地址',
    en: 'its secret is gone: add the address anew',
  },
  'hook.next': { 'zh-CN': '下次尝试', en: 'Next' },
  'hook.resend': { 'zh-CN': '重发', en: 'Send again' },
  'hook.disable': { 'zh-CN': '停用', en: 'Switch off' },
  'hook.enable': { 'zh-CN': '启用', en: 'Switch on' },
  'hook.remove': { 'zh-CN': '删除', en: 'Remove' },
  'hook.remove-ask': {
    'zh-CN': '删除这个地址？密钥随即销毁，待送消息不再发出，不能恢复。',
    en: 'Remove this address? Its secret is destroyed and what waits is not sent; that is final.',
  },
  'hook.back': { 'zh-CN': '全部回调地址', en: 'All addresses' },
  'hook.type.application.submitted': { 'zh-CN': '收到申请', en: 'Submitted' },
  'hook.type.application.picked-up': { 'zh-CN': '已受理', en: 'Picked up' },
  'hook.type.application.proposed': { 'zh-CN': '已提出意见', en: 'Proposed' },
  'hook.type.application.sent-back': { 'zh-CN': '退回重审', en: 'Sent back' },
  'hook.type.application.approved': { 'zh-CN': '已批准', en: 'Approved' },
  'hook.type.application.declined': { 'zh-CN': '未批准', en: 'Declined' },
  'hook.type.application.withdrawn': { 'zh-CN': '企业撤回', en: 'Withdrawn by the firm' },
  'hook.type.application.accepted': { 'zh-CN': '企业接受方案', en: 'Offer accepted' },
  'hook.type.application.offer-declined': { 'zh-CN': '企业谢绝方案', en: 'Offer declined' },
  'hook.type.application.contracted': { 'zh-CN': '已签合同', en: 'Contracted' },
  'hook.type.application.disbursed': { 'zh-CN': '已放款', en: 'Disbursed' },
  'hook.type.application.returned': { 'zh-CN': '超时退回', en: 'Returned past its clock' },
  'hook.type.application.lapsed': { 'zh-CN': '方案失效', en: 'Offer lapsed' },
  'hook.type.application.documented': { 'zh-CN': '企业补充材料', en: 'Documents added' },
  'hook.type.application.documents-asked': { 'zh-CN': '要求补充材料', en: 'Documents asked for' },
  'hook.type.application.second-look-asked': { 'zh-CN': '企业要求复议', en: 'Second look asked for' },
  'hook.type.application.second-look-refused': {
    'zh-CN': '复议维持原决定',
    en: 'Second look upheld the decline',
  },
  'hook.type.application.reopened': { 'zh-CN': '复议后重新审查', en: 'Reopened by the second look' },
  'hook.type.application.resumed': { 'zh-CN': '材料补齐，恢复计时', en: 'Documents in, clock runs' },
  'hook.type.application.pause-ended': {
    'zh-CN': '补件期满，恢复计时',
    en: 'Time for documents over, clock runs',
  },
  'hook.type.application.transferred': { 'zh-CN': '移交其他机构网点', en: 'Moved to another branch' },
  'hook.type.application.reassigned': { 'zh-CN': '更换经办人', en: 'Reassigned' },
  'hook.type.need.posted': { 'zh-CN': '企业发布需求', en: 'Need posted by a firm' },
  'hook.type.need.taken': { 'zh-CN': '本行承接需求', en: 'Need taken up by your bank' },
  'hook.type.need.answered': { 'zh-CN': '本行答复需求', en: 'Need answered by your bank' },
  'hook.type.need.chosen': { 'zh-CN': '企业选中本行方案', en: 'Your terms chosen by the firm' },
  'hook.type.need.returned': { 'zh-CN': '需求逾期退回', en: 'Need returned, your time ran out' },
  'hook.type.need.withdrawn': { 'zh-CN': '企业撤回需求', en: 'Need withdrawn by the firm' },
  'hook.type.need.expired': { 'zh-CN': '需求发布到期', en: 'Need no longer posted' },
  'hook.type.monitoring.raised': { 'zh-CN': '贷后预警', en: 'Alert raised' },
  'hook.type.monitoring.escalated': { 'zh-CN': '预警升级', en: 'Alert escalated' },
  'hook.type.monitoring.answered': { 'zh-CN': '企业说明预警', en: 'Alert answered by the firm' },
  'hook.type.consent.withdrawn': { 'zh-CN': '企业撤回授权', en: 'A firm withdrew a consent' },
  'hook.type.consent.paused': { 'zh-CN': '企业暂停授权', en: 'A firm paused a consent' },
  'hook.type.consent.resumed': { 'zh-CN': '企业恢复授权', en: 'A firm resumed a consent' },
  'hook.type.consent.person-withdrawn': {
    'zh-CN': '自然人撤回授权',
    en: 'A person withdrew a consent',
  },
  'hook.type.restatement.viewer': {
    'zh-CN': '看过的记录或评分已重述',
    en: 'A record or score that you read was restated',
  },
  'hook.type.restatement.open-application': {
    'zh-CN': '待决申请须按新评分判断',
    en: 'An open application is to be judged anew',
  },
  'hook.type.restatement.second-look': {
    'zh-CN': '拒绝决定须复核',
    en: 'A decline is to be looked at again',
  },
  'hook.type.monitoring.reminded': { 'zh-CN': '催办预警', en: 'Reminder of an alert' },
  'hook.type.monitoring.superseded': { 'zh-CN': '预警并入更高等级', en: 'Alert taken over by a graver one' },
  'hook.type.monitoring.cleared': { 'zh-CN': '预警解除', en: 'Alert cleared' },
  'hook.type.monitoring.closed': { 'zh-CN': '预警办结', en: 'Alert closed' },
  'hook.type.monitoring.reversed': { 'zh-CN': '预警改判', en: 'Verdict on an alert reversed' },
});

/** Why a webhook was refused. */
export const webhookRefusals = defineText({
  'institution.webhook-not-found': {
    'zh-CN': '没有找到这个回调地址或消息。',
    en: 'This webhook or message was not found.',
  },
  'institution.webhook-address': {
    'zh-CN': '须为公网 https 地址，不含用户名密码，也不能指向内网。专线地址请联系平台开通。',
    en: 'It has to be a public https address without a name or password in it and not lead inside. Ask the platform to open a dedicated line.',
  },
  'institution.webhook-off': {
    'zh-CN': '这个回调地址已停用。请先启用再重发。',
    en: 'This webhook is off. Switch it on first.',
  },
});

/** What is said after a command. */
export const webhookFlashes = defineText({
  'hook.flash.enable': { 'zh-CN': '回调地址已启用。', en: 'The webhook is on.' },
  'hook.flash.disable': { 'zh-CN': '回调地址已停用。', en: 'The webhook is off.' },
  'hook.flash.remove': { 'zh-CN': '回调地址已删除。', en: 'The webhook was removed.' },
  'hook.flash.resent': {
    'zh-CN': '已安排重发，稍后刷新查看结果。',
    en: 'It will be sent again; reload to see the result.',
  },
});

/** The sentence of its notification. */
export const webhookNotifications = defineText({
  'institution.webhook-disabled': {
    'zh-CN': (p: { host: string }) => `发往 ${p.host} 的消息回调已停用，请检查后重新启用`,
    en: (p: { host: string }) => `The webhook to ${p.host} was switched off; check it and switch it on again`,
  },
});
