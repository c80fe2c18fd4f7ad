import { defineText } from '~/text/define.ts';
import { metricDeskText } from '~/text/metric-desk.ts';

/** The dictionary of figures: of each the name, what it means and how it is worked out. */
export const metricText = defineText({
  ...metricDeskText,
  'metric.title': { 'zh-CN': '指标字典', en: 'Dictionary of figures' },
  'metric.lede': {
    'zh-CN': '工作台和统计页上的每个数字，都在这里有唯一的定义。口径变化时版本号加一。',
    en: 'Every figure on the desks and statistics is defined here, once. Its version counts up whenever the definition changes.',
  },
  'metric.figure': { 'zh-CN': '指标', en: 'Figure' },
  'metric.definition': { 'zh-CN': '定义', en: 'Definition' },
  'metric.formula': { 'zh-CN': '算法', en: 'Formula' },
  'metric.unit': { 'zh-CN': '单位', en: 'Unit' },
  'metric.source': { 'zh-CN': '来源', en: 'Source' },
  'metric.owner': { 'zh-CN': '责任岗位', en: 'Owner' },
  'metric.version': { 'zh-CN': '版本', en: 'Version' },
  'metric.records': { 'zh-CN': '查看明细', en: 'Open the records' },
  'metric.what': { 'zh-CN': '口径', en: 'Definition' },
  'metric.unit.firms': { 'zh-CN': '户', en: 'firms' },
  'metric.unit.loans': { 'zh-CN': '笔', en: 'loans' },
  'metric.unit.fen': { 'zh-CN': '元', en: 'yuan' },
  'metric.unit.alerts': { 'zh-CN': '件', en: 'alerts' },
  'metric.unit.institutions': { 'zh-CN': '家', en: 'institutions' },
  'metric.unit.products': { 'zh-CN': '个', en: 'products' },
  'metric.unit.batches': { 'zh-CN': '批', en: 'batches' },
  'metric.unit.rows': { 'zh-CN': '行', en: 'rows' },
  'metric.funnel.registered': { 'zh-CN': '注册企业', en: 'Registered firms' },
  'metric.funnel.registered.means': {
    'zh-CN': '在平台开立账户的企业。',
    en: 'Firms with an account on the platform.',
  },
  'metric.funnel.registered.formula': {
    'zh-CN': '至少有一个用户账户的企业数',
    en: 'Firms with at least one user account',
  },
  'metric.funnel.consented': { 'zh-CN': '授权评价企业', en: 'Firms that consented to evaluation' },
  'metric.funnel.consented.means': {
    'zh-CN': '注册企业中，曾授权平台评价的企业。',
    en: 'Of the registered firms those that ever consented to evaluation by the platform.',
  },
  'metric.funnel.consented.formula': {
    'zh-CN': '注册企业 ∩ 有用途为“评价”的授权',
    en: 'Registered ∩ has a consent with the purpose evaluation',
  },
  'metric.funnel.scored': { 'zh-CN': '完整评分企业', en: 'Fully scored firms' },
  'metric.funnel.scored.means': {
    'zh-CN': '授权评价企业中，已有完整评分的企业。',
    en: 'Of those, firms with a full score.',
  },
  'metric.funnel.scored.formula': {
    'zh-CN': '授权评价企业 ∩ 有完整范围的评分单',
    en: 'Consented ∩ has a score sheet of full scope',
  },
  'metric.funnel.needing': { 'zh-CN': '发布需求企业', en: 'Firms with a need' },
  'metric.funnel.needing.means': {
    'zh-CN': '完整评分企业中，填写过融资需求的企业。',
    en: 'Of those, firms that stated a financing need.',
  },
  'metric.funnel.needing.formula': { 'zh-CN': '完整评分企业 ∩ 有融资需求', en: 'Scored ∩ has a need' },
  'metric.funnel.applied': { 'zh-CN': '提交申请企业', en: 'Firms that applied' },
  'metric.funnel.applied.means': {
    'zh-CN': '发布需求企业中，向银行提交过申请的企业。',
    en: 'Of those, firms that applied to a bank.',
  },
  'metric.funnel.applied.formula': {
    'zh-CN': '发布需求企业 ∩ 有贷款申请',
    en: 'Needing ∩ has an application',
  },
  'metric.funnel.offered': { 'zh-CN': '获得授信方案企业', en: 'Firms with an offer' },
  'metric.funnel.offered.means': {
    'zh-CN': '提交申请企业中，得到银行授信方案的企业。',
    en: 'Of those, firms that a bank made an offer.',
  },
  'metric.funnel.offered.formula': { 'zh-CN': '提交申请企业 ∩ 有授信方案', en: 'Applied ∩ has an offer' },
  'metric.funnel.disbursed': { 'zh-CN': '获得放款企业', en: 'Funded firms' },
  'metric.funnel.disbursed.means': {
    'zh-CN': '获得授信方案企业中，已放款的企业。',
    en: 'Of those, firms whose loan was disbursed.',
  },
  'metric.funnel.disbursed.formula': { 'zh-CN': '获得授信方案企业 ∩ 有贷款', en: 'Offered ∩ has a loan' },
  'metric.funnel.healthy': { 'zh-CN': '健康还款企业', en: 'Healthy firms' },
  'metric.funnel.healthy.means': {
    'zh-CN': '获得放款企业中，没有未结预警也没有逾期的企业。',
    en: 'Of those, firms without a live alert and without an overdue day.',
  },
  'metric.funnel.healthy.formula': {
    'zh-CN': '获得放款企业 − 有未结预警 − 任一贷款最近分类的逾期天数大于 0',
    en: 'Funded − has a live alert − a loan whose latest class has days past due above 0',
  },
  'metric.province.firms': { 'zh-CN': '在册企业', en: 'Firms on record' },
  'metric.province.firms.means': {
    'zh-CN': '登记在册的企业，不含已注销和已迁出。',
    en: 'Firms on the register, without those deregistered or moved out.',
  },
  'metric.province.firms.formula': {
    'zh-CN': '状态不是注销、迁出的企业数',
    en: 'Firms whose status is neither cancelled nor moved out',
  },
  'metric.province.banks': { 'zh-CN': '接入银行', en: 'Banks' },
  'metric.province.banks.means': {
    'zh-CN': '准入有效且有上架产品的银行。',
    en: 'Admitted banks with a product on the shelf.',
  },
  'metric.province.banks.formula': {
    'zh-CN': '状态为准入、且至少一个产品已发布的银行数',
    en: 'Approved banks with at least one published product',
  },
  'metric.province.products': { 'zh-CN': '上架产品', en: 'Products' },
  'metric.province.products.means': { 'zh-CN': '已发布的贷款产品。', en: 'Published loan products.' },
  'metric.province.products.formula': {
    'zh-CN': '状态为已发布的产品数',
    en: 'Products in the state published',
  },
  'metric.province.loans': { 'zh-CN': '累计放款笔数', en: 'Loans disbursed' },
  'metric.province.loans.means': {
    'zh-CN': '通过平台放出的全部贷款，含已结清；无还本续贷不另计。',
    en: 'All loans made through the platform, settled ones included; a renewal without repayment is not counted again.',
  },
  'metric.province.loans.formula': {
    'zh-CN': '不续接其他贷款的贷款笔数',
    en: 'Number of loans that renew no other',
  },
  'metric.province.lent': { 'zh-CN': '累计放款金额', en: 'Amount disbursed' },
  'metric.province.lent.means': {
    'zh-CN': '通过平台放出的贷款本金；无还本续贷没有新资金，不另计。',
    en: 'Principal lent through the platform; a renewal without repayment lends no new money.',
  },
  'metric.province.lent.formula': {
    'zh-CN': '不续接其他贷款的贷款本金合计',
    en: 'Sum of the principals of loans that renew no other',
  },
  'metric.funded.firms': { 'zh-CN': '在贷企业', en: 'Firms with a live loan' },
  'metric.funded.firms.means': {
    'zh-CN': '至少有一笔未结清贷款的企业。',
    en: 'Firms with at least one loan that is not settled.',
  },
  'metric.funded.firms.formula': {
    'zh-CN': '状态为存续的贷款所属企业，去重计数',
    en: 'Distinct firms of loans in the state active',
  },
  'metric.funded.balance': { 'zh-CN': '贷款余额', en: 'Outstanding' },
  'metric.funded.balance.means': {
    'zh-CN': '存续贷款尚未归还的本金。',
    en: 'Principal of live loans not paid back yet.',
  },
  'metric.funded.balance.formula': { 'zh-CN': '存续贷款余额合计', en: 'Sum of the balances of active loans' },
  'metric.funded.red': { 'zh-CN': '红色预警贷款', en: 'Loans with a red alert' },
  'metric.funded.red.means': {
    'zh-CN': '最高未结预警为红色的存续贷款。',
    en: 'Live loans whose worst live alert is red.',
  },
  'metric.funded.red.formula': {
    'zh-CN': '未结预警最高级别 = 红色的贷款数',
    en: 'Loans whose worst live severity is red',
  },
  'metric.funded.orange': { 'zh-CN': '橙色预警贷款', en: 'Loans with an orange alert' },
  'metric.funded.orange.means': {
    'zh-CN': '最高未结预警为橙色的存续贷款。',
    en: 'Live loans whose worst live alert is orange.',
  },
  'metric.funded.orange.formula': {
    'zh-CN': '未结预警最高级别 = 橙色的贷款数',
    en: 'Loans whose worst live severity is orange',
  },
  'metric.funded.yellow': { 'zh-CN': '黄色预警贷款', en: 'Loans with a yellow alert' },
  'metric.funded.yellow.means': {
    'zh-CN': '最高未结预警为黄色的存续贷款。',
    en: 'Live loans whose worst live alert is yellow.',
  },
  'metric.funded.yellow.formula': {
    'zh-CN': '未结预警最高级别 = 黄色的贷款数',
    en: 'Loans whose worst live severity is yellow',
  },
  'metric.funded.by-region': { 'zh-CN': '各地在贷', en: 'Live loans by prefecture' },
  'metric.funded.by-region.means': {
    'zh-CN': '按企业住所所在地级市统计的存续贷款。',
    en: 'Live loans by the prefecture of the firm’s seat.',
  },
  'metric.funded.by-region.formula': {
    'zh-CN': '存续贷款按行政区划代码前四位分组计数',
    en: 'Active loans counted by the first four digits of the division code',
  },
  'metric.funded.by-industry': { 'zh-CN': '行业与地区在贷', en: 'Live loans by industry and prefecture' },
  'metric.funded.by-industry.means': {
    'zh-CN': '按行业门类和地级市交叉统计的存续贷款。',
    en: 'Live loans by section of industry and prefecture.',
  },
  'metric.funded.by-industry.formula': {
    'zh-CN': '存续贷款按 GB/T 4754 门类、行政区划代码前四位分组计数',
    en: 'Active loans counted by section of GB/T 4754 and the first four digits of the division code',
  },
  'metric.alert.raised': { 'zh-CN': '发出预警', en: 'Alerts raised' },
  'metric.alert.raised.means': {
    'zh-CN': '一个月内发出的贷后预警。',
    en: 'Alerts on loans raised within a month.',
  },
  'metric.alert.raised.formula': {
    'zh-CN': '按发出时间所在月份和级别分组计数，北京时间',
    en: 'Counted by the month of raising, China time, and severity',
  },
  'metric.alert.live': { 'zh-CN': '未结预警', en: 'Live alerts' },
  'metric.alert.live.means': { 'zh-CN': '尚未办结的贷后预警。', en: 'Alerts on loans not closed yet.' },
  'metric.alert.live.formula': {
    'zh-CN': '状态不是已办结的预警数',
    en: 'Alerts in a state other than closed',
  },
  'metric.alert.overdue': { 'zh-CN': '超期未答复', en: 'Answers overdue' },
  'metric.alert.overdue.means': {
    'zh-CN': '过了时限企业仍未说明的预警。',
    en: 'Alerts that the firm has not answered by the deadline.',
  },
  'metric.alert.overdue.formula': {
    'zh-CN': '状态为待企业说明、且时限早于现在的预警数',
    en: 'Alerts in the state open whose deadline is past',
  },
  'metric.record.batches': { 'zh-CN': '今日批次', en: 'Batches today' },
  'metric.record.batches.means': {
    'zh-CN': '最近 24 小时收到的数据批次。',
    en: 'Deliveries received in the last 24 hours.',
  },
  'metric.record.batches.formula': {
    'zh-CN': '接收时间在 24 小时内的批次数',
    en: 'Batches received within 24 hours',
  },
  'metric.record.quarantined': { 'zh-CN': '待修复的隔离行', en: 'Quarantined rows to fix' },
  'metric.record.quarantined.means': {
    'zh-CN': '未通过质量规则、等待修复的数据行。',
    en: 'Rows that failed a quality rule and wait to be mended.',
  },
  'metric.record.quarantined.formula': {
    'zh-CN': '尚未重放的隔离行数',
    en: 'Quarantined rows not replayed yet',
  },
  'metric.institution.expiring': { 'zh-CN': '30 天内评估到期', en: 'Assessments expiring in 30 days' },
  'metric.institution.expiring.means': {
    'zh-CN': '安全评估将在 30 天内到期的准入机构。',
    en: 'Admitted institutions whose security assessment ends within 30 days.',
  },
  'metric.institution.expiring.formula': {
    'zh-CN': '状态为准入、评估到期日在今天到 30 天后之间的机构数',
    en: 'Approved institutions whose assessment ends from today to 30 days from now',
  },
  'metric.institution.applied': { 'zh-CN': '待审核机构', en: 'Institutions to admit' },
  'metric.institution.applied.means': {
    'zh-CN': '已申请、尚未准入的机构。',
    en: 'Institutions that applied and are not admitted yet.',
  },
  'metric.institution.applied.formula': {
    'zh-CN': '状态为申请中的机构数',
    en: 'Institutions in the state applied',
  },
});
