import type { Bands } from '~/domain/catalogue/bands.ts';
import { bandInWords } from '~/text/band.ts';
import { defineText, type Locale } from '~/text/define.ts';

type Named = { item: string };

/** Questions that a provider's own system answers with yes or no. */
export const verificationText = defineText({
  'verify.title': { 'zh-CN': '向部门核验', en: 'Ask a department' },
  'verify.link': { 'zh-CN': '向部门核验（只答是、否或档次）', en: 'Ask a department (yes, no or a band)' },
  'verify.lede': {
    'zh-CN':
      '这些数据项的明细不离开部门。您提问，部门系统只回答“是”“否”、所在档次或“暂无答案”，不给数值；每次提问都核对企业授权，并计入次数。',
    en: 'Records of these items never leave the department. You ask, and its system answers yes, no, a band or unavailable, never a figure. The firm’s consent is checked at each question, and each one counts.',
  },
  'verify.limits': {
    'zh-CN': (day: number, item: number) => `同一企业每天最多 ${day} 问，同一数据项 30 天内最多 ${item} 问。`,
    en: (day: number, item: number) =>
      `At most ${day} questions about a firm in a day, ${item} about one item in 30 days.`,
  },
  'verify.item': { 'zh-CN': '数据项', en: 'Item' },
  'verify.provider': { 'zh-CN': '部门', en: 'Department' },
  'verify.covered': { 'zh-CN': '授权内', en: 'Covered' },
  'verify.not-covered': { 'zh-CN': '不在授权内', en: 'Not covered' },
  'verify.consent': { 'zh-CN': '授权', en: 'Consent' },
  'verify.question': { 'zh-CN': '问题', en: 'Question' },
  'verify.kind.any': { 'zh-CN': '有没有记录', en: 'Is there a record' },
  'verify.kind.open': { 'zh-CN': '有没有未了结的记录', en: 'Is there a record without an end' },
  'verify.kind.at-least': {
    'zh-CN': '有没有达到下列金额的记录',
    en: 'Is there a record of at least the amount',
  },
  'verify.kind.band': { 'zh-CN': '在哪一档', en: 'In which band is it' },
  'verify.kind.bands': {
    'zh-CN': (bands: string) => `在哪一档（${bands}）`,
    en: (bands: string) => `In which band (${bands})`,
  },
  'verify.bands': { 'zh-CN': '分档', en: 'Bands' },
  'verify.bands-none': { 'zh-CN': '只答是或否', en: 'Yes or no alone' },
  'verify.kind.amount': {
    'zh-CN': (amount: string) => `有没有达到 ${amount} 的记录`,
    en: (amount: string) => `Is there a record of at least ${amount}`,
  },
  'verify.amount': { 'zh-CN': '金额', en: 'Amount' },
  'verify.amount-hint': { 'zh-CN': '仅第三种问题需要', en: 'For the third kind of question only' },
  'verify.ask': { 'zh-CN': '提问', en: 'Ask' },
  'verify.none-covered': {
    'zh-CN': '企业的授权不包含这些数据项，不能提问。请在沟通后由企业另行授权。',
    en: 'The firm’s consent covers none of these items, so nothing can be asked. The firm may grant another consent.',
  },
  'verify.history': { 'zh-CN': '已问过的', en: 'Asked so far' },
  'verify.history-none': { 'zh-CN': '还没有提过问。', en: 'Nothing was asked yet.' },
  'verify.answer': { 'zh-CN': '回答', en: 'Answer' },
  'verify.answer.yes': { 'zh-CN': '是', en: 'Yes' },
  'verify.answer.no': { 'zh-CN': '否', en: 'No' },
  'verify.answer.unavailable': { 'zh-CN': '暂无答案', en: 'Unavailable' },
  'verify.answer.withheld': { 'zh-CN': '授权已终止，未告知', en: 'Withheld: the consent ended' },
  'verify.answer.pending': { 'zh-CN': '进行中', en: 'Under way' },
  'verify.repeated': { 'zh-CN': '24 小时内的同一回答', en: 'The same answer as within 24 hours' },
  'verify.by': { 'zh-CN': '提问人', en: 'Asked by' },
  'verify.at': { 'zh-CN': '时间', en: 'At' },
  'endpoint.title': { 'zh-CN': '核验接口', en: 'Verification' },
  'endpoint.lede': {
    'zh-CN': '明细留在本部门。平台把银行的问题发到您的接口，接口只回答是、否、档次或暂无答案。',
    en: 'Records stay with you. The platform sends a bank’s question to your endpoint, which answers yes, no, a band or unavailable.',
  },
  'endpoint.items': {
    'zh-CN': (names: string) => `通过核验提供的数据项：${names}。`,
    en: (names: string) => `Items that you answer for: ${names}.`,
  },
  'endpoint.items-join': { 'zh-CN': '、', en: ', ' },
  'endpoint.no-items': {
    'zh-CN': '目录中本部门没有“只核验”的数据项，接口暂时不会被调用。',
    en: 'The catalogue has no verify-only item of yours, so your endpoint is not called for now.',
  },
  'endpoint.health': { 'zh-CN': '运行情况（30 天）', en: 'Health (30 days)' },
  'endpoint.state': { 'zh-CN': '状态', en: 'State' },
  'endpoint.state.none': { 'zh-CN': '未设置', en: 'Not set up' },
  'endpoint.state.closed': { 'zh-CN': '正常', en: 'Well' },
  'endpoint.state.open': { 'zh-CN': '暂停调用', en: 'Resting' },
  'endpoint.state.trial': { 'zh-CN': '待试探', en: 'To be tried' },
  'endpoint.rests': {
    'zh-CN': '连续多次没有答复，平台暂停调用一分钟，之后先试探一次，成功即恢复。请检查接口，或点“试一次”。',
    en: 'It failed several times in a row and is left alone for a minute; then one call tries it. Check the endpoint, or try it yourself.',
  },
  'endpoint.asked': { 'zh-CN': '提问', en: 'Questions' },
  'endpoint.answered': { 'zh-CN': '接口已答', en: 'Answered' },
  'endpoint.failed': { 'zh-CN': '没有答复', en: 'Failed' },
  'endpoint.repeated': { 'zh-CN': '沿用旧答', en: 'Answered from memory' },
  'endpoint.middle': { 'zh-CN': '用时中位数', en: 'Median time' },
  'endpoint.ms': { 'zh-CN': (ms: number) => `${ms} 毫秒`, en: (ms: number) => `${ms} ms` },
  'endpoint.last-ok': { 'zh-CN': '最近答复', en: 'Last answer' },
  'endpoint.last-failed': { 'zh-CN': '最近失败', en: 'Last failure' },
  'endpoint.fault': { 'zh-CN': '原因', en: 'Cause' },
  'endpoint.fault.timeout': { 'zh-CN': '超时', en: 'Timed out' },
  'endpoint.fault.unreachable': { 'zh-CN': '连不上', en: 'Unreachable' },
  'endpoint.fault.busy': { 'zh-CN': '接口繁忙或出错', en: 'Busy or faulty' },
  'endpoint.fault.refused': { 'zh-CN': '接口拒绝（检查凭证）', en: 'Refused (check the credential)' },
  'endpoint.fault.unreadable': { 'zh-CN': '回答不合约定', en: 'Not an answer as agreed' },
  'endpoint.fault.no-credential': {
    'zh-CN': '凭证已失效，请重新填写',
    en: 'The credential is gone; enter it again',
  },
  'endpoint.fault.resting': { 'zh-CN': '暂停调用中', en: 'Resting' },
  'endpoint.fault.suspended': { 'zh-CN': '机构已暂停，未询问', en: 'Suspended: not asked' },
  'endpoint.fault.no-endpoint': { 'zh-CN': '未设置接口', en: 'No endpoint' },
  'endpoint.setup': { 'zh-CN': '接口设置', en: 'Endpoint' },
  'endpoint.url': { 'zh-CN': '地址', en: 'Address' },
  'endpoint.url-hint': {
    'zh-CN': '以 https:// 开头，不含账号密码',
    en: 'Begins with https:// and holds no password',
  },
  'endpoint.credential': { 'zh-CN': '凭证', en: 'Credential' },
  'endpoint.credential-hint': {
    'zh-CN': '平台以 Authorization: Bearer 发送，加密保存，不再显示。地址不变时可留空。',
    en: 'Sent as Authorization: Bearer, kept encrypted, never shown again. May stay empty while the address stays.',
  },
  'endpoint.timeout': { 'zh-CN': '每次等待（毫秒）', en: 'Patience per attempt (ms)' },
  'endpoint.timeout-hint': {
    'zh-CN': '500 至 10000；没有答复时最多试三次',
    en: '500 to 10000; three attempts at most',
  },
  'endpoint.save': { 'zh-CN': '保存', en: 'Save' },
  'endpoint.try': { 'zh-CN': '试一次', en: 'Try it' },
  'endpoint.protocol': { 'zh-CN': '约定', en: 'What is sent and answered' },
  'endpoint.calls': { 'zh-CN': '最近的提问', en: 'The last questions' },
  'endpoint.calls-none': { 'zh-CN': '还没有银行提问。', en: 'No bank asked yet.' },
  'endpoint.institution': { 'zh-CN': '提问机构', en: 'Asked by' },
  'endpoint.attempts': { 'zh-CN': '尝试', en: 'Attempts' },
});

