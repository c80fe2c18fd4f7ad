import { defineText } from '~/text/define.ts';
import { showDay, showInstant } from '~/text/format.ts';

/** A need put before banks: the firm's page, the bank's list, refusals and notices. */
export const postingText = defineText({
  'posting.title': { 'zh-CN': '请多家银行报方案', en: 'Ask several banks for terms' },
  'posting.lede': {
    'zh-CN': '银行看到需求和企业的大致情况后给出意向条件，您按净成本比较，再决定向谁申请。',
    en: 'Banks see the need and the firm in broad strokes and state terms; you compare them by net cost, then decide where to apply.',
  },
  'posting.do': { 'zh-CN': '请多家银行报方案', en: 'Ask several banks' },
  'posting.refer': { 'zh-CN': '转介给其他银行', en: 'Refer to other banks' },
  'posting.refer-text': {
    'zh-CN':
      '经您同意，可以把这笔需求匿名转给其他银行：它们不知道您是谁，也不知道您申请过哪里。选定一家之后，那一家才知道您的名称。',
    en: 'With your consent the need goes to other banks without your name: they do not learn who you are or where you applied. Only the bank you choose learns it.',
  },
  'posting.told': { 'zh-CN': '银行会看到的内容', en: 'What banks read' },
  'posting.told-alike': {
    'zh-CN': (n: number) => `符合这些描述的企业有 ${n} 家，不会只对应您一家。`,
    en: (n: number) => `${n} firms fit this description: it does not point at yours alone.`,
  },
  'posting.products': {
    'zh-CN': (n: number) => `您与 ${n} 个在售产品的匹配结论（符合或待核实），不含任何原始记录`,
    en: (n: number) =>
      `How you stand with ${n} products on the shelf (met or open), without any record behind it`,
  },
  'posting.not-asked': {
    'zh-CN': (n: number) => `您就这笔需求申请过的 ${n} 家银行看不到：金额和期限会让它们认出您。`,
    en: (n: number) =>
      n === 1
        ? 'The bank that you applied to for this need does not see it: amount and term would tell it who you are.'
        : `The ${n} banks that you applied to for this need do not see it: amount and term would tell them who you are.`,
  },
  'posting.until': {
    'zh-CN': (day: string) => `发布到 ${day}，可以随时撤下。每次查看都记入您的查询记录。`,
    en: (day: string) => `Posted until ${day}; take it back at any time. Every reading is kept in your log.`,
  },
  'posting.named': { 'zh-CN': '同时显示企业名称', en: 'Show the firm’s name as well' },
  'posting.named-hint': {
    'zh-CN': '不勾选则匿名：银行只有在您选定它的方案之后，才知道您是谁。',
    en: 'Without it you stay anonymous: a bank learns who you are only once you choose its terms.',
  },
  'posting.agree': {
    'zh-CN': '我同意把以上内容提供给平台上的银行，用于就这笔需求给出意向条件。',
    en: 'I agree that banks on the platform read the above in order to state terms for this need.',
  },
  'posting.post': { 'zh-CN': '发布需求', en: 'Post the need' },
  'posting.open': { 'zh-CN': '已发布', en: 'Posted' },
  'posting.anonymous': { 'zh-CN': '匿名', en: 'Anonymous' },
  'posting.by-name': { 'zh-CN': '实名', en: 'By name' },
  'posting.withdraw': { 'zh-CN': '撤下', en: 'Take it back' },
  'posting.withdraw-title': { 'zh-CN': '撤下这条需求？', en: 'Take this need back?' },
  'posting.withdraw-text': {
    'zh-CN': '银行不再看到它，正在答复的银行不能再答复。已经给出的意向仍可选择。',
    en: 'Banks no longer find it and those still answering cannot. Terms already stated can still be chosen.',
  },
  'posting.answers': { 'zh-CN': '银行的回应', en: 'Answers of banks' },
  'posting.answers-lede': {
    'zh-CN': '净成本低的在前，已扣除预计贴息。意向不是批准，决定在申请之后作出。',
    en: 'The lowest net cost first, less the expected subsidy. Terms are an intention, not an approval; the decision follows an application.',
  },
  'posting.answers-none': { 'zh-CN': '还没有银行回应', en: 'No bank has answered yet' },
  'posting.answers-none-next': {
    'zh-CN': '银行认领后必须在规定的工作日内答复，否则需求自动退回，其他银行不受影响。',
    en: 'A bank that takes it up has to answer within its working days, or the need comes back; other banks are not affected.',
  },
  'posting.state.taken': { 'zh-CN': '正在答复', en: 'Answering' },
  'posting.state.offered': { 'zh-CN': '已给意向', en: 'Terms stated' },
  'posting.state.passed': { 'zh-CN': '不参与', en: 'Passed' },
  'posting.state.returned': { 'zh-CN': '超时退回', en: 'Let lapse' },
  'posting.state.void': { 'zh-CN': '需求已撤回', en: 'Need taken back' },
  'posting.state.chosen': { 'zh-CN': '已选定', en: 'Chosen' },
  'posting.bank': { 'zh-CN': '银行', en: 'Bank' },
  'posting.terms': { 'zh-CN': '意向条件', en: 'Terms' },
  'posting.net': { 'zh-CN': '净成本', en: 'Net cost' },
  'posting.apr': { 'zh-CN': '年化综合成本', en: 'All-in yearly rate' },
  'posting.subsidy': { 'zh-CN': '预计贴息', en: 'Expected subsidy' },
  'posting.state': { 'zh-CN': '状态', en: 'State' },
  'posting.valid-until': {
    'zh-CN': (day: string) => `有效期至 ${day}`,
    en: (day: string) => `valid until ${day}`,
  },
  'posting.choose': { 'zh-CN': '选定并申请', en: 'Choose and apply' },
  'posting.choose-label': {
    'zh-CN': (bank: string) => `选定${bank}并申请`,
    en: (bank: string) => `Choose ${bank} and apply`,
  },
  'posting.months': {
    'zh-CN': (n: number) => `${n} 个月`,
    en: (n: number) => (n === 1 ? '1 month' : `${n} months`),
  },
  'posting.past': { 'zh-CN': '以前的发布', en: 'Earlier postings' },
  'posting.past-line': {
    'zh-CN': (from: string, until: string) => `${from} 发布，至 ${until}`,
    en: (from: string, until: string) => `posted ${from}, until ${until}`,
  },

  'profile.amount': { 'zh-CN': '金额', en: 'Amount' },
  'profile.term': { 'zh-CN': '期限', en: 'Term' },
  'profile.purpose': { 'zh-CN': '用途', en: 'Purpose' },
  'profile.collateral': { 'zh-CN': '可提供的担保', en: 'Security available' },
  'profile.none': { 'zh-CN': '无', en: 'None' },
  'profile.region': { 'zh-CN': '地区', en: 'Place' },
  'profile.industry': { 'zh-CN': '行业', en: 'Industry' },
  'profile.size': { 'zh-CN': '规模', en: 'Size' },
  'profile.kind': { 'zh-CN': '类型', en: 'Kind' },
  'profile.years': { 'zh-CN': '经营年限', en: 'In business' },
  'profile.years-at-least': {
    'zh-CN': (n: number) => (n === 0 ? '不满 1 年' : `${n} 年以上`),
    en: (n: number) => (n === 0 ? 'under a year' : `${n} ${n === 1 ? 'year' : 'years'} or more`),
  },
  'profile.grade': { 'zh-CN': '信用等级', en: 'Grade' },
  'profile.hidden': { 'zh-CN': '不显示', en: 'not told' },

  'posted.title': { 'zh-CN': '企业需求', en: 'Needs of firms' },
  'posted.lede': {
    'zh-CN': '企业同意公开给银行的融资需求。认领后请在时限内答复，超时自动退回。',
    en: 'Needs that firms agreed to show to banks. Answer what you take up within its clock, or it goes back.',
  },
  'posted.filters': { 'zh-CN': '筛选', en: 'Filters' },
  'posted.filter.fitting': { 'zh-CN': '适合本行产品', en: 'Our products fit' },
  'posted.filter.recommended': { 'zh-CN': '推荐清单', en: 'Recommended list' },
  'posted.filter.all': { 'zh-CN': '全部', en: 'All' },
  'posted.filter.mine': { 'zh-CN': '本行已认领', en: 'Taken up by us' },
  'posted.none': { 'zh-CN': '这里没有需求', en: 'No need here' },
  'posted.none-next': {
    'zh-CN': '换一个筛选条件，或稍后再来。',
    en: 'Try another filter, or come back later.',
  },
  'posted.need': { 'zh-CN': '需求', en: 'Need' },
  'posted.firm': { 'zh-CN': '企业', en: 'Firm' },
  'posted.firm-hidden': { 'zh-CN': '匿名企业', en: 'Anonymous firm' },
  'posted.fits': { 'zh-CN': '与本行产品', en: 'With our products' },
  'posted.fits.pass': { 'zh-CN': '条件全部符合', en: 'All conditions met' },
  'posted.fits.unknown': { 'zh-CN': '有条件待核实', en: 'Conditions open' },
  'posted.fits.none': { 'zh-CN': '不符合', en: 'No fit' },
  'posted.until': { 'zh-CN': '发布至', en: 'Posted until' },
  'posted.own': { 'zh-CN': '本行', en: 'We' },
  'posted.not-taken': { 'zh-CN': '未认领', en: 'not taken up' },
  'posted.over': { 'zh-CN': '已结束', en: 'over' },
  'posted.one': { 'zh-CN': '一条需求', en: 'A posted need' },
  'posted.standing': {
    'zh-CN': '与本行产品的匹配（发布时）',
    en: 'How it stands with our products (when posted)',
  },
  'posted.standing-none': { 'zh-CN': '本行没有在售产品', en: 'You have no product on the shelf' },
  'posted.standing-none-next': {
    'zh-CN': '先在“产品”中上架一个产品。',
    en: 'Put a product on the shelf first.',
  },
  'posted.product': { 'zh-CN': '产品', en: 'Product' },
  'posted.take': { 'zh-CN': '认领', en: 'Take it up' },
  'posted.take-text': {
    'zh-CN': (n: number) => `认领后 ${n} 个工作日内答复。企业会看到认领的是哪家银行；其他银行看不到。`,
    en: (n: number) =>
      `Answer within ${n} working days of taking it up. The firm sees which bank did; other banks do not.`,
  },
  'posted.answer': { 'zh-CN': '给出意向条件', en: 'State terms' },
  'posted.answer-text': {
    'zh-CN': '意向不是批准，但不得超出产品公布的条件。企业据此按净成本比较。',
    en: 'Terms are an intention and no approval, yet may not go beyond what the product publishes. The firm compares them by net cost.',
  },
  'posted.pass': { 'zh-CN': '不参与', en: 'Pass' },
  'posted.pass-text': {
    'zh-CN': '企业会知道本行没有合适的方案。',
    en: 'The firm learns that you have nothing for it.',
  },
  'posted.answered': { 'zh-CN': '本行的意向', en: 'Our terms' },
  'posted.chosen': {
    'zh-CN': '企业选定了本行的方案，申请会出现在收件箱。',
    en: 'The firm chose your terms; its application comes to the inbox.',
  },
});

