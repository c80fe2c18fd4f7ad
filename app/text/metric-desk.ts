import { defineText } from '~/text/define.ts';

/** Entries of the dictionary for the desks of banks and firms: portfolio quality, month list, first loans, a firm's own home. */
export const metricDeskText = defineText({
  'metric.unit.ppm': { 'zh-CN': '比率', en: 'ratio' },
  'metric.unit.days': { 'zh-CN': '天', en: 'days' },
  'metric.unit.points': { 'zh-CN': '分', en: 'points' },
  'metric.unit.cases': { 'zh-CN': '项', en: 'items' },
  'metric.unit.reads': { 'zh-CN': '次', en: 'reads' },
  'metric.closed.statistics': {
    'zh-CN': '本岗位只看统计，不逐户列示',
    en: 'Statistics only for this role, not listed one by one',
  },
  'metric.closed.register': {
    'zh-CN': '明细由责任岗位查看',
    en: 'The records are open to the desk that answers for them',
  },
  'metric.closed.desk': { 'zh-CN': '不在本岗位的工作台上', en: 'Not on the desk of this role' },
  'metric.quality.npl': { 'zh-CN': '不良率', en: 'Non-performing ratio' },
  'metric.quality.npl.means': {
    'zh-CN': '各项贷款余额中不良贷款的占比。',
    en: 'The share of all balances that is non-performing.',
  },
  'metric.quality.npl.formula': {
    'zh-CN': '（次级 + 可疑 + 损失）余额 ÷ 各项贷款余额',
    en: '(Substandard + doubtful + loss) ÷ all loans, by balance',
  },
  'metric.quality.npl-balance': { 'zh-CN': '不良余额', en: 'Non-performing balance' },
  'metric.quality.npl-balance.means': {
    'zh-CN': '分类为次级、可疑、损失的贷款余额。',
    en: 'Balances classed substandard, doubtful or loss.',
  },
  'metric.quality.npl-balance.formula': {
    'zh-CN': '后三类存续贷款的未还本金合计',
    en: 'Sum of the principal out of live loans in the last three classes',
  },
  'metric.quality.total': { 'zh-CN': '各项贷款', en: 'All loans' },
  'metric.quality.total.means': { 'zh-CN': '截止日存续的全部贷款余额。', en: 'All loans live on the day.' },
  'metric.quality.total.formula': {
    'zh-CN': '本金 + 后续提款 − 已还本金（不含冲正）',
    en: 'Principal + later drawdowns − principal repaid, reversals left out',
  },
  'metric.quality.special': { 'zh-CN': '关注类占比', en: 'Special mention' },
  'metric.quality.special.means': {
    'zh-CN': '各项贷款余额中关注类的占比。',
    en: 'The share of all balances that is classed special mention.',
  },
  'metric.quality.special.formula': {
    'zh-CN': '关注类余额 ÷ 各项贷款余额',
    en: 'Special mention ÷ all loans, by balance',
  },
  'metric.quality.overdue90': {
    'zh-CN': '逾期90天以上 ÷ 不良',
    en: 'Over 90 days past due ÷ non-performing',
  },
  'metric.quality.overdue90.means': {
    'zh-CN': '逾期超过 90 天的余额与不良余额之比；超过 100% 说明有应列未列不良的贷款。',
    en: 'Balances over 90 days past due against non-performing ones; above 100 % some are not classed so.',
  },
  'metric.quality.overdue90.formula': {
    'zh-CN': '逾期 91 天及以上的余额 ÷ 不良余额',
    en: 'Balances at least 91 days past due ÷ non-performing balances',
  },
  'metric.quality.watch': { 'zh-CN': '观察期', en: 'Watch periods' },
  'metric.quality.watch.means': {
    'zh-CN': '重组后或不良后、尚在观察期内的贷款，两者兼有的只计一笔；关注清单另含逾期和橙色以上预警的贷款。',
    en: 'Loans under observation after a restructuring or not cured yet, one that is both counted once; the watch list adds loans past due and those with an orange or red alert.',
  },
  'metric.quality.watch.formula': {
    'zh-CN': '分类原因含重组观察、治愈观察的存续贷款笔数',
    en: 'Live loans whose class has an observation or a cure among its reasons',
  },
  'metric.quality.migration': { 'zh-CN': '迁徙率', en: 'Migration rate' },
  'metric.quality.migration.means': {
    'zh-CN': '期初某一类贷款中，期末变差的比例。无还本续贷是同一笔资金换合同，不算结清也不算新放。',
    en: 'Of loans in a class at the start of a period, the share that is in a worse one at its end. A renewal without repayment is the same money under another contract: neither settled nor new.',
  },
  'metric.quality.migration.formula': {
    'zh-CN': '期末分类更差（含核销）的余额 ÷ 期初该类余额扣除期内收回',
    en: 'Balance in a worse class or written off at the end ÷ balance at the start less what came back',
  },
  'metric.quality.vintage': { 'zh-CN': '账龄曲线', en: 'Vintage curve' },
  'metric.quality.vintage.means': {
    'zh-CN':
      '同一季度放出的贷款，到某一账龄为止曾逾期或损失的比例。无还本续贷的贷款归入最初放款的季度，账龄连续计算。',
    en: 'Of what was lent in a quarter, the share that had been overdue or lost by so many months on book. A loan renewed without repayment stays in the quarter in which its money was first lent.',
  },
  'metric.quality.vintage.formula': {
    'zh-CN': '累计达到口径的贷款本金 ÷ 该季放款本金',
    en: 'Principal of loans that met the measure so far ÷ principal lent in the quarter',
  },
  'metric.quality.lead': { 'zh-CN': '预警提前量', en: 'Lead time of alerts' },
  'metric.quality.lead.means': {
    'zh-CN':
      '第一条预警比首次逾期 30/60/90 天、不良、核销早的天数。无还本续贷前后的合同按同一笔资金合并，只计一次。',
    en: 'Days from the first alert to the first 30, 60 or 90 days past due, non-performing class or write-off. Contracts that renew one another without repayment are one money and count once.',
  },
  'metric.quality.lead.formula': {
    'zh-CN': '情形首日 − 此前一年内第一条预警的日期，取中位数和四分位',
    en: 'First day of the outcome − day of the first alert in the year before; median and quartiles',
  },
  'metric.month.loans': { 'zh-CN': '贷款', en: 'Loans' },
  'metric.month.loans.means': {
    'zh-CN': '当月内曾存续的贷款笔数，逐笔列在同一页。',
    en: 'Loans that were live within the month, listed on the same page.',
  },
  'metric.month.loans.formula': {
    'zh-CN': '月末前放款、且月初前未结清的贷款数',
    en: 'Loans disbursed by the end of the month and not settled before it',
  },
  'metric.month.balance': { 'zh-CN': '月末余额', en: 'Balance at the end' },
  'metric.month.balance.means': {
    'zh-CN': '月末尚未归还的本金。',
    en: 'Principal out at the end of the month.',
  },
  'metric.month.balance.formula': { 'zh-CN': '清单各笔余额合计', en: 'Sum of the balances in the list' },
  'metric.month.principal': { 'zh-CN': '当月收回本金', en: 'Principal repaid' },
  'metric.month.principal.means': {
    'zh-CN': '当月归还的本金。',
    en: 'Principal that came back in the month.',
  },
  'metric.month.principal.formula': {
    'zh-CN': '清单各笔当月还本合计，冲正除外',
    en: 'Sum over the list, reversals left out',
  },
  'metric.month.interest': { 'zh-CN': '当月收回利息', en: 'Interest repaid' },
  'metric.month.interest.means': { 'zh-CN': '当月支付的利息。', en: 'Interest that was paid in the month.' },
  'metric.month.interest.formula': {
    'zh-CN': '清单各笔当月付息合计，冲正除外',
    en: 'Sum over the list, reversals left out',
  },
  'metric.own.score': { 'zh-CN': '信用分', en: 'Credit score' },
  'metric.own.score.means': { 'zh-CN': '本企业最近一次评分。', en: 'The latest score of the firm.' },
  'metric.own.score.formula': {
    'zh-CN': '最近一张评分单的总分，逐项理由见评分页',
    en: 'Total of the latest score sheet, reasons point by point on its page',
  },
  'metric.own.consents': { 'zh-CN': '有效授权', en: 'Consents in force' },
  'metric.own.consents.means': { 'zh-CN': '正在生效的授权。', en: 'Consents that are in force now.' },
  'metric.own.consents.formula': {
    'zh-CN': '未到期、未撤回的授权数',
    en: 'Consents neither expired nor withdrawn',
  },
  'metric.own.applications': { 'zh-CN': '进行中的申请', en: 'Applications under way' },
  'metric.own.applications.means': {
    'zh-CN': '尚未办结的贷款申请。',
    en: 'Loan applications that are not closed yet.',
  },
  'metric.own.applications.formula': {
    'zh-CN': '状态不是终态的申请数',
    en: 'Applications in a state that is not final',
  },
  'metric.own.balance': { 'zh-CN': '贷款余额', en: 'Loans outstanding' },
  'metric.own.balance.means': {
    'zh-CN': '本企业尚未归还的本金。',
    en: 'Principal that the firm has still to repay.',
  },
  'metric.own.balance.formula': { 'zh-CN': '存续贷款余额合计', en: 'Sum of the balances of live loans' },
  'metric.own.alerts': { 'zh-CN': '待说明预警', en: 'Alerts to answer' },
  'metric.own.alerts.means': {
    'zh-CN': '等待本企业说明的贷后预警。',
    en: 'Alerts that wait for the firm’s answer.',
  },
  'metric.own.alerts.formula': { 'zh-CN': '状态为待企业说明的预警数', en: 'Alerts in the state open' },
  'metric.own.reads': { 'zh-CN': '数据被查阅', en: 'Reads of own data' },
  'metric.own.reads.means': {
    'zh-CN': '近 30 天机构凭授权查阅本企业数据的次数。',
    en: 'How often institutions read the firm’s data under a consent in the last 30 days.',
  },
  'metric.own.reads.formula': {
    'zh-CN': '审计链上带授权编号的读取次数',
    en: 'Entries of the audit chain that name a consent',
  },
  'metric.cultivation.joined': { 'zh-CN': '加入首贷培育', en: 'Joined the cultivation list' },
  'metric.cultivation.joined.means': {
    'zh-CN': '曾加入首贷培育名单的企业。',
    en: 'Firms that ever joined the list of those who want a first loan.',
  },
  'metric.cultivation.joined.formula': { 'zh-CN': '培育名单去重企业数', en: 'Distinct firms of the list' },
  'metric.cultivation.waiting': { 'zh-CN': '等待对接', en: 'Waiting' },
  'metric.cultivation.waiting.means': {
    'zh-CN': '在名单上、还没有银行联系过的企业。',
    en: 'Firms on the list that no bank has contacted.',
  },
  'metric.cultivation.waiting.formula': {
    'zh-CN': '未退出且没有走访记录的企业数',
    en: 'Firms that have not left and have no contact on record',
  },
  'metric.cultivation.contacted': { 'zh-CN': '已走访对接', en: 'Contacted' },
  'metric.cultivation.contacted.means': {
    'zh-CN': '银行已走访、尚未获贷的企业。',
    en: 'Firms that a bank has contacted and that have no loan yet.',
  },
  'metric.cultivation.contacted.formula': {
    'zh-CN': '未退出、有走访记录、无贷款的企业数',
    en: 'Firms that have not left, with a contact on record and without a loan',
  },
  'metric.cultivation.borrowed': { 'zh-CN': '已获贷', en: 'Borrowed' },
  'metric.cultivation.borrowed.means': {
    'zh-CN': '加入后获得贷款的企业。',
    en: 'Firms that got a loan after they joined.',
  },
  'metric.cultivation.borrowed.formula': {
    'zh-CN': '加入后有贷款、尚未认定首贷的企业数',
    en: 'Firms with a loan since, not counted as a first one yet',
  },
  'metric.cultivation.graduated': { 'zh-CN': '培育成功', en: 'First loan booked' },
  'metric.cultivation.graduated.means': {
    'zh-CN': '加入后的贷款被认定为首贷的企业。',
    en: 'Firms whose loan since then was booked as their first.',
  },
  'metric.cultivation.graduated.formula': {
    'zh-CN': '加入后有首贷统计记录的企业数',
    en: 'Firms with an entry in the statistics of first loans since they joined',
  },
});
