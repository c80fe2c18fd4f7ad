import { defineText } from '~/text/define.ts';
import { showFen } from '~/text/format.ts';

/** Orders and receivables, and what buyers say of them. */
export const tradeText = defineText({
  'trade.title': { 'zh-CN': '订单与应收账款', en: 'Orders and receivables' },
  'trade.lede': {
    'zh-CN': '把订单或应收账款交买方确认，确认后随贷款申请展示给银行，作为订单融资、应收账款融资的依据。',
    en: 'Have buyers confirm orders or receivables; once confirmed, show them to a bank with an application to borrow on them.',
  },
  'trade.own': { 'zh-CN': '我请买方确认的', en: 'Asked of my buyers' },
  'trade.own-none': { 'zh-CN': '还没有请买方确认', en: 'No buyer asked yet' },
  'trade.own-none-next': {
    'zh-CN': '在下面填写订单或应收账款，平台会通知买方或生成确认链接。',
    en: 'Fill in an order or a receivable below; the platform tells the buyer or makes a link for it.',
  },
  'trade.asked': { 'zh-CN': '待我方确认的', en: 'Asked of us as the buyer' },
  'trade.asked-lede': {
    'zh-CN': (days: number) => `供应商请贵方确认欠款或订单。机关、事业单位和大型企业须在 ${days} 日内确认。`,
    en: (days: number) =>
      `Suppliers ask whether you owe or ordered this. Government bodies and large firms have ${days} days.`,
  },
  'trade.ask': { 'zh-CN': '请买方确认', en: 'Ask a buyer' },
  'trade.kind': { 'zh-CN': '类型', en: 'Kind' },
  'trade.kind.order': { 'zh-CN': '订单', en: 'Order' },
  'trade.kind.receivable': { 'zh-CN': '应收账款', en: 'Receivable' },
  'trade.buyer': { 'zh-CN': '买方名称', en: 'Buyer' },
  'trade.buyer-code': { 'zh-CN': '买方统一社会信用代码（可选）', en: 'Credit code of the buyer (optional)' },
  'trade.buyer-code-hint': {
    'zh-CN': '买方在本平台有账号的，只能由其账号确认，可信度更高。',
    en: 'A buyer with an account here answers by that account alone, which banks trust more.',
  },
  'trade.reference': { 'zh-CN': '合同、订单或发票号', en: 'Number of the contract, order or invoice' },
  'trade.amount': { 'zh-CN': '金额（元）', en: 'Amount in yuan' },
  'trade.due': { 'zh-CN': '到期付款日', en: 'Payment due' },
  'trade.state': { 'zh-CN': '状态', en: 'State' },
  'trade.state.asked': { 'zh-CN': '待买方确认', en: 'Waiting for the buyer' },
  'trade.state.confirmed': { 'zh-CN': '买方已确认', en: 'Confirmed by the buyer' },
  'trade.state.disputed': { 'zh-CN': '买方有异议', en: 'Disputed by the buyer' },
  'trade.state.withdrawn': { 'zh-CN': '已撤回', en: 'Taken back' },
  'trade.overdue': { 'zh-CN': '买方超时未确认', en: 'The buyer is late' },
  'trade.overdue-next': {
    'zh-CN': '买方是机关、事业单位或大型企业的，可以向违约拖欠中小企业款项登记（投诉）平台投诉。',
    en: 'If the buyer is a government body or a large firm, you can complain to the register of late payments to small firms.',
  },
  'trade.until': { 'zh-CN': '确认期限', en: 'Answer by' },
  'trade.confirmed': { 'zh-CN': '确认金额', en: 'Confirmed' },
  'trade.most': { 'zh-CN': '可融资上限', en: 'May be lent on' },
  'trade.answered': { 'zh-CN': '答复人', en: 'Answered by' },
  'trade.by.account': { 'zh-CN': '买方账号', en: 'the buyer’s account' },
  'trade.by.link': { 'zh-CN': '确认链接，身份未核验', en: 'a link; identity not verified' },
  'trade.note': { 'zh-CN': '异议理由', en: 'Why not' },
  'trade.one': { 'zh-CN': '订单或应收账款', en: 'Order or receivable' },
  'trade.link-title': { 'zh-CN': '确认链接只显示这一次', en: 'This link is shown once' },
  'trade.link-for': {
    'zh-CN': (buyer: string) => `请复制并发给${buyer}的财务或采购负责人。`,
    en: (buyer: string) => `Copy it and send it to whoever is responsible at ${buyer}.`,
  },
  'trade.link-copy': { 'zh-CN': '确认链接', en: 'the link' },
  'trade.withdraw': { 'zh-CN': '撤回确认请求', en: 'Take the question back' },
  'trade.withdraw-text': {
    'zh-CN': '撤回后链接失效，买方不能再答复。',
    en: 'The link stops working and the buyer can no longer answer.',
  },
  'trade.show': { 'zh-CN': '随申请展示给银行', en: 'Show it to a bank with an application' },
  'trade.show-lede': {
    'zh-CN': '只有所选申请的银行能看到，且以您对该行的授权为限。',
    en: 'Only the bank of that application sees it, as far as your consent to it goes.',
  },
  'trade.application': { 'zh-CN': '贷款申请', en: 'Application' },
  'trade.shown': { 'zh-CN': '已展示', en: 'Shown' },
  'trade.no-application': {
    'zh-CN': '没有进行中的申请。提交申请后可以在这里展示。',
    en: 'No application is going on. Apply first, then show it here.',
  },
  'trade.do-show': { 'zh-CN': '展示给该行', en: 'Show it' },
  'trade.door': { 'zh-CN': '请确认订单或应收账款', en: 'Please confirm an order or a receivable' },
  'trade.door-lede': {
    'zh-CN': (seller: string) =>
      `${seller}正在申请融资，请贵方确认下列内容。您的答复经平台签名后告知该企业及其选定的银行。`,
    en: (seller: string) =>
      `${seller} wants to borrow and asks you to confirm this. Your answer is signed by the platform and told to the firm and the banks it chooses.`,
  },
  'trade.confirm': { 'zh-CN': '确认', en: 'Confirm' },
  'trade.confirm-amount': { 'zh-CN': '确认金额（元）', en: 'Amount that you confirm, in yuan' },
  'trade.name': { 'zh-CN': '答复人姓名和职务', en: 'Your name and position' },
  'trade.dispute': { 'zh-CN': '有异议', en: 'I do not agree' },
  'trade.dispute-why': { 'zh-CN': '异议理由', en: 'Why' },
  'trade.for-bank': { 'zh-CN': '订单与应收账款', en: 'Orders and receivables' },
  'trade.seller': { 'zh-CN': '供应商', en: 'Supplier' },
});