export const postingRefusals = defineText({
  'product.not-found': {
    'zh-CN': '本行货架上没有这个产品，请改选在架产品。',
    en: 'Your bank has no such product on the shelf. Choose one that is published.',
  },
  'need.closed-already': {
    'zh-CN': '这条需求已关闭。请重新提出需求，再请银行报方案。',
    en: 'This need is closed. State a new one, then ask banks.',
  },
  'need.posted-already': { 'zh-CN': '这条需求已经发布。', en: 'This need is posted already.' },
  'need.not-agreed': { 'zh-CN': '请先勾选同意。', en: 'Tick your agreement first.' },
  'need.no-product': { 'zh-CN': '请选择产品。', en: 'Choose a product.' },
  'need.posting-not-found': {
    'zh-CN': '没有找到这条需求，或它已经结束。',
    en: 'This need was not found or is over.',
  },
  'need.posting-over': {
    'zh-CN': '这条需求已经结束，不能再认领或答复。',
    en: 'This need is over; it can be taken up or answered no more.',
  },
  'need.taken-already': {
    'zh-CN': '本行已经认领过这条需求。',
    en: 'Your bank has taken this need up already.',
  },
  'need.let-lapse': {
    'zh-CN': '本行认领后没有按时答复，需求已退回，不能再次认领。',
    en: 'Your bank took this need up and let it lapse; it cannot be taken up again.',
  },
  'need.not-taken': { 'zh-CN': '请先认领，再答复。', en: 'Take the need up before you answer.' },
  'need.answered-already': { 'zh-CN': '本行已经答复过。', en: 'Your bank has answered already.' },
  'need.answer-late': {
    'zh-CN': (r: { at: string }) => `答复时限已于 ${showInstant(r.at, 'zh-CN')} 届满，需求已退回。`,
    en: (r: { at: string }) => `The clock ran out at ${showInstant(r.at, 'en')}; the need has gone back.`,
  },
  'need.no-offer': { 'zh-CN': '这家银行还没有给出条件。', en: 'This bank has not stated terms.' },
  'need.offer-over': {
    'zh-CN': (r: { on: string }) => `意向已于 ${showDay(r.on, 'zh-CN')} 到期，请向银行重新询问。`,
    en: (r: { on: string }) => `These terms ended on ${showDay(r.on, 'en')}; ask the bank again.`,
  },
});

