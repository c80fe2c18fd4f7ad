import { defineText } from '~/text/define.ts';

/** Applying to several products, and comparing what comes back. */
export const applyText = defineText({
  'apply.title': { 'zh-CN': '提交贷款申请', en: 'Apply' },
  'apply.lede': {
    'zh-CN': '一次填写，同时申请多家银行。每家银行单独授权、单独审批，互不知道。',
    en: 'Fill it in once for several banks. Each has its own consent and its own decision and knows of no other.',
  },
  'apply.chosen': { 'zh-CN': '选中的产品', en: 'Products chosen' },
  'apply.none': { 'zh-CN': '还没有选择产品', en: 'No product chosen' },
  'apply.none-next': {
    'zh-CN': '请回到匹配结果，勾选要申请的产品。',
    en: 'Go back to the matches and tick the products to apply for.',
  },
  'apply.to-need': { 'zh-CN': '回到匹配结果', en: 'Back to the matches' },
  'apply.ask': { 'zh-CN': '申请内容', en: 'What you ask for' },
  'apply.amount': { 'zh-CN': '申请金额', en: 'Amount' },
  'apply.amount-hint': {
    'zh-CN': (min: string, max: string) => `所选产品的额度：${min} 至 ${max}`,
    en: (min: string, max: string) => `The products lend from ${min} to ${max}`,
  },
  'apply.months': { 'zh-CN': '期限（月）', en: 'Term in months' },
  'apply.supplied': {
    'zh-CN': '部门已提供，无需填报或上传证明',
    en: 'Supplied by public bodies: neither asked for nor to be proved',
  },
  'apply.documents': { 'zh-CN': '申请材料（可选）', en: 'Documents (optional)' },
  'apply.opened': { 'zh-CN': '向银行开放的数据', en: 'What the banks may see' },
  'apply.consents': { 'zh-CN': '对每家银行的授权', en: 'Consent for each bank' },
  'apply.consents-lede': {
    'zh-CN': '下面选中的数据项对您勾选的每家银行各签署一份授权，仅用于这笔申请，申请结束即停止。',
    en: 'For each bank you tick, a consent of its own is signed for the items below. It serves this application only and ends with it.',
  },
  'apply.consent-for': {
    'zh-CN': (bank: string, product: string) => `我同意授权${bank}为审查“${product}”申请使用上述数据`,
    en: (bank: string, product: string) => `I consent to ${bank} using these data to decide on “${product}”`,
  },
  'apply.contact': {
    'zh-CN': (contact: string) => `联系方式：${contact}`,
    en: (contact: string) => `Contact: ${contact}`,
  },
  'apply.consent-exists': {
    'zh-CN': '已有有效授权，将直接使用',
    en: 'A consent is in force and will be used',
  },
  'apply.already': { 'zh-CN': '已有一笔进行中的申请', en: 'An application is going on' },
  'apply.already-see': { 'zh-CN': '查看这笔申请', en: 'See it' },
  'apply.example': {
    'zh-CN': '公开资料中的产品示例，不能在本平台申请',
    en: 'A published example, not on offer here',
  },
  'apply.bank-closed': { 'zh-CN': '该行暂停受理', en: 'The bank takes no applications now' },
  'apply.clocks': {
    'zh-CN': (pickup: number, decision: number) =>
      `银行须在 ${pickup} 个工作日内受理、${decision} 个工作日内答复，超时自动退回给您。`,
    en: (pickup: number, decision: number) =>
      `A bank has ${pickup} working days to pick it up and ${decision} to decide; then it comes back to you.`,
  },
  'apply.submit': {
    'zh-CN': (n: number) => `签署授权并提交 ${n} 笔申请`,
    en: (n: number) =>
      n === 1 ? 'Sign the consent and apply' : `Sign the consents and apply to ${n} products`,
  },
  'compare.title': { 'zh-CN': '比较授信方案', en: 'Compare offers' },
  'compare.lede': {
    'zh-CN': '按净成本从低到高：整个期限的利息、费用和担保费，减去预计贴息，都以元计。',
    en: 'Cheapest first by net cost in yuan: interest, fees and guarantee fee over the whole term, less the subsidy expected.',
  },
  'compare.none': { 'zh-CN': '还没有收到授信方案', en: 'No offer yet' },
  'compare.none-next': {
    'zh-CN': '银行批准后，方案会出现在这里并通知您。',
    en: 'An approved offer appears here, and you are told.',
  },
  'compare.caption': { 'zh-CN': '授信方案对比', en: 'Offers side by side' },
  'compare.row': { 'zh-CN': '比较项', en: 'What' },
  'compare.net': { 'zh-CN': '净成本', en: 'Net cost' },
  'compare.interest': { 'zh-CN': '利息合计', en: 'Interest in all' },
  'compare.subsidy': { 'zh-CN': '预计贴息', en: 'Expected subsidy' },
  'compare.apr': { 'zh-CN': '年化综合成本', en: 'All-in yearly rate' },
  'compare.first': { 'zh-CN': '首期还款', en: 'First payment' },
  'compare.largest': { 'zh-CN': '最大一期还款', en: 'Largest payment' },
  'compare.assumed': {
    'zh-CN': (day: string) => `假设 ${day} 放款。贴息按当日现行政策估算，以放款时核定为准。`,
    en: (day: string) =>
      `As if paid out on ${day}. The subsidy is estimated under the schemes in force that day and fixed at disbursement.`,
  },
  'compare.lowest-yearly': { 'zh-CN': '年化成本最低', en: 'Lowest yearly cost' },
  'compare.unlike': {
    'zh-CN':
      '各方案的金额、期限或还款方式不同：净成本是到期前一共多花的钱，借得少、还得早自然少；按借一年一元钱比较，请看年化综合成本。',
    en: 'These offers differ in amount, term or repayment. The net cost is what the loan costs you in all, so borrowing less or repaying sooner costs less; to compare the price of money itself, look at the yearly all-in cost.',
  },
  'compare.cheapest': { 'zh-CN': '净成本最低', en: 'Lowest net cost' },
  'compare.no-apr': { 'zh-CN': '无法计算', en: 'Not computable' },
  'compare.accept': {
    'zh-CN': (bank: string) => `接受${bank}的方案`,
    en: (bank: string) => `Accept ${bank}`,
  },
  'compare.accept-title': { 'zh-CN': '接受这个方案？', en: 'Accept this offer?' },
  'compare.accept-text': {
    'zh-CN': '接受后银行与您签订贷款合同。签约前仍可撤回。',
    en: 'The bank will then sign the contract with you. Until then you can still withdraw.',
  },
  'compare.close-others': {
    'zh-CN': '同时撤回这笔需求的其他申请',
    en: 'Withdraw my other applications for this need',
  },
  'compare.monitoring': {
    'zh-CN': (bank: string) =>
      `另行授权：贷款未结清期间，${bank}可持续接收风险信号（最长 12 个月，可随时撤回）`,
    en: (bank: string) =>
      `A consent of its own: while the loan is outstanding, ${bank} receives signals of risk (12 months at most, withdraw at any time)`,
  },
  'compare.at-branch': {
    'zh-CN': (bank: string, branch: string) => `${bank}${branch}`,
    en: (bank: string, branch: string) => `${bank}, ${branch},`,
  },
  'compare.monitoring-hint': {
    'zh-CN': '不勾选也可以接受。勾选后，预警先让您说明，再由银行处理。',
    en: 'You can accept without it. With it, you are heard on every alert before the bank acts.',
  },
  'compare.accept-do': { 'zh-CN': '确认接受', en: 'Yes, accept' },
  'compare.decline': { 'zh-CN': '谢绝', en: 'Decline' },
  'compare.decline-title': { 'zh-CN': '谢绝这个方案？', en: 'Decline this offer?' },
  'compare.decline-text': {
    'zh-CN': '谢绝后这笔申请结束，可以再次申请。',
    en: 'The application ends; you can apply again.',
  },
  'compare.decline-do': { 'zh-CN': '确认谢绝', en: 'Yes, decline' },
});
