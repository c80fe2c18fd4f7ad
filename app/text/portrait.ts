import { defineText } from '~/text/define.ts';

/** Portraits of firms. */
export const portraitText = defineText({
  'portrait.title': { 'zh-CN': '企业画像', en: 'Portrait' },
  'portrait.own-lede': {
    'zh-CN': '公开评分及其走势、在同类企业中的位置、公示的关联关系，以及与谁有业务往来。',
    en: 'The public score and how it moved, the place among other firms, published ties, and with whom the firm trades.',
  },
  'portrait.bank-lede': {
    'zh-CN': '依据本次授权：评分与走势、同类企业中的位置、公示的关联关系，以及企业随申请出示的买方确认。',
    en: 'Under this consent: the score and how it moved, the place among other firms, published ties, and the claims that go with the application.',
  },
  'portrait.score-closed': {
    'zh-CN': '本次授权只开放汇总，不开放评分',
    en: 'This consent opens sums only, not the score',
  },
  'portrait.desk-lede': {
    'zh-CN': '供风险岗了解一户企业及其关联方；关联方的问题不会自动改变本企业的评分。',
    en: 'For the risk desk: a firm and its ties. What goes wrong with others never changes this firm’s score by itself.',
  },
  'portrait.uscc': { 'zh-CN': '统一社会信用代码', en: 'Credit code' },
  'portrait.region': { 'zh-CN': '地区', en: 'Region' },
  'portrait.industry': { 'zh-CN': '行业', en: 'Industry' },
  'portrait.established': { 'zh-CN': '成立日期', en: 'Established' },
  'portrait.unknown': { 'zh-CN': '未知', en: 'not known' },
  'portrait.score.public': { 'zh-CN': '公开评分', en: 'Public score' },
  'portrait.score.full': { 'zh-CN': '完整评分', en: 'Full score' },
  'portrait.grade': { 'zh-CN': '等级', en: 'Grade' },
  'portrait.no-score': { 'zh-CN': '还没有评分', en: 'No score yet' },
  'portrait.coverage': { 'zh-CN': '已知权重', en: 'Weight known' },
  'portrait.dimensions': { 'zh-CN': '五个维度', en: 'Five dimensions' },
  'portrait.dimensions-about': {
    'zh-CN': '各维度得分占满分的比例。',
    en: 'What each dimension earned of what it can earn.',
  },
  'portrait.graph': { 'zh-CN': '关联关系图', en: 'Relation graph' },
  'portrait.graph-about': {
    'zh-CN': (firms: number, ties: number) =>
      `${firms} 个主体、${ties} 条关系：股权、控制与担保看两层，业务往来只看本企业自己的。依据登记机关公示的记录、公示的中标合同与买方的确认。`,
    en: (firms: number, ties: number) =>
      `${firms} parties and ${ties} ties: ownership, control and guarantees within two steps, trade of the firm itself. By the public register, published contract awards and what buyers confirmed.`,
  },
  'portrait.graph-rest': {
    'zh-CN': (n: number) => `图中只画出离企业最近的 ${n} 个，其余见下面的表。`,
    en: (n: number) => `The ${n} nearest are drawn; the table below has all.`,
  },
  'portrait.graph-none': { 'zh-CN': '没有已知的关联关系', en: 'No known ties' },
  'portrait.graph-none-next': {
    'zh-CN':
      '登记机关尚未提供该企业的股东、控制人或对外担保信息，也没有公示的中标合同。若与事实不符，请向登记机关更正。',
    en: 'The register has supplied no shareholders, controllers or guarantees of this firm, and no contract award is published. If that is wrong, ask the register to correct it.',
  },
  'portrait.from': { 'zh-CN': '企业', en: 'Firm' },
  'portrait.kind': { 'zh-CN': '关系', en: 'Tie' },
  'portrait.to': { 'zh-CN': '关联方', en: 'Party' },
  'portrait.since': { 'zh-CN': '起始', en: 'Since' },
  'portrait.kind.legal-representative': { 'zh-CN': '法定代表人', en: 'legal representative' },
  'portrait.kind.shareholder': { 'zh-CN': '股东', en: 'shareholder' },
  'portrait.kind.controller': { 'zh-CN': '实际控制人', en: 'controller' },
  'portrait.kind.guarantee': { 'zh-CN': '为其担保', en: 'guarantees' },
  'portrait.kind.trade': { 'zh-CN': '供货', en: 'sells to' },
  'portrait.trade.award': {
    'zh-CN': (n: number) => `公示中标 ${n} 项`,
    en: (n: number) => (n === 1 ? '1 published award' : `${n} published awards`),
  },
  'portrait.trade.confirmed': {
    'zh-CN': (n: number) => `买方确认 ${n} 笔`,
    en: (n: number) => (n === 1 ? '1 claim confirmed by the buyer' : `${n} claims confirmed by the buyer`),
  },
  'portrait.trade.latest': {
    'zh-CN': (on: string) => `最近 ${on}`,
    en: (on: string) => `latest ${on}`,
  },
  'portrait.trade.inside': { 'zh-CN': '关联集团内部交易', en: 'within the group' },
  'portrait.legend-owner': { 'zh-CN': '股权与控制', en: 'ownership and control' },
  'portrait.legend-guarantee': { 'zh-CN': '担保', en: 'guarantee' },
  'portrait.legend-trade': { 'zh-CN': '业务往来', en: 'trade' },
  'portrait.legend-self': { 'zh-CN': '本企业', en: 'this firm' },
  'portrait.legend-firm': { 'zh-CN': '其他企业', en: 'other firm' },
  'portrait.legend-party': { 'zh-CN': '自然人或省外主体', en: 'person or party elsewhere' },
  'portrait.members': { 'zh-CN': '关联方违约情况', en: 'Members of the group in default' },
  'portrait.members-about': {
    'zh-CN':
      '关联方违约时应评估本企业还款能力，但不自动下调评分或分类（风险分类办法第七条）。仅有业务往来的不算关联集团成员。',
    en: 'A default in the group calls for an assessment of this firm; score and class do not follow by themselves (classification rules, article 7). Trade alone makes nobody a member.',
  },
  'portrait.members-none': { 'zh-CN': '两层以内没有关联方违约', en: 'Nobody within two steps is in default' },
  'portrait.member': { 'zh-CN': '关联方', en: 'Member' },
  'portrait.member-why': { 'zh-CN': '情况', en: 'What is known' },
  'portrait.member-overdue': {
    'zh-CN': '平台贷款逾期 90 天以上或已损失',
    en: 'a loan ninety days overdue or lost',
  },
  'portrait.member-listed': { 'zh-CN': '在失信名单中', en: 'on a list of dishonesty' },
});
