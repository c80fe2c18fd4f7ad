import { defineText } from '~/text/define.ts';

/** What a firm declares of itself, on its own page and at the data desk. */
export const declarationText = defineText({
  'declare.title': { 'zh-CN': '自主申报', en: 'Self-declared information' },
  'declare.lede': {
    'zh-CN':
      '部门没有掌握的情况，可以自己补充，并作出信用承诺。申报内容标明“未经核实”，与公共信用信息分开保存；授权包含它时才用于评分和展示。',
    en: 'What no public body holds you may add yourself, under a credit promise. It is marked as unverified, kept apart from public records, and used or shown only under a consent that covers it.',
  },
  'declare.year': { 'zh-CN': (year: number) => `${year} 年`, en: (year: number) => String(year) },
  'declare.years': { 'zh-CN': '所属年度', en: 'Year' },
  'declare.form': {
    'zh-CN': (year: number) => `申报 ${year} 年情况`,
    en: (year: number) => `Declare for ${year}`,
  },
  'declare.form-again': {
    'zh-CN': (year: number) => `重新申报 ${year} 年情况`,
    en: (year: number) => `Declare again for ${year}`,
  },
  'declare.form-again-lede': {
    'zh-CN': '签署后替换原申报；没有填的项目不再保留。',
    en: 'Signing replaces the earlier declaration; what is left blank is no longer declared.',
  },
  'declare.known': { 'zh-CN': '部门已提供，无需填报', en: 'Supplied already, not asked again' },
  'declare.all-known': {
    'zh-CN': '部门数据之外，只有在手订单可以申报。',
    en: 'Beyond what public bodies supplied only orders in hand can be declared.',
  },
  'declare.employees': { 'zh-CN': '从业人数', en: 'Staff' },
  'declare.persons': { 'zh-CN': '人', en: 'persons' },
  'declare.revenue': { 'zh-CN': '年营业收入', en: 'Revenue of the year' },
  'declare.assets': { 'zh-CN': '资产总额', en: 'Total assets' },
  'declare.orders': { 'zh-CN': '在手订单', en: 'Orders in hand' },
  'declare.orders-hint': {
    'zh-CN': '签署当日尚未完成的合同金额',
    en: 'Value of contracts not yet performed on the day you sign',
  },
  'declare.promise': { 'zh-CN': '信用承诺', en: 'Credit promise' },
  'declare.promise-version': { 'zh-CN': (v: string) => `版本 ${v}`, en: (v: string) => `Version ${v}` },
  'declare.agree': {
    'zh-CN': '我已阅读，并代表企业作出以上承诺',
    en: 'I have read this and promise it on behalf of the firm',
  },
  'declare.sign': { 'zh-CN': '签署并申报', en: 'Sign and declare' },
  'declare.only-owner': {
    'zh-CN': '申报要作出信用承诺，由企业负责人签署。',
    en: 'A declaration carries a credit promise: the owner of the firm signs it.',
  },
  'declare.mine': { 'zh-CN': '已申报', en: 'Declared' },
  'declare.none': { 'zh-CN': '还没有自主申报', en: 'Nothing declared yet' },
  'declare.none-next': {
    'zh-CN': '填写下面的表格，签署信用承诺后生效。',
    en: 'Fill in the form below; it counts once the promise is signed.',
  },
  'declare.state.in-force': { 'zh-CN': '有效 · 未经核实', en: 'In force · unverified' },
  'declare.state.doubted': { 'zh-CN': '核实中', en: 'Being checked' },
  'declare.state.replaced': { 'zh-CN': '已被替换', en: 'Replaced' },
  'declare.state.withdrawn': { 'zh-CN': '已撤回', en: 'Withdrawn' },
  'declare.state.broken': { 'zh-CN': '不属实 · 已记失信', en: 'Untrue · promise broken' },
  'declare.figures': { 'zh-CN': '申报内容', en: 'Figures' },
  'declare.signed': { 'zh-CN': '签署', en: 'Signed' },
  'declare.hash': { 'zh-CN': '签名摘要', en: 'Digest of what was signed' },
  'declare.withdraw': { 'zh-CN': '撤回申报', en: 'Withdraw' },
  'declare.withdraw-lede': {
    'zh-CN': '撤回后不再使用；曾经作出的承诺仍留有记录。',
    en: 'It is no longer used; that the promise was once made stays on record.',
  },
  'declare.doubt': { 'zh-CN': '平台的疑问', en: 'What the platform asks' },
  'declare.doubt-due': {
    'zh-CN': (day: string) => `请在 ${day} 前说明`,
    en: (day: string) => `Please answer by ${day}`,
  },
  'declare.answer': { 'zh-CN': '企业说明', en: 'The firm’s answer' },
  'declare.answer-hint': {
    'zh-CN': '说明数字的来源，例如合同、账册或报表。',
    en: 'Say where the figures come from, such as contracts, books or reports.',
  },
  'declare.answer-send': { 'zh-CN': '提交说明', en: 'Send the answer' },
  'declare.answer-wait': { 'zh-CN': '已说明，等待认定', en: 'Answered; a decision follows' },
  'declare.decision': { 'zh-CN': '认定', en: 'Decision' },
  'declare.decision.upheld': { 'zh-CN': '属实', en: 'Found true' },
  'declare.decision.broken': { 'zh-CN': '不属实', en: 'Found untrue' },
  'declare.broken-next': {
    'zh-CN': '这次失信已记入“信用承诺履行信息”；对这条记录可以提出异议。',
    en: 'The broken promise is on record under “Credit promise”; you may object to that record.',
  },
  'declare.to-record': { 'zh-CN': '查看记录', en: 'See the record' },
  'desk.declare.title': { 'zh-CN': '自主申报核实', en: 'Checking declarations' },
  'desk.declare.lede': {
    'zh-CN':
      '企业自主申报、作出信用承诺的信息。有疑问先问企业，由另一人认定；认定不属实的，停用申报内容并记入信用承诺履行信息。',
    en: 'What firms declared of themselves under a credit promise. A doubt goes to the firm first and is decided by a second person; what is found untrue is taken out and the broken promise recorded.',
  },
  'desk.declare.open': { 'zh-CN': '有效', en: 'In force' },
  'desk.declare.doubted': { 'zh-CN': '核实中', en: 'Being checked' },
  'desk.declare.ended': { 'zh-CN': '已结束', en: 'Ended' },
  'desk.declare.none': { 'zh-CN': '这里没有申报', en: 'No declaration here' },
  'desk.declare.official': {
    'zh-CN': (source: string, value: string, percent: string) => `${source}：${value}，相差 ${percent}`,
    en: (source: string, value: string, percent: string) => `${source}: ${value}, ${percent} apart`,
  },
  'desk.declare.reason': { 'zh-CN': '疑问', en: 'The doubt' },
  'desk.declare.reason-hint': {
    'zh-CN': '写明与哪份材料不符；企业会看到',
    en: 'Say what it does not agree with; the firm reads this',
  },
  'desk.declare.ask': { 'zh-CN': '提出疑问', en: 'Raise a doubt' },
  'desk.declare.judge': { 'zh-CN': '作出认定', en: 'Decide' },
  'desk.declare.verdict': { 'zh-CN': '申报是否属实', en: 'Is the declaration true' },
  'desk.declare.basis': { 'zh-CN': '认定依据', en: 'Grounds' },
  'desk.declare.mine': {
    'zh-CN': '疑问由你提出，请另一位同事认定',
    en: 'You raised the doubt: a colleague decides',
  },
  'desk.declare.no-answer': { 'zh-CN': '企业尚未说明', en: 'The firm has not answered yet' },
  'desk.declare.due': {
    'zh-CN': (day: string) => `答复期限 ${day}`,
    en: (day: string) => `Answer due by ${day}`,
  },
});