const faultRefusal = (zh: string, en: string) => ({
  'zh-CN': `接口没有答复：${zh}`,
  en: `The endpoint did not answer: ${en}`,
});

export const verificationRefusals = defineText({
  'record.not-verified': {
    'zh-CN': ({ item }: Named) => `“${item}”不是核验类数据项，不能提问。请从列表中选择。`,
    en: ({ item }: Named) => `“${item}” is no item that is verified. Choose one of the list.`,
  },
  'record.endpoint-address': {
    'zh-CN': '地址须以 https:// 开头，且不含账号密码。请改正。',
    en: 'The address must begin with https:// and hold no name or password. Correct it.',
  },
  'record.endpoint-credential': {
    'zh-CN': '新地址需要凭证。请填写。',
    en: 'A new address needs a credential. Enter it.',
  },
  'record.endpoint-fault.timeout': faultRefusal(
    '超时。请检查接口负载，或放宽等待时间。',
    'it timed out. Check its load, or wait longer.',
  ),
  'record.endpoint-fault.unreachable': faultRefusal(
    '连不上。请检查地址、证书和网络。',
    'it cannot be reached. Check address, certificate and network.',
  ),
  'record.endpoint-fault.busy': faultRefusal(
    '接口繁忙或出错。请查看接口日志。',
    'it is busy or faulty. See its log.',
  ),
  'record.endpoint-fault.refused': faultRefusal(
    '被接口拒绝。请检查凭证。',
    'it refused. Check the credential.',
  ),
  'record.endpoint-fault.unreadable': faultRefusal(
    '回答不合约定。请对照“约定”检查。',
    'what it said is no answer as agreed. Compare it with the description.',
  ),
  'record.endpoint-fault.no-credential': faultRefusal(
    '凭证已失效。请重新填写。',
    'the credential is gone. Enter it again.',
  ),
  'record.endpoint-fault.resting': faultRefusal(
    '连续失败后暂停调用。请一分钟后再试。',
    'it rests after failures. Try again in a minute.',
  ),
  'record.endpoint-fault.suspended': faultRefusal(
    '机构已暂停，恢复后才会询问。',
    'the institution is suspended and is asked nothing until it may work again.',
  ),
  'record.endpoint-fault.no-endpoint': faultRefusal(
    '还没有设置。请先填写并保存。',
    'none is set up. Fill in and save first.',
  ),
});

type Said = { of: Bands['of']; edges: string; band: number; unit: string };
const said = ({ of, edges, band, unit }: Said, locale: Locale) =>
  bandInWords({ of, edges: edges.split(' ') }, band, unit || null, locale);

/** What is said after a command. */
export const verificationFlashes = defineText({
  'verify.said.yes': { 'zh-CN': '部门回答：是。', en: 'The department answers: yes.' },
  'verify.said.no': { 'zh-CN': '部门回答：否。', en: 'The department answers: no.' },
  'verify.said.band': {
    'zh-CN': (of: Bands['of'], edges: string, band: number, unit: string) =>
      `部门回答：${said({ of, edges, band, unit }, 'zh-CN')}。`,
    en: (of: Bands['of'], edges: string, band: number, unit: string) =>
      `The department answers: ${said({ of, edges, band, unit }, 'en')}.`,
  },
  'verify.said.unavailable': {
    'zh-CN': '部门暂时没有答案。可稍后再问。',
    en: 'The department has no answer for now. Ask again later.',
  },
  'endpoint.saved': { 'zh-CN': '接口已保存。', en: 'The endpoint was saved.' },
  'endpoint.well': { 'zh-CN': '接口答复正常。', en: 'The endpoint answers as it should.' },
});