type Bank = { readonly bankZh: string; readonly bankEn: string };

export const postingNotifications = defineText({
  'need.answer-taken': {
    'zh-CN': (p: Bank) => `${p.bankZh}认领了您发布的需求，正在答复。`,
    en: (p: Bank) => `${p.bankEn} took your need up and is answering.`,
  },
  'need.answer-offered': {
    'zh-CN': (p: Bank) => `${p.bankZh}就您的需求给出了意向条件。`,
    en: (p: Bank) => `${p.bankEn} stated terms for your need.`,
  },
  'need.answer-passed': {
    'zh-CN': (p: Bank) => `${p.bankZh}对您的需求没有合适的方案。`,
    en: (p: Bank) => `${p.bankEn} has nothing for your need.`,
  },
  'need.answer-returned': {
    'zh-CN': (p: Bank) => `${p.bankZh}没有按时答复，您的需求已退回；其他银行不受影响。`,
    en: (p: Bank) => `${p.bankEn} did not answer in time; your need came back. Other banks are not affected.`,
  },
  'need.answer-chosen': {
    'zh-CN': '企业选定了本行的意向条件。',
    en: 'A firm chose your terms.',
  },
  'need.let-lapse': {
    'zh-CN': '认领的需求没有按时答复，已退回。',
    en: 'A need you took up was not answered in time and has gone back.',
  },
  'need.answer-void': {
    'zh-CN': '企业撤回了本行认领的需求，不必再答复。',
    en: 'A firm took back a need that you took up; no answer is due.',
  },
  'need.posting-ended': {
    'zh-CN': '您发布的需求已到期，已认领的银行仍会在时限内答复。需要时可以重新发布。',
    en: 'Your posted need has ended; banks that took it up still answer within their clock. Post it again if you still want terms.',
  },
});

export const postingFlashes = defineText({
  'need.posted': { 'zh-CN': '需求已发布，银行可以看到了。', en: 'The need is posted; banks can see it now.' },
  'need.posting-closed': { 'zh-CN': '需求已撤下。', en: 'The need was taken back.' },
  'need.chosen': {
    'zh-CN': '已选定。请在下面提交申请，银行收到申请后作出决定。',
    en: 'Chosen. Send the application below; the bank decides once it has it.',
  },
  'need.taken': { 'zh-CN': '已认领，请按时答复。', en: 'Taken up. Answer within the clock.' },
  'need.answered': { 'zh-CN': '意向条件已发给企业。', en: 'Your terms went to the firm.' },
  'need.passed': { 'zh-CN': '已告知企业不参与。', en: 'The firm was told that you pass.' },
});