/** Why a declaration, an answer or a decision was not taken. */
export const declarationRefusals = defineText({
  'declaration.empty': { 'zh-CN': '请至少填写一项。', en: 'Fill in at least one figure.' },
  'declaration.year': {
    'zh-CN': (r: { first: number; last: number }) => `只能申报 ${r.first} 至 ${r.last} 年的情况。`,
    en: (r: { first: number; last: number }) => `Figures can be declared for ${r.first} to ${r.last}.`,
  },
  'declaration.known-already': {
    'zh-CN': '部门已经提供了这一年的相应数据，不需要再申报。请刷新页面；数据有误可以提出异议。',
    en: 'A public body supplied this figure for that year, so it is not asked again. Reload the page; if the record is wrong, object to it.',
  },
  'declaration.under-doubt': {
    'zh-CN': '这一年的申报正在核实，认定前不能替换或撤回。请先说明情况。',
    en: 'The declaration of that year is being checked and cannot be replaced or withdrawn before the decision. Answer the doubt first.',
  },
  'declaration.not-agreed': { 'zh-CN': '请阅读并勾选信用承诺。', en: 'Read the promise and tick it.' },
  'declaration.not-found': { 'zh-CN': '没有这份申报。', en: 'There is no such declaration.' },
  'declaration.not-in-force': {
    'zh-CN': '这份申报已经不是有效状态。请刷新页面。',
    en: 'This declaration is not in force any more. Reload the page.',
  },
  'declaration.not-doubted': {
    'zh-CN': '这份申报没有待认定的疑问。请刷新页面。',
    en: 'Nothing about this declaration waits for a decision. Reload the page.',
  },
  'declaration.answered-already': {
    'zh-CN': '已经说明过了，等待认定。',
    en: 'This has been answered; a decision follows.',
  },
  'declaration.same-person': {
    'zh-CN': '提出疑问的人不能自己认定，请由另一位同事处理。',
    en: 'Who raised the doubt does not decide it: ask a colleague.',
  },
  'declaration.answer-open': {
    'zh-CN': (r: { until: string }) => `企业可以在 ${r.until} 前说明，期满或说明之后才能认定。`,
    en: (r: { until: string }) =>
      `The firm may answer until ${r.until}; decide after that or after its answer.`,
  },
  'declaration.words-missing': { 'zh-CN': '请写明，至少 4 个字。', en: 'Write at least four characters.' },
});

