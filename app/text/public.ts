import { defineText } from './define.ts';

/** The landing page and the foot of every public page. */
export const publicText = defineText({
  'public.eyebrow': { 'zh-CN': '融资信用服务平台', en: 'Credit service platform for financing' },
  'public.headline': { 'zh-CN': '企业的信用，\n通往贷款的桥', en: 'Your good record,\na bridge to the loan' },
  'public.lede': {
    'zh-CN':
      '信桥把政府部门掌握的信用记录，经企业授权，变成看得懂的评分，再对接各家银行的贷款产品：哪些够条件，差在哪里，一年实际花多少钱，一目了然。',
    en: 'Xinqiao turns the records that public departments hold, with the consent of the firm, into a score that explains itself, and matches it with the loans of every bank: which ones you qualify for, what is missing, and what each really costs a year.',
  },
  'public.register': { 'zh-CN': '企业注册', en: 'Register a firm' },
  'public.to-desk': { 'zh-CN': '进入工作台', en: 'Go to my desk' },
  'public.see-products': { 'zh-CN': '先看贷款产品', en: 'See the loans first' },
  'public.free': {
    'zh-CN': '企业免费使用，查看匹配不留征信查询记录。',
    en: 'Free for firms; looking at matches leaves no credit enquiry.',
  },
  'public.drawing': {
    'zh-CN': '一座石拱桥：左岸是税务、社保、水电等记录，桥拱是由等级砌成的评分，右岸是银行与贷款。',
    en: 'A stone bridge: records of tax, insurance and utilities on the left bank, a score built of grades as its arch, the bank and the loan on the right bank.',
  },
  'public.drawing-records': { 'zh-CN': '信用记录', en: 'Records' },
  'public.drawing-score': { 'zh-CN': '信用评分', en: 'Score' },
  'public.drawing-loan': { 'zh-CN': '银行贷款', en: 'Loan' },
  'public.figures': { 'zh-CN': '平台现况', en: 'The platform today' },
  'public.figure-firms': { 'zh-CN': '家企业在册', en: 'firms on record' },
  'public.figure-banks': { 'zh-CN': '家银行接入', en: 'banks connected' },
  'public.figure-products': { 'zh-CN': '款贷款产品', en: 'loan products' },
  'public.figure-loans': {
    'zh-CN': '笔贷款已发放（截至上月末）',
    en: 'loans disbursed by the end of last month',
  },
  'public.steps': { 'zh-CN': '三步过桥', en: 'Three steps across' },
  'public.steps-lede': {
    'zh-CN': '资料不用重复提交，每一步都由企业决定。',
    en: "Nothing is asked twice, and every step is the firm's own choice.",
  },
  'public.step-1': { 'zh-CN': '授权', en: 'Consent' },
  'public.step-1-what': {
    'zh-CN': '选定给谁看、看哪些、看多久。授权有回执，两次点击即可撤回，撤回后立即生效。',
    en: 'Choose who may see which items, and for how long. You get a signed receipt and can withdraw in two clicks, with effect at once.',
  },
  'public.step-2': { 'zh-CN': '评分', en: 'Score' },
  'public.step-2-what': {
    'zh-CN': '满分 1000 分，五个维度。每一分都能追到规则、记录和来源；信息不足就说信息不足，不当作差评。',
    en: 'Out of 1,000 points in five dimensions. Every point leads back to its rule, record and source. Too little information is said to be just that, never a bad grade.',
  },
  'public.step-3': { 'zh-CN': '匹配与申请', en: 'Match and apply' },
  'public.step-3-what': {
    'zh-CN': '产品按扣除贴息后的实际成本排列，逐条说明符合、不符合或待核实。一次申请，多家受理，时限公开。',
    en: 'Loans are ranked by what they cost net of subsidies, with every condition met, not met or unknown. One application reaches several banks, each against a visible clock.',
  },
  'public.zones': { 'zh-CN': '贷款产品专区', en: 'Loans by zone' },
  'public.zones-lede': {
    'zh-CN': '不登录也能看全部产品和条件。',
    en: 'Every product and condition is open to read without signing in.',
  },
  'public.zone-count': {
    'zh-CN': (n: number) => `${n} 款`,
    en: (n: number) => (n === 1 ? '1 product' : `${n} products`),
  },
  'public.all-products': { 'zh-CN': '查看全部产品', en: 'See all products' },
  'public.who': { 'zh-CN': '给谁用', en: 'Who it is for' },
  'public.who-firm': { 'zh-CN': '小微企业与个体工商户', en: 'Small firms and sole traders' },
  'public.who-firm-what': {
    'zh-CN': '知道自己的信用怎么样、能申请什么、还差什么；拿到几家银行的方案，比较后再选。',
    en: 'Know where your credit stands, what you can apply for and what is missing; compare the offers of several banks before you choose.',
  },
  'public.who-bank': { 'zh-CN': '银行与担保机构', en: 'Banks and guarantors' },
  'public.who-bank-what': {
    'zh-CN': '在授权范围内看到有来源的记录和评分依据；贷后出现新的负面记录，带着证据及时提醒。',
    en: 'See sourced records and the grounds of each score within the consent; after the loan, hear of new negative records at once, with the evidence.',
  },
  'public.who-state': { 'zh-CN': '政府部门与监管', en: 'Departments and regulators' },
  'public.who-state-what': {
    'zh-CN': '数据用在哪里有回音；风险补偿、贴息按办法逐笔核算，账目到分。',
    en: 'See where the data you share are used; risk compensation and interest subsidies are worked out loan by loan, to the fen.',
  },
  'public.sign-in': { 'zh-CN': '登录', en: 'Sign in' },
  'public.trust': { 'zh-CN': '凭什么放心', en: 'Why it can be trusted' },
  'public.trust-consent': { 'zh-CN': '不授权，不查看', en: 'No consent, no look' },
  'public.trust-consent-what': {
    'zh-CN': '非公开信息每次读取都先核对授权；企业授权不会打开个人信息。',
    en: 'Every read of a non-public item checks the consent first, and the consent of a firm never opens items about persons.',
  },
  'public.trust-score': { 'zh-CN': '评分讲得清', en: 'A score that explains itself' },
  'public.trust-score-what': {
    'zh-CN': '规则公开，同样的记录得同样的分；记录更正或修复后，评分随之重算。',
    en: 'The rules are public and equal records give equal points. When a record is corrected or repaired, the score follows.',
  },
  'public.trust-log': { 'zh-CN': '谁看过，都有数', en: 'Every look is on record' },
  'public.trust-log-what': {
    'zh-CN': '谁、何时、为何查看，逐条留痕，首尾相接不可改动，企业随时可查。',
    en: 'Who looked, when and why is written to a chained log that cannot be altered, and the firm can read it at any time.',
  },
  'public.trust-rank': { 'zh-CN': '排名不收钱', en: 'Ranking is not for sale' },
  'public.trust-rank-what': {
    'zh-CN': '名次只看条件和净成本，排序规则公开，任何机构不能付费靠前。',
    en: 'Only conditions and net cost decide, by a published rule; no institution can pay to stand higher.',
  },
  'public.how-scored': { 'zh-CN': '评分规则', en: 'How scoring works' },
  'public.how-matched': { 'zh-CN': '匹配规则', en: 'How matching works' },
  'public.catalogue': { 'zh-CN': '数据目录', en: 'Data catalogue' },
  'public.products': { 'zh-CN': '贷款产品', en: 'Loan products' },
  'public.foot-use': { 'zh-CN': '使用', en: 'Use' },
  'public.verify-receipt': { 'zh-CN': '核验授权回执', en: 'Verify a receipt' },
  'public.foot-rules': { 'zh-CN': '规则与数据', en: 'Rules and data' },
  'public.foot-about': {
    'zh-CN': '评分仅供金融机构参考，是否放款由金融机构自主决定。',
    en: 'Scores are for the reference of financial institutions, which decide on lending themselves.',
  },
});
