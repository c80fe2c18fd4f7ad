import { defineText } from '~/text/define.ts';

/** Machines of a department and the push interface. */
export const clientText = defineText({
  'client.title': { 'zh-CN': '推送接口', en: 'Push interface' },
  'client.lede': {
    'zh-CN':
      '让本部门的系统直接推送数据：先建立一个客户端，用它的编号和密钥换取 30 分钟有效的令牌，再按接口说明推送。',
    en: 'Let your own system push records: make a client, exchange its id and secret for a token that holds 30 minutes, and push as the description says.',
  },
  'client.title-recipient': { 'zh-CN': '系统接口', en: 'Interface' },
  'client.lede-recipient': {
    'zh-CN':
      '让本机构的系统直接办理申请、查看撤回任务并回执：每个客户端只有所选的权限；删除回执用登记的 Ed25519 密钥签名，平台验签后连同签名一起保存。',
    en: 'Let your own system handle applications, read what was withdrawn and acknowledge it. A client may do what you tick and no more; acknowledgements are signed with its Ed25519 key, checked, and kept with the signature.',
  },
  'client.how-answer': { 'zh-CN': '怎样回执', en: 'How to acknowledge' },
  'client.how-4': {
    'zh-CN': '1. 在本机构生成密钥，公钥登记在上方，私钥自己保管',
    en: '1. Make a key at your side; register the public part above and keep the private one',
  },
  'client.how-5': { 'zh-CN': '2. 换取令牌，查看任务', en: '2. Get a token and read the tasks' },
  'client.how-6': {
    'zh-CN': '3. 对任务中的 statement 原文签名后回执；同一请求重发不会重复登记',
    en: '3. Sign the statement of the task as it stands and acknowledge; sending it again changes nothing',
  },
  'client.key': { 'zh-CN': '公钥（Ed25519，PEM）', en: 'Public key (Ed25519, PEM)' },
  'client.own-key': { 'zh-CN': (key: string) => `自有密钥 ${key}`, en: (key: string) => `Own key ${key}` },
  'client.key-hint': {
    'zh-CN':
      '有回执权限时必填；有受理或签发权限时，登记后每一步都须用它签名。以 -----BEGIN PUBLIC KEY----- 开头。换密钥：新建一个带新公钥的客户端，再停用旧的；旧报文仍可验证。',
    en: 'Needed to acknowledge. With it, each step that officer’s or deciding clients take is signed by it. It begins with -----BEGIN PUBLIC KEY-----. For another key make a client with the new one and revoke the old: old messages still verify.',
  },
  'client.scope.withdrawals:read': {
    'zh-CN': '查看本机构的撤回任务',
    en: 'Read what your institution has to delete',
  },
  'client.scope.withdrawals:acknowledge': {
    'zh-CN': '回执停用和删除',
    en: 'Acknowledge that use stopped and data are deleted',
  },
  'client.description': { 'zh-CN': '接口说明（OpenAPI 3.1）', en: 'Description (OpenAPI 3.1)' },
  'client.how': { 'zh-CN': '怎样推送', en: 'How to push' },
  'client.how-1': { 'zh-CN': '1. 换取令牌', en: '1. Get a token' },
  'client.how-2': {
    'zh-CN': '2. 推送记录（每个请求带唯一的 Idempotency-Key，重发不会重复入库）',
    en: '2. Push records; each request has an Idempotency-Key of its own, so that sending it again changes nothing',
  },
  'client.how-3': { 'zh-CN': '3. 查看结果和隔离记录', en: '3. Read what became of it, and the rejects' },
  'client.list': { 'zh-CN': '客户端', en: 'Clients' },
  'client.none': { 'zh-CN': '还没有客户端', en: 'No client yet' },
  'client.none-next': {
    'zh-CN': '在下方建立一个，密钥只显示一次。',
    en: 'Make one below; its secret is shown once.',
  },
  'client.name': { 'zh-CN': '名称', en: 'Name' },
  'client.name-hint': {
    'zh-CN': '写明是哪个系统，例如“金税数据交换平台”。',
    en: 'Say which system it is, such as “tax data exchange”.',
  },
  'client.id': { 'zh-CN': '客户端编号', en: 'Client id' },
  'client.scopes': { 'zh-CN': '权限', en: 'Scopes' },
  'client.scope.records:write': { 'zh-CN': '推送和重新提交记录', en: 'Push records and send them in again' },
  'client.scope.records:read': { 'zh-CN': '查看本部门批次和隔离记录', en: 'Read your batches and rejects' },
  'client.scope.catalogue:read': { 'zh-CN': '查看本部门目录项', en: 'Read your items of the catalogue' },
  'client.scope.applications:read': { 'zh-CN': '查看本行申请', en: 'Read your applications' },
  'client.scope.applications:handle': {
    'zh-CN': '受理、提出意见、登记合同和放款（经办）',
    en: 'Pick up, propose, record contract and disbursement (officer)',
  },
  'client.scope.applications:decide': {
    'zh-CN': '复核并签发决定（第二人，须为另一个客户端）',
    en: 'Decide as the second person (another client than the officer’s)',
  },
  'client.scope.needs:read': { 'zh-CN': '查看企业发布的需求', en: 'Read needs that firms post' },
  'client.scope.needs:answer': { 'zh-CN': '承接和答复需求', en: 'Take needs up and answer them' },
  'client.scope.cases:read': { 'zh-CN': '查看本行贷后预警', en: 'Read early-warning cases on your loans' },
  'client.scope.cases:handle': {
    'zh-CN': '在预警中记录跟进、措施和结论',
    en: 'Note, measure and close early-warning cases',
  },
  'client.scope.public-records:read': {
    'zh-CN': '按地区和行业批量读取企业公开信息',
    en: 'Read public records of firms by region and industry',
  },
  'client.bank-how-2': {
    'zh-CN': '读取待办申请，逐笔受理（每个写入请求带唯一的 Idempotency-Key，重发只生效一次）',
    en: 'Read what waits and pick it up; each writing request has an Idempotency-Key of its own, so that sending it again changes nothing',
  },
  'client.bank-how-3': {
    'zh-CN': '提出意见，由另一个客户端或复核人签发',
    en: 'Propose; another client or a reviewer decides',
  },
  'client.bank-how-4': {
    'zh-CN':
      '登记了公钥的客户端：对报文签名后随请求送出。报文八行：格式、申请、客户端、办理后的状态、金额（分）、营业日、Idempotency-Key、请求体的 SHA-256（无请求体时为空）',
    en: 'With a registered key: sign the message and send the signature along. Eight lines: format, application, client, state after the step, amount in fen, business day, Idempotency-Key, SHA-256 of the body (empty where there is none)',
  },
  'client.expires': { 'zh-CN': '到期日', en: 'Ends on' },
  'client.expires-hint': { 'zh-CN': '最长一年，到期后另建。', en: 'A year at most; then make another.' },
  'client.last-used': { 'zh-CN': '最近使用', en: 'Last heard of' },
  'client.never': { 'zh-CN': '从未', en: 'Never' },
  'client.state': { 'zh-CN': '状态', en: 'State' },
  'client.state.active': { 'zh-CN': '可用', en: 'In use' },
  'client.state.expired': { 'zh-CN': '已到期', en: 'Ended' },
  'client.state.revoked': { 'zh-CN': '已撤销', en: 'Revoked' },
  'client.create': { 'zh-CN': '建立客户端', en: 'Make a client' },
  'client.revoke': { 'zh-CN': '撤销', en: 'Revoke' },
  'client.revoke-ask': {
    'zh-CN': (name: string) => `撤销“${name}”？它的下一个请求即被拒绝，不能恢复。`,
    en: (name: string) => `Revoke “${name}”? Its very next request is refused, and that is final.`,
  },
  'client.fresh': {
    'zh-CN': '密钥只显示这一次，请立即保存',
    en: 'The secret is shown this once: keep it now',
  },
  'client.secret': { 'zh-CN': '密钥', en: 'Secret' },
});