/** What is said after a command. */
export const declarationFlashes = defineText({
  'declaration.flash.signed': {
    'zh-CN': '已签署并申报；稍后进入你的数据',
    en: 'Signed and declared; your data follow in a moment',
  },
  'declaration.flash.withdrawn': { 'zh-CN': '已撤回申报', en: 'Declaration withdrawn' },
  'declaration.flash.answered': { 'zh-CN': '说明已提交', en: 'Answer sent' },
  'declaration.flash.doubted': { 'zh-CN': '疑问已发给企业', en: 'The firm has been asked' },
  'declaration.flash.upheld': { 'zh-CN': '已认定属实', en: 'Found true' },
  'declaration.flash.broken': {
    'zh-CN': '已认定不属实，失信记录稍后入账',
    en: 'Found untrue; the record follows in a moment',
  },
});

/** What the firm finds in its inbox. */
export const declarationNotifications = defineText({
  'declaration.doubted': {
    'zh-CN': (p: { year: number; due: string }) => `平台对 ${p.year} 年自主申报有疑问，请在 ${p.due} 前说明`,
    en: (p: { year: number; due: string }) =>
      `The platform doubts your declaration for ${p.year}; please answer by ${p.due}`,
  },
  'declaration.upheld': {
    'zh-CN': (p: { year: number }) => `${p.year} 年自主申报认定属实`,
    en: (p: { year: number }) => `Your declaration for ${p.year} was found true`,
  },
  'declaration.broken': {
    'zh-CN': (p: { year: number }) => `${p.year} 年自主申报认定不属实，已停用并记入信用承诺履行信息`,
    en: (p: { year: number }) =>
      `Your declaration for ${p.year} was found untrue; it is out of use and the broken promise is on record`,
  },
});
