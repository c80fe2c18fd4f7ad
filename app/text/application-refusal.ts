import { defineText, type Locale } from '~/text/define.ts';
import { showDay, showFen, showInstant, showPpm } from '~/text/format.ts';

type Products = { readonly products: readonly { readonly zh: string; readonly en: string }[] };
const zh = ({ products }: Products) => products.map((p) => p.zh).join('、');
const en = ({ products }: Products) => products.map((p) => p.en).join(', ');

/** What an offer may not go beyond, as it reaches a page: fen as text. */
type Bound = {
  readonly amount: string | bigint;
  readonly termMonths: number | null;
  readonly rate: number | null;
};

function boundWords({ amount, termMonths, rate }: Bound, locale: Locale): string[] {
  const isZh = locale === 'zh-CN';
  const most = showFen(amount, locale, 'short');
  const highest = rate === null ? null : showPpm(rate, locale, 2);
  return [
    isZh ? `金额不超过 ${most}` : `at most ${most}`,
    ...(termMonths === null ? [] : [isZh ? `期限不超过 ${termMonths} 个月` : `${termMonths} months at most`]),
    ...(highest === null ? [] : [isZh ? `年利率不超过 ${highest}` : `a yearly rate of ${highest} at most`]),
  ];
}

export const applicationRefusals = defineText({
  'application.not-found': { 'zh-CN': '没有找到这笔申请。', en: 'This application was not found.' },
  'application.wrong-state': {
    'zh-CN': '申请的状态已经变化，这一步现在不能办理。请刷新页面查看最新状态。',
    en: 'The application has moved on, so this step cannot be taken now. Reload the page.',
  },
  'application.clock-lapsed': {
    'zh-CN': (r: { at: string }) => `办理时限已于 ${showInstant(r.at, 'zh-CN')} 届满，申请将退回企业。`,
    en: (r: { at: string }) =>
      `The clock ran out at ${showInstant(r.at, 'en')}; the application goes back to the firm.`,
  },
  'application.other-officer': {
    'zh-CN': '这笔申请由另一位经办人领取，只有经办人可以提出意见。',
    en: 'Another officer has this application; only they can propose.',
  },
  'application.maker-is-checker': {
    'zh-CN': '经办人不能复核自己提出的意见，请由另一人复核。',
    en: 'Nobody checks their own proposal. Another person has to decide.',
  },
  'application.offer-lapsed': {
    'zh-CN': (r: { on: string }) =>
      `授信方案已于 ${showDay(r.on, 'zh-CN')} 到期。请联系银行重新出具，或重新申请。`,
    en: (r: { on: string }) =>
      `The offer ended on ${showDay(r.on, 'en')}. Ask the bank for a new one, or apply again.`,
  },
  'application.interest': {
    'zh-CN': '登记了回避的人员不能办理该企业的申请，请由其他人员办理。',
    en: 'Whoever declared an interest in this firm has no hand in its applications. Somebody else has to act.',
  },
  'application.maker-interest': {
    'zh-CN': '提出意见的经办人已登记回避，不能据此决定。请退回，并分派给其他经办人重新提出。',
    en: 'The officer who proposed this has declared an interest since. Send it back and give it to another officer.',
  },
  'application.beyond-authority': {
    'zh-CN': (r: { mostFen: string | bigint }) =>
      `超过您的审批权限（${showFen(r.mostFen, 'zh-CN', 'short')}）。请由权限更高的复核人办理，或由其委托授权。`,
    en: (r: { mostFen: string | bigint }) =>
      `Beyond what you may approve (${showFen(r.mostFen, 'en', 'short')}). A reviewer with a higher limit has to decide, or lend you theirs.`,
  },
  'application.proposal-changed': {
    'zh-CN': '经办人的意见在您打开页面后已经变化。请阅读现在的意见后再确认。',
    en: 'The proposal has changed since you opened it. Read what is proposed now, then confirm.',
  },
  'application.already-judged': {
    'zh-CN': '参与过原决定的人员须回避，请由另一人办理。',
    en: 'Whoever had a hand in the decision stays out. Another person has to act.',
  },
  'application.second-look-used': {
    'zh-CN': '这笔申请已经复议过一次。可以改善后重新申请，或选择其他产品。',
    en: 'This application was looked at again already. Improve and apply anew, or choose another product.',
  },
  'application.second-look-late': {
    'zh-CN': (r: { days: number }) => `只能在决定后 ${r.days} 天内要求复议。可以重新申请。`,
    en: (r: { days: number }) => `A second look is asked for within ${r.days} days. You can apply anew.`,
  },
  'application.applied-again': {
    'zh-CN': '您已就同一产品重新申请，不能再要求复议。请在“我的申请”查看进度。',
    en: 'You have applied for the same product again, so there is no second look. See “My applications”.',
  },
  'application.why-short': {
    'zh-CN': '请至少写 10 个字，说明哪里应当再看。',
    en: 'Write ten characters at least: what should be looked at again?',
  },
  'application.nobody-chosen': {
    'zh-CN': '请先在清单中勾选申请。',
    en: 'Tick applications in the list first.',
  },
  'application.no-officer': { 'zh-CN': '请选择本行在岗的经办人。', en: 'Choose an officer of your bank.' },
  'application.no-reviewer': {
    'zh-CN': '请选择本行另一位在岗的复核人。',
    en: 'Choose another reviewer of your bank.',
  },
  'application.delegation-days': {
    'zh-CN': '结束日期不能早于开始日期或今天。',
    en: 'It cannot end before it begins or before today.',
  },
  'application.delegation-not-found': { 'zh-CN': '没有找到这项委托。', en: 'This delegation was not found.' },
  'application.view-name-taken': {
    'zh-CN': '您已有同名视图，请换一个名称。',
    en: 'You have a view of that name. Choose another.',
  },
  'application.view-unreadable': {
    'zh-CN': '当前筛选条件有误，请先改正再保存。',
    en: 'One of the filters cannot be read. Correct it before you keep them.',
  },
  'application.view-not-found': { 'zh-CN': '没有找到这个视图。', en: 'This view was not found.' },
  'application.too-many-views': {
    'zh-CN': (r: { most: number }) => `最多保存 ${r.most} 个视图，请先删除不用的。`,
    en: (r: { most: number }) => `${r.most} views at most. Drop one first.`,
  },
  'application.not-due': { 'zh-CN': '时限还没有到。', en: 'The clock is still running.' },
  'application.no-reason': { 'zh-CN': '请至少选择一条原因。', en: 'Choose at least one reason.' },
  'application.too-many-reasons': {
    'zh-CN': (r: { most: number }) => `最多选择 ${r.most} 条原因，请保留最主要的。`,
    en: (r: { most: number }) => `At most ${r.most} reasons: keep the ones that mattered.`,
  },
  'application.unknown-reason': { 'zh-CN': '请从列出的原因中选择。', en: 'Choose from the reasons listed.' },
  'application.bad-terms': {
    'zh-CN': '授信条件不完整或不合理，请检查金额、期限和利率。',
    en: 'The terms do not add up. Check amount, term and rate.',
  },
  'application.beyond-published': {
    'zh-CN': ({ terms }: { terms: Bound }) =>
      `授信方案不能超过企业申请的金额和产品公布的条件：${boundWords(terms, 'zh-CN').join('，')}。`,
    en: ({ terms }: { terms: Bound }) =>
      `An offer cannot go beyond what the firm asked for and the product publishes: ${boundWords(terms, 'en').join(', ')}.`,
  },
  'application.offer-ended': {
    'zh-CN': '方案有效期不能早于今天。已经提交复核的，请退回经办人重新提出。',
    en: 'The offer cannot end before today. One that waits for its second person has to be sent back and proposed anew.',
  },
  'application.no-product': { 'zh-CN': '请至少选择一个产品。', en: 'Choose at least one product.' },
  'application.need-closed': {
    'zh-CN': '这笔需求已经关闭。请新建需求后再申请。',
    en: 'This need is closed. State a new one and apply.',
  },
  'application.product-gone': {
    'zh-CN': '有产品已经下架，请回到匹配结果重新选择。',
    en: 'A product has left the shelf. Go back to the matches and choose again.',
  },
  'application.example-product': {
    'zh-CN': (r: Products) => `“${zh(r)}”是公开资料中的产品示例，不能在本平台申请。请取消选择后提交。`,
    en: (r: Products) => `${en(r)}: a published example, not on offer here. Leave it out and apply.`,
  },
  'application.bank-closed': {
    'zh-CN': (r: Products) => `“${zh(r)}”所属银行暂停受理，请取消选择或换一个产品。`,
    en: (r: Products) => `${en(r)}: the bank takes no applications now. Leave it out or choose another.`,
  },
  'application.duplicate': {
    'zh-CN': (r: Products) =>
      `“${zh(r)}”已有一笔进行中的申请，不必重复提交。可以在“我的申请”查看进度，或撤回后再申请。`,
    en: (r: Products) =>
      `${en(r)}: an application is going on already. See it under “My applications”, or withdraw it first.`,
  },
  'application.consent-missing': {
    'zh-CN': (r: Products) => `“${zh(r)}”需要您勾选对该行的授权。不想授权，可以取消选择这个产品。`,
    en: (r: Products) => `${en(r)}: tick the consent for the bank, or leave the product out.`,
  },
  'application.too-many-documents': {
    'zh-CN': (r: { most: number }) => `最多 ${r.most} 个文件。`,
    en: (r: { most: number }) => `At most ${r.most} files.`,
  },
  'application.no-document': { 'zh-CN': '请选择要上传的文件。', en: 'Choose a file.' },
  'application.closed': {
    'zh-CN': '申请已经结束，不能再补充材料。',
    en: 'The application is closed; nothing can be added.',
  },
  'application.contract-number-taken': {
    'zh-CN': '贵行已用过这个合同编号，请核对。',
    en: 'Your bank has used this contract number before. Check it.',
  },
  'application.contract-in-future': {
    'zh-CN': '签订日期不能晚于今天。',
    en: 'The contract cannot be signed after today.',
  },
  'application.amount-missing': { 'zh-CN': '请填写金额。', en: 'Enter the amount.' },
  'application.amount-unreadable': {
    'zh-CN': '请填写数字金额，如 80 或 80.5。',
    en: 'Enter the amount as a number, such as 80 or 80.5.',
  },
  'application.rate-unreadable': {
    'zh-CN': '请填写年利率，如 3.65，最多四位小数。',
    en: 'Enter the yearly rate such as 3.65, with up to four decimals.',
  },
  'application.messages-unreadable': {
    'zh-CN': '这不是本平台的签名报文文件。请从申请页下载后原样验证。',
    en: 'This is no file of signed messages from this platform. Download it from the application’s page and verify it as it is.',
  },
  'application.message-missing': {
    'zh-CN':
      '该客户端登记了自有密钥，每一步都须签名：请在请求头 Bank-Day 写营业日，在 Bank-Signature 写报文的 Ed25519 签名（base64）。',
    en: 'This client registered a key of its own, so each step is signed: put the business day into the header Bank-Day and the Ed25519 signature of the message (base64) into Bank-Signature.',
  },
  'application.message-no-key': {
    'zh-CN': '该客户端没有登记公钥，无法核验签名。请由机构管理员新建一个带公钥的客户端。',
    en: 'This client registered no public key to verify the signature by. Have your administrator make a client with one.',
  },
  'application.message-stale': {
    'zh-CN': '报文的营业日只能是今天或昨天。请用今天的日期重新签名。',
    en: 'The message must be of today or yesterday. Sign it anew with today’s date.',
  },
  'application.message-wrong': {
    'zh-CN':
      '签名与报文不符，这一步没有执行。请核对：状态、金额（分）、营业日、Idempotency-Key、请求体哈希，以及是否用了已登记的密钥。',
    en: 'The signature does not fit the message; the step was not taken. Check state, amount in fen, day, Idempotency-Key and the hash of the body, and that you signed by the registered key.',
  },
  'application.message-replayed': {
    'zh-CN': '这条签名报文已经用过一次。请为新的一步重新签名。',
    en: 'This signed message was used before. Sign a new one for a new step.',
  },
  'application.day-unreadable': { 'zh-CN': '请选择日期。', en: 'Choose a date.' },
  'application.months-unreadable': {
    'zh-CN': '请填写 1 到 360 之间的整月数。',
    en: 'Enter whole months between 1 and 360.',
  },
  'application.contract-no': { 'zh-CN': '请填写合同编号。', en: 'Enter the contract number.' },
  'loan.future-day': {
    'zh-CN': '放款日期不能晚于今天。',
    en: 'The day of disbursement cannot lie after today.',
  },
  'loan.before-contract': {
    'zh-CN': '放款日期不能早于合同签订日期。',
    en: 'The money cannot be paid out before the contract was signed.',
  },
});
