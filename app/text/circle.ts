import { defineText } from '~/text/define.ts';

/** Guarantee circles (担保圈) and what a default in one brings about. */
export const circleText = defineText({
  'circle.title': { 'zh-CN': '担保圈', en: 'Guarantee circle' },
  'circle.open': { 'zh-CN': '担保圈与违约推演', en: 'Guarantee circle and what-if' },
  'circle.lede.bank': {
    'zh-CN': '企业间的担保来自登记机关公示；金额只计本行的存续贷款和本行贷款的担保合同，不含其他银行。',
    en: 'Guarantees between firms are published by the register. Amounts count your own live loans and their guarantee contracts alone, never another bank’s.',
  },
  'circle.lede.operator': {
    'zh-CN': '企业间的担保来自登记机关公示；金额计平台上全部存续贷款和在保合同。',
    en: 'Guarantees between firms are published by the register. Amounts count every live loan and guarantee contract on the platform.',
  },
  'circle.if': { 'zh-CN': '假设违约的企业', en: 'If this firm defaults' },
  'circle.graph': { 'zh-CN': '担保关系图', en: 'Who guarantees whom' },
  'circle.graph-about': {
    'zh-CN': (firm: string, others: number, ties: number) =>
      `以${firm}为中心，三层担保以内的 ${others} 个担保人和被担保企业、${ties} 条担保。`,
    en: (firm: string, others: number, ties: number) =>
      `Around ${firm}: ${others} guarantors and guaranteed firms within three guarantees, ${ties} guarantees.`,
  },
  'circle.graph-rest': {
    'zh-CN': (n: number) => `图中只画出最近的 ${n} 个，其余见下面的表。`,
    en: (n: number) => `The ${n} nearest are drawn; the table below has all.`,
  },
  'circle.guarantor': { 'zh-CN': '担保人', en: 'Guarantor' },
  'circle.debtor': { 'zh-CN': '被担保企业', en: 'Guaranteed firm' },
  'circle.since': { 'zh-CN': '起始', en: 'Since' },
  'circle.label': {
    'zh-CN': (guarantor: string, debtor: string) => `${guarantor} 为 ${debtor} 担保`,
    en: (guarantor: string, debtor: string) => `${guarantor} guarantees ${debtor}`,
  },
  'circle.legend-self': { 'zh-CN': '假设违约的企业', en: 'The firm that defaults' },
  'circle.legend-firm': { 'zh-CN': '企业', en: 'Firm' },
  'circle.legend-party': { 'zh-CN': '担保机构、保险机构', en: 'Guarantor or insurer' },
  'circle.none': { 'zh-CN': '没有担保关系', en: 'No guarantees' },
  'circle.none-next': {
    'zh-CN': '登记机关没有公示这户企业对外担保或被担保的信息，贷款也没有在保的担保合同。',
    en: 'The register publishes no guarantee given for or by this firm, and no guarantee contract is in force on its loans.',
  },
  'circle.what': {
    'zh-CN': (firm: string) => `如果${firm}违约`,
    en: (firm: string) => `If ${firm} defaults`,
  },
  'circle.assumption': {
    'zh-CN':
      '最坏情形：被追偿的担保人都无力代偿，逐层传导到第三层。担保人承担连带责任，每人按全额（有限额的按限额）计，因此不同担保人的金额不能相加；可能损失的只是各户贷款本身，每户只计一次。登记机关不公示担保金额，按全部贷款余额计。',
    en: 'The worst case: nobody who is called on can pay, over three guarantees. Guarantors are jointly liable, each for the whole or up to its limit, so amounts of different guarantors must not be added up; what can be lost is the loans themselves, each counted once. The register publishes no amounts, so a published guarantee counts for the whole balance.',
  },
  'circle.at-risk': {
    'zh-CN': (hop: number) => (hop === 0 ? '本户贷款' : `${hop} 层以内`),
    en: (hop: number) => (hop === 0 ? 'Its own loans' : hop === 1 ? 'Within 1 hop' : `Within ${hop} hops`),
  },
  'circle.at-risk-title': { 'zh-CN': '受影响贷款余额', en: 'Loan balances affected' },
  'circle.at-risk-about': {
    'zh-CN': '违约传导到第几层时，圈内贷款余额合计；每户只计一次。',
    en: 'Balances of loans in the circle by how far the default travels; each firm counted once.',
  },
  'circle.reached': { 'zh-CN': '受影响的企业和担保人', en: 'Firms and guarantors affected' },
  'circle.firm': { 'zh-CN': '企业或担保人', en: 'Firm or guarantor' },
  'circle.hop': { 'zh-CN': '层', en: 'Hop' },
  'circle.debt': { 'zh-CN': '自身贷款余额', en: 'Own loan balance' },
  'circle.called': { 'zh-CN': '被追偿金额', en: 'Called on for' },
  'circle.unknown.bank': { 'zh-CN': '本行无贷款', en: 'no loan with you' },
  'circle.unknown.operator': { 'zh-CN': '无存续贷款', en: 'no live loan' },
  'circle.calls': { 'zh-CN': '逐笔担保', en: 'Guarantee by guarantee' },
  'circle.amount': { 'zh-CN': '担保金额', en: 'Amount' },
  'circle.uncovered': { 'zh-CN': '失去担保的贷款', en: 'Loans that lose their cover' },
  'circle.uncovered-about': {
    'zh-CN': '这户企业为下列企业担保；它违约后，这些贷款少了一个担保人。',
    en: 'The firm guarantees these; once it defaults their loans have one guarantor less.',
  },
  'circle.incomplete': {
    'zh-CN': (n: number) => `担保圈超过 ${n} 户，只推演最近的 ${n} 户。`,
    en: (n: number) => `The circle has more than ${n} firms; only the nearest ${n} are followed.`,
  },
  'cli.circle.summary': {
    'zh-CN': '一户企业的担保圈，以及其中一户违约时的传导（三层）',
    en: 'The guarantee circle of a firm, and what a default in it brings about over three hops',
  },
  'cli.circle.argument': {
    'zh-CN': '统一社会信用代码或编号',
    en: 'Credit code or id',
  },
  'cli.circle.if': {
    'zh-CN': '假设违约的企业，默认为该企业本身',
    en: 'The firm that defaults; the firm itself when left out',
  },
  'cli.circle.reached': {
    'zh-CN': (hop: number, name: string, debt: string, called: string) =>
      `  第 ${hop} 层  ${name}  自身贷款 ${debt}  被追偿 ${called}`,
    en: (hop: number, name: string, debt: string, called: string) =>
      `  hop ${hop}  ${name}  own loans ${debt}  called on for ${called}`,
  },
  'cli.circle.call': {
    'zh-CN': (guarantor: string, debtor: string, amount: string) =>
      `  ${guarantor} 为 ${debtor} 担保：${amount}`,
    en: (guarantor: string, debtor: string, amount: string) =>
      `  ${guarantor} stands for ${debtor}: ${amount}`,
  },
});

export const circleRefusals = defineText({
  'monitoring.not-in-circle': {
    'zh-CN': '这户企业不在三层以内的担保圈里。请从担保圈页面的列表中选择。',
    en: 'This firm is not in the circle within three guarantees. Choose one from the list on the page of the circle.',
  },
});