/** Why a machine or its client was refused. */
export const clientRefusals = defineText({
  'institution.client-scopes': {
    'zh-CN': '这个权限不适用于本机构，请重新勾选。',
    en: 'A machine of your institution cannot have this scope. Choose again.',
  },
  'institution.client-key': {
    'zh-CN': '请粘贴 Ed25519 公钥（PEM），不要粘贴私钥。',
    en: 'Paste an Ed25519 public key in PEM, never a private one.',
  },
  'institution.client-not-found': { 'zh-CN': '没有找到这个客户端。', en: 'This client was not found.' },
  'institution.client-both-hands': {
    'zh-CN': '同一个客户端不能既经办又复核。请分别建立两个客户端。',
    en: 'One client cannot both propose and decide. Make two clients.',
  },
  'institution.client-ended': { 'zh-CN': '这个客户端已经撤销。', en: 'This client was revoked already.' },
  'institution.client-past': {
    'zh-CN': '到期日不能早于今天。请选今天或以后。',
    en: 'It cannot end in the past. Choose today or later.',
  },
  'institution.client-too-long': {
    'zh-CN': (r: { days: number }) => `最长 ${r.days} 天。请选更早的日期。`,
    en: (r: { days: number }) => `${r.days} days at most. Choose an earlier day.`,
  },
  'api.method': {
    'zh-CN': '这个地址不支持该方法。请查看接口说明。',
    en: 'This address does not take this method. See the description.',
  },
  'api.token-unknown': {
    'zh-CN': '没有令牌，或令牌已失效。请重新换取令牌。',
    en: 'There is no token, or it has ended. Get another one.',
  },
  'api.scope-missing': {
    'zh-CN': (r: { scope: string }) => `令牌没有 ${r.scope} 权限。请用有此权限的客户端。`,
    en: (r: { scope: string }) => `The token lacks the scope ${r.scope}. Use a client that has it.`,
  },
  'api.rate': {
    'zh-CN': (r: { seconds: number }) => `请求过多，请 ${r.seconds} 秒后再试。`,
    en: (r: { seconds: number }) => `Too many requests. Try again in ${r.seconds} seconds.`,
  },
  'api.key-missing': {
    'zh-CN': '请求头缺少 Idempotency-Key（8 至 100 个可见字符）。请为每个请求生成唯一的值。',
    en: 'The header Idempotency-Key is missing (8 to 100 visible characters). Make one for each request.',
  },
  'api.key-reused': {
    'zh-CN': '这个 Idempotency-Key 已用于另一个请求。请换一个新的值。',
    en: 'This Idempotency-Key was used for another request. Make a new one.',
  },
  'api.body-large': {
    'zh-CN': '请求体超过 5 MB。请分批推送。',
    en: 'The body is larger than 5 MB. Push in parts.',
  },
  'api.body-deep': {
    'zh-CN': ({ limit }: { limit: number }) => `请求体的 JSON 嵌套超过 ${limit} 层。请按接口说明平铺后重发。`,
    en: ({ limit }: { limit: number }) =>
      `The body nests JSON deeper than ${limit} levels. Write it as the description says and send it again.`,
  },
  'api.body-character': {
    'zh-CN': '请求体含有无法保存的字符（空字符或残缺的字符）。请删去后重发。',
    en: 'The body holds a character that cannot be kept (a zero character or half of one). Remove it and send it again.',
  },
  'api.filter-wrong': {
    'zh-CN': '地址中的筛选条件不符合接口说明，见 issues。没有返回任何数据；请改正后重发。',
    en: 'A filter in the address is not as described; `issues` names it. Nothing was returned: correct it and ask again.',
  },
  'api.body-wrong': {
    'zh-CN': '请求体不符合接口说明，见 issues 中的位置。请改正后重发。',
    en: 'The body is not as described; `issues` says where. Correct it and send it again.',
  },
  'api.client-unknown': { 'zh-CN': '客户端编号或密钥不正确。', en: 'The client id or secret is not right.' },
  'api.scope-unknown': {
    'zh-CN': '客户端没有所要的权限。',
    en: 'The client does not have the scopes it asks for.',
  },
  'api.too-many': {
    'zh-CN': (r: { minutes: number }) => `密钥错误次数过多，请 ${r.minutes} 分钟后再试。`,
    en: (r: { minutes: number }) => `Too many wrong secrets. Try again in ${r.minutes} minutes.`,
  },
});

/** What is said after a command. */
export const clientFlashes = defineText({
  'client.flash.revoked': { 'zh-CN': '客户端已撤销。', en: 'The client was revoked.' },
});
