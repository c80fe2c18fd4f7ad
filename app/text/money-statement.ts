import { defineText } from '~/text/define.ts';
import { showDay, showPpm } from '~/text/format.ts';

/** What is known of a loan's money beyond the platform: another bank's loan before it, a subsidy paid elsewhere. */
export const moneyText = defineText({
  'money.title': { 'zh-CN': '平台以外的资金情况', en: 'Beyond the platform' },
  'money.about': {
    'zh-CN':
      '同一笔资金只能享受一项中央贴息，中央与地方贴息合计不得超过合同利率。据实登记并附凭证，登记后立即重新预审。',
    en: 'One money takes one central scheme, and all subsidies stay within the contract rate. State what is so, with evidence; the loan is assessed anew at once.',
  },
  'money.none': {
    'zh-CN': '没有登记其他银行的原贷款或异地贴息。',
    en: 'Nothing is stated beyond the platform.',
  },
  'money.refinanced': {
    'zh-CN': (lender: string, contract: string, on: string) =>
      `用于归还${lender}合同 ${contract}，该笔资金 ${showDay(on, 'zh-CN')} 首次发放，贴息期限从那天起算`,
    en: (lender: string, contract: string, on: string) =>
      `Pays off contract ${contract} of ${lender}, first drawn on ${showDay(on, 'en')}: the months of a subsidy run from then`,
  },
  'money.took': {
    'zh-CN': (scheme: string) => `该笔资金已享受：${scheme}，不再享受其他中央贴息`,
    en: (scheme: string) => `The money takes ${scheme} and no other central scheme`,
  },
  'money.elsewhere': {
    'zh-CN': (payer: string, ppm: number) =>
      `${payer}已贴息 ${showPpm(ppm, 'zh-CN', 2)}，合同利率内的其余部分才可再贴`,
    en: (payer: string, ppm: number) =>
      `${payer} already pays ${showPpm(ppm, 'en', 2)}; only the rest of the contract rate is left`,
  },
  'money.evidence': {
    'zh-CN': (reference: string, on: string) => `凭证 ${reference}，${showDay(on, 'zh-CN')}`,
    en: (reference: string, on: string) => `evidence ${reference}, ${showDay(on, 'en')}`,
  },
  'money.by.institution': { 'zh-CN': '银行登记', en: 'stated by the bank' },
  'money.by.operator': { 'zh-CN': '资金运营登记', en: 'stated by the funds desk' },
  'money.refinanced-form': { 'zh-CN': '归还他行贷款（再融资）', en: 'Pays off another bank’s loan' },
  'money.lender': { 'zh-CN': '原贷款银行全称', en: 'The bank before, by its full name' },
  'money.contract': { 'zh-CN': '原合同编号', en: 'Its contract number' },
  'money.first-drawn': { 'zh-CN': '原贷款首次发放日', en: 'First drawn there on' },
  'money.scheme': { 'zh-CN': '原贷款享受的中央贴息', en: 'Central scheme that it took there' },
  'money.no-scheme': { 'zh-CN': '没有', en: 'None' },
  'money.elsewhere-form': { 'zh-CN': '其他机构已付的地方贴息', en: 'A local subsidy paid elsewhere' },
  'money.payer': { 'zh-CN': '由谁支付', en: 'Who pays it' },
  'money.points': { 'zh-CN': '年贴息点数', en: 'Points of interest a year' },
  'money.reference': { 'zh-CN': '凭证编号', en: 'Evidence number' },
  'money.evidence-on': { 'zh-CN': '凭证日期', en: 'Date of the evidence' },
  'money.state': { 'zh-CN': '登记并重新预审', en: 'State and assess anew' },
  'money.withdraw': { 'zh-CN': '撤销登记', en: 'Take back' },
  'money.desk-title': {
    'zh-CN': (contract: string) => `贷款 ${contract} 的贴息`,
    en: (contract: string) => `Subsidies of loan ${contract}`,
  },
  'money.desk-page-title': { 'zh-CN': '贷款贴息', en: 'Subsidies of a loan' },
});

/** Flashes after a statement. */
export const moneyFlashes = defineText({
  'loan.money-stated': { 'zh-CN': '已登记，贷款已重新预审。', en: 'Stated; the loan is assessed anew.' },
  'loan.money-withdrawn': {
    'zh-CN': '已撤销，贷款已重新预审。',
    en: 'Taken back; the loan is assessed anew.',
  },
});

/** Why a statement is not taken, and what to do instead. */
export const moneyRefusals = defineText({
  'loan.money-later': {
    'zh-CN': (r: { drawnOn: string }) => `原贷款应早于本贷款的放款日 ${showDay(r.drawnOn, 'zh-CN')}。`,
    en: (r: { drawnOn: string }) => `The loan before was drawn before this one, ${showDay(r.drawnOn, 'en')}.`,
  },
  'loan.evidence-date': {
    'zh-CN': '凭证日期不能晚于今天。',
    en: 'The evidence cannot be of a later day than today.',
  },
  'loan.money-renewed': {
    'zh-CN': '这是平台上的续贷，原贷款已经记录，无需登记。',
    en: 'This loan renews one of the platform, which is known already.',
  },
  'loan.money-own-bank': {
    'zh-CN': '原贷款在本行，请改为办理无还本续贷。',
    en: 'The loan before is your own bank’s: record a renewal instead.',
  },
  'loan.money-no-scheme': {
    'zh-CN': '没有这项中央贴息政策，请从列表中选择。',
    en: 'There is no such central scheme. Choose one from the list.',
  },
  'loan.money-points': {
    'zh-CN': (r: { ratePpm: number }) =>
      `贴息点数应大于零且不超过合同利率 ${showPpm(r.ratePpm, 'zh-CN', 2)}。`,
    en: (r: { ratePpm: number }) =>
      `Points are above zero and at most the contract rate, ${showPpm(r.ratePpm, 'en', 2)}.`,
  },
  'loan.money-nothing': {
    'zh-CN': '没有可撤销的登记，可能已有人撤销。请刷新页面。',
    en: 'Nothing stands to be taken back; somebody may have done so. Reload the page.',
  },
});
