import { defineText } from '~/text/define.ts';

/** The page on which a consent is given: what the firm must be told before it signs (PIPL 17, 23; 征信业管理条例 19). */
export const grantText = defineText({
  'grant.detail-is.summary': {
    'zh-CN': '只有汇总数字，看不到任何一条记录。',
    en: 'Totals only, no single record.',
  },
  'grant.detail-is.score': {
    'zh-CN': '评分、等级和原因，看不到逐条记录。',
    en: 'Score, grade and reasons, no single record.',
  },
  'grant.detail-is.detail': {
    'zh-CN': '银行可以逐条核对，通常审批更快。',
    en: 'The bank can check each record; decisions are usually faster.',
  },
  'grant.months': {
    'zh-CN': (n: number) => `${n} 个月`,
    en: (n: number) => (n === 1 ? '1 month' : `${n} months`),
  },
  'grant.data-months': {
    'zh-CN': (n: number) => `最近 ${n} 个月`,
    en: (n: number) => `The last ${n} months`,
  },
  'grant.mode-hint': {
    'zh-CN': '不得留存副本时，银行不能导出记录，也不能下载报告。',
    en: 'Where no copy may be kept, the bank can neither export records nor download the report.',
  },
  'grant.retention-hint': {
    'zh-CN': '用完后银行最多保留多久，到期须删除。',
    en: 'How long the bank may keep what it read before it must delete it.',
  },
  'grant.return-agree': {
    'zh-CN':
      '同意银行把本笔贷款的审批结果、放款、余额和风险分类回传平台（征信业管理条例第二十九条要求单独书面同意）',
    en: 'The bank may report the decision, disbursement, balance and class of this loan to the platform (article 29 of the credit-industry regulation asks for written consent of its own)',
  },
  'grant.return-hint': {
    'zh-CN': '不勾选也可以申请。勾选后，您能在平台看到放款、还款计划、政策补贴和预警。',
    en: 'You can apply without it. With it you see disbursement, schedule, subsidies and alerts here.',
  },
  'grant.evaluation': { 'zh-CN': '授权平台评价', en: 'Consent to evaluation' },
  'grant.bank': { 'zh-CN': '授权一家银行查询', en: 'Consent for a bank' },
  'grant.lede': {
    'zh-CN': '请通读本页再签署。签署后立即得到带数字签名的回执，可离线验证；随时可以两步撤回。',
    en: 'Read this page before you sign. You get a digitally signed receipt at once that verifies offline, and can withdraw in two clicks.',
  },
  'grant.sticky': {
    'zh-CN': (name: string) => `授权${name} · 查询逐次留痕 · 两步可撤回`,
    en: (name: string) => `For ${name} · every read is on record · withdraw in two clicks`,
  },
  'grant.more-items': {
    'zh-CN': (n: number) => `更多数据项（${n} 项，通常不需要）`,
    en: (n: number) => `More items (${n}, usually not needed)`,
  },
  'grant.more-items-hint': {
    'zh-CN': '只在对方说明理由时再勾选。',
    en: 'Tick them only where the recipient gives a reason.',
  },
  'grant.who': { 'zh-CN': '谁来使用', en: 'Who uses it' },
  'grant.why': { 'zh-CN': '用来做什么', en: 'What for' },
  'grant.what': { 'zh-CN': '用哪些数据', en: 'Which data' },
  'grant.what-hint': {
    'zh-CN': '下列项目不公开，只有勾选的才可使用。可以全选或全不选一组。',
    en: 'These items are not public. Only what you tick may be used. A group can be taken or left whole.',
  },
  'grant.public-too': {
    'zh-CN': (n: number) => `另有 ${n} 项公开信息（登记、处罚、裁判、荣誉等）无须勾选。`,
    en: (n: number) => `${n} public items (registration, penalties, judgments, honours …) need no tick.`,
  },
  'grant.verify-only': { 'zh-CN': '只参与核验，不给出记录', en: 'Compared only, never handed over' },
  'grant.from-provider': { 'zh-CN': (name: string) => `来自${name}`, en: (name: string) => `from ${name}` },
  'grant.personal-title': {
    'zh-CN': '涉及个人的数据不在授权之内',
    en: 'Data on natural persons are not included',
  },
  'grant.personal-text': {
    'zh-CN': (n: number) =>
      `目录中有 ${n} 项描述自然人（如个人公积金、个人参保、家庭水气）。企业签字不能打开它们，需要本人另行同意。`,
    en: (n: number) =>
      `${n} items of the catalogue describe natural persons (own provident fund, insurance, household utilities). A firm’s signature never opens them; only the person can.`,
  },
  'grant.how-long': { 'zh-CN': '用多久、用几次、留多久', en: 'How long, how often, how long kept' },
  'grant.rights': { 'zh-CN': '您的权利', en: 'Your rights' },
  'grant.rights-withdraw': {
    'zh-CN': '随时撤回：在授权清单同一行点“撤回”，再确认一次。',
    en: 'Withdraw at any time: “Withdraw” on the line of the consent, then confirm.',
  },
  'grant.rights-see': {
    'zh-CN': '查看每一次查询：谁、何时、为何，都记入您可核验的日志。',
    en: 'See every read: who, when and why, in a log you can verify.',
  },
  'grant.rights-object': {
    'zh-CN': '对记录有异议，可以要求更正；拒绝授权不影响使用公开服务。',
    en: 'Object to a record and have it corrected. Refusing consent never closes the public services to you.',
  },
  'grant.clauses': { 'zh-CN': '请特别注意', en: 'Please note' },
  'grant.clause-lawful': {
    'zh-CN': '撤回只对以后生效，撤回前依授权完成的查询和评价仍然有效。',
    en: 'A withdrawal looks forward: reads and evaluations made under the consent before it stay valid.',
  },
  'grant.clause-negative': {
    'zh-CN': '您勾选的数据中可能有不利记录（如欠税、欠费），会影响评分或银行判断。',
    en: 'The data you tick may hold adverse records (arrears, late filings) that lower the score or the bank’s view.',
  },
  'grant.clause-kept': {
    'zh-CN': '若已签订贷款合同，银行可依法保存必要资料，但只能存储，不得另作他用。',
    en: 'Once a loan contract is signed, a bank may keep what the law requires, for storage only.',
  },
  'grant.clause-misuse': {
    'zh-CN': '用于本次融资以外的目的即为违规，平台将暂停该机构的全部查询。',
    en: 'Any use other than for this financing is a breach and suspends the institution from all reads.',
  },
  'grant.replaces': { 'zh-CN': '签署后将替换现有授权', en: 'Signing replaces the consent in force' },
  'grant.replaces-text': {
    'zh-CN': (until: string, n: number) =>
      `现有授权有效期至 ${until}，含 ${n} 项。新授权生效时旧授权即告结束，原文保留不改。`,
    en: (until: string, n: number) =>
      `It runs until ${until} with ${n} items. It ends when the new one starts; its text is kept unchanged.`,
  },
  'grant.any-product': { 'zh-CN': '该机构的全部产品', en: 'All its products' },
  'grant.choose-bank': { 'zh-CN': '选择一家银行', en: 'Choose a bank' },
  'grant.choose-bank-hint': {
    'zh-CN': '每家银行单独授权；其他银行不会知道。',
    en: 'Each bank needs a consent of its own; no other bank learns of it.',
  },
  'grant.choose-do': { 'zh-CN': '继续', en: 'Continue' },
  'grant.agree': {
    'zh-CN': (name: string) => `我已阅读并代表本企业同意授权${name}按上述范围使用数据`,
    en: (name: string) =>
      `I have read this and, for my firm, consent to ${name} using the data as stated above`,
  },
  'grant.sign': { 'zh-CN': '签署授权', en: 'Sign the consent' },
});