export const tradeRefusals = defineText({
  'trade.not-found': { 'zh-CN': '没有找到这条确认请求。', en: 'This question was not found.' },
  'trade.answered-already': {
    'zh-CN': '这条确认请求已经答复或撤回，不能再改。',
    en: 'This was answered or taken back already and stands as it is.',
  },
  'trade.confirms-too-much': {
    'zh-CN': (r: { most: string | bigint }) => `确认金额不能超过请求的 ${showFen(r.most, 'zh-CN')}。`,
    en: (r: { most: string | bigint }) => `You cannot confirm more than was asked: ${showFen(r.most, 'en')}.`,
  },
  'trade.confirms-nothing': {
    'zh-CN': '确认金额须大于零；不同意的请选择“有异议”。',
    en: 'Confirm more than nothing, or choose “I do not agree”.',
  },
  'trade.code-unreadable': {
    'zh-CN': '统一社会信用代码应为 18 位，请核对；不清楚可以留空。',
    en: 'A credit code has 18 characters. Check it, or leave it empty.',
  },
  'trade.own-firm': { 'zh-CN': '买方不能是本企业。', en: 'The buyer cannot be your own firm.' },
  'trade.due-past': {
    'zh-CN': '到期付款日不能早于今天。',
    en: 'The payment cannot have been due before today.',
  },
  'trade.not-shown': {
    'zh-CN': '这笔申请已经结束或确认请求已撤回，不能展示。请刷新页面。',
    en: 'The application has ended or the question was taken back, so it cannot be shown. Reload the page.',
  },
  'trade.buyer-missing': { 'zh-CN': '请填写买方名称。', en: 'Name the buyer.' },
  'trade.reference-missing': { 'zh-CN': '请填写合同、订单或发票号。', en: 'State the number.' },
  'trade.name-missing': { 'zh-CN': '请填写姓名和职务。', en: 'State your name and position.' },
  'trade.note-missing': { 'zh-CN': '请说明异议理由。', en: 'Say why.' },
  'trade.choose-application': { 'zh-CN': '请选择一笔申请。', en: 'Choose an application.' },
});

export const tradeFlashes = defineText({
  'trade.asked': { 'zh-CN': '已发出确认请求。', en: 'The buyer is asked.' },
  'trade.answered': {
    'zh-CN': '答复已签名并告知供应商。',
    en: 'Your answer is signed and the supplier was told.',
  },
  'trade.withdrawn': { 'zh-CN': '确认请求已撤回。', en: 'The question was taken back.' },
  'trade.shown': { 'zh-CN': '已展示给该行。', en: 'The bank can see it now.' },
});

type Named = { readonly reference: string; readonly buyer?: string };

export const tradeNotifications = defineText({
  'application.buyer-asked': {
    'zh-CN': (p: Named) => `供应商请贵方确认 ${p.reference}`,
    en: (p: Named) => `A supplier asks you to confirm ${p.reference}`,
  },
  'application.buyer-answered': {
    'zh-CN': (p: Named) => `${p.buyer ?? '买方'}已答复 ${p.reference}`,
    en: (p: Named) => `${p.buyer ?? 'The buyer'} answered on ${p.reference}`,
  },
  'application.buyer-late': {
    'zh-CN': (p: Named) => `${p.buyer ?? '买方'}没有按时确认 ${p.reference}，可以投诉或改请银行自行核实`,
    en: (p: Named) =>
      `${p.buyer ?? 'The buyer'} did not confirm ${p.reference} in time; you may complain, or have the bank check it`,
  },
  'application.buyer-reminded': {
    'zh-CN': (p: Named) => `确认 ${p.reference} 的期限已过，仍可答复`,
    en: (p: Named) => `Your time to confirm ${p.reference} is over; you can still answer`,
  },
  'application.claim-late': {
    'zh-CN': (p: Named) => `买方没有按时确认 ${p.reference}`,
    en: (p: Named) => `The buyer did not confirm ${p.reference} in time`,
  },
  'application.claim-shown': {
    'zh-CN': (p: Named) => `申请企业展示了订单或应收账款 ${p.reference}`,
    en: (p: Named) => `An applicant shows you its order or receivable ${p.reference}`,
  },
});
