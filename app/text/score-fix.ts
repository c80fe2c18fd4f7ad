import { defineText } from '~/text/define.ts';

/** What a firm can do about lost points; every `fix` of a card has its sentence here (domain.md row D4). */
export const fixText = defineText({
  'repair-penalty': {
    'zh-CN':
      '履行处罚决定后，到“信用中国”申请信用修复：一般处罚公示满 3 个月、严重处罚满 1 年即可申请。修复后下一次评价不再扣分。',
    en: 'Perform the decision, then apply for repair at Credit China: after 3 months for an ordinary penalty, after 1 year for a serious one. From then on it no longer counts.',
  },
  'leave-serious-list': {
    'zh-CN': '纠正违法行为、履行义务后，向列入机关申请提前移出；移出后否决自动解除。',
    en: 'Correct the violation and perform the duties, then apply to the listing authority for removal; the veto lifts by itself.',
  },
  'leave-abnormal-list': {
    'zh-CN': '补报年报或更正住所等信息后，向登记机关申请移出经营异常名录。',
    en: 'File the missing report or correct the address, then apply to the register to leave the list.',
  },
  'stay-reachable': {
    'zh-CN': '按时年报、保持登记住所可联系；移出满 24 个月后不再扣分。',
    en: 'Report in time and stay reachable at the registered address; 24 months after leaving the list it no longer counts.',
  },
  'settle-tax-violation': {
    'zh-CN': '缴清税款、滞纳金和罚款后，向税务机关申请停止公布。',
    en: 'Pay the tax, surcharge and fine, then ask the tax authority to end publication.',
  },
  'improve-product': {
    'zh-CN': '完成整改并申请复查；复查合格的结果会一并显示。',
    en: 'Put the product right and ask for a new check; a pass is shown beside it.',
  },
  'file-report': {
    'zh-CN': '每年 6 月 30 日前报送年报。',
    en: 'File the annual report by 30 June each year.',
  },
  'perform-judgment': {
    'zh-CN': '履行生效文书或与申请执行人达成和解，由法院结案并删除失信信息。',
    en: 'Perform the judgment or settle with the creditor; the court closes the case and deletes the entry.',
  },
  'pay-tax': {
    'zh-CN': '向主管税务机关缴清欠税；清欠后下一期公告不再列示。',
    en: 'Pay the arrears to the tax office; the next notice no longer lists them.',
  },
  'restore-tax-status': {
    'zh-CN': '补办申报、接受处理后，向主管税务机关申请解除非正常户。',
    en: 'File what is missing and ask the tax office to lift the non-normal status.',
  },
  'pay-wages': {
    'zh-CN': '付清拖欠工资，并请人社部门出具了结证明。',
    en: 'Pay the wages owed and obtain the labour department’s confirmation.',
  },
  'keep-promise': {
    'zh-CN': '补履行承诺事项，并向受理部门说明。',
    en: 'Perform what was promised and tell the department that took the promise.',
  },
  'file-tax': {
    'zh-CN': '按期申报；最近 12 个月没有逾期即恢复满分。',
    en: 'File on time; twelve months without delay restore the points.',
  },
  'pay-social': {
    'zh-CN': '补缴社会保险费并保持按月缴纳；连续 11 个月以上得满分。',
    en: 'Pay what is owed and keep paying every month; 11 months or more earn all points.',
  },
  'pay-provident': {
    'zh-CN': '保持按月缴存公积金；11 个月以上得满分。',
    en: 'Keep paying the provident fund; 11 months or more earn all points.',
  },
  'pay-utility': {
    'zh-CN': '缴清水、电、气欠费；供应单位下月报送后恢复。',
    en: 'Pay the bills; the points return with the supplier’s next delivery.',
  },
  'repay-loan': {
    'zh-CN': '结清逾期本息；逾期记录满 24 个月后不再扣分。周转困难请在到期前申请无还本续贷。',
    en: 'Clear what is overdue; after 24 months it no longer counts. If funds are short, ask for renewal before maturity.',
  },
  'gain-qualification': {
    'zh-CN': '取得与主业相关的资质证书会加分。',
    en: 'A qualification in your line of business adds points.',
  },
  'win-bid': { 'zh-CN': '近 24 个月内的中标与项目会加分。', en: 'Bids and projects won add points.' },
  'restore-trend': {
    'zh-CN': '月均值回到上年同期水平后自动恢复；若属季节性或技改停产，可在“我的数据”补充说明供银行参考。',
    en: 'The points return once the monthly mean is back at last year’s level; a seasonal or planned stop can be explained under “My data”.',
  },
  'insure-staff': {
    'zh-CN': '为在职员工足额参保；参保人数增加后加分。',
    en: 'Insure all staff; more insured staff earn more points.',
  },
  'return-to-profit': {
    'zh-CN': '连续盈利的月份会替换亏损月份。',
    en: 'Months with a profit replace those with a loss.',
  },
  'file-patent': {
    'zh-CN': '取得授权的专利会加分，发明专利加分最多。',
    en: 'Patents granted add points, inventions most.',
  },
  'register-ip': {
    'zh-CN': '登记著作权或注册商标会加分。',
    en: 'Registered copyrights and trademarks add points.',
  },
  'apply-title': {
    'zh-CN': '符合条件时申请科技型中小企业、创新型中小企业、专精特新或高新技术企业认定。',
    en: 'If you qualify, apply for a title such as tech SME, innovative SME, specialised firm or high-tech enterprise.',
  },
  'keep-tax-grade': {
    'zh-CN': '保持纳税信用 A 级会加分。',
    en: 'Keeping the A grade as a taxpayer adds points.',
  },
  'settle-disputes': {
    'zh-CN': '通过调解、和解了结纠纷；判决满 24 个月、立案满 12 个月后不再扣分。',
    en: 'Settle disputes by mediation; judgments count for 24 months, new cases for 12.',
  },
  'release-pledge': {
    'zh-CN': '债务清偿后办理股权出质注销。',
    en: 'Have the pledge cancelled once the debt is paid.',
  },
  'improve-environment': {
    'zh-CN': '完成环保整改，争取下一年度评价升级。',
    en: 'Finish the environmental measures and be rated higher next year.',
  },
  'improve-public-credit': {
    'zh-CN': '修复不良公共信用信息，下季度评价会更新。',
    en: 'Repair adverse public records; the rating is renewed every quarter.',
  },
  'answer-press': {
    'zh-CN': '对失实报道提出异议；属实的请公开整改结果。',
    en: 'Object to false reports; publish what was put right where they are true.',
  },
  'settle-guarantee': {
    'zh-CN': '清偿担保代偿款并请债权人更新记录。',
    en: 'Settle the guaranteed debt and have the creditor update the record.',
  },
  'reduce-guarantees': { 'zh-CN': '减少为他人担保的余额。', en: 'Reduce what you guarantee for others.' },
  'lift-seizure': {
    'zh-CN': '履行义务或提供其他担保后，申请解除查封、冻结。',
    en: 'Perform or offer other security, then apply to lift the seizure or freeze.',
  },
});

export type FixCode = keyof typeof fixText;
