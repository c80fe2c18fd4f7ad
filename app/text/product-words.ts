import type { SizeClass } from '~/domain/enterprise/size.ts';
import type { RepaymentMethod } from '~/domain/product/schedule.ts';
import type {
  Collateral,
  FigureName,
  FirmKind,
  Purpose,
  Segment,
  Title,
  Zone,
} from '~/domain/product/vocabulary.ts';
import type { Locale } from '~/text/define.ts';

type Words<K extends string> = { readonly [Code in K]: { readonly [L in Locale]: string } };

/** The names of the shelf's closed lists in both languages. */
export const zoneWords: Words<Zone> = {
  rural: { 'zh-CN': '乡村振兴', en: 'Rural revitalisation' },
  green: { 'zh-CN': '绿色金融', en: 'Green finance' },
  regional: { 'zh-CN': '区域特色', en: 'Regional specialities' },
  fast: { 'zh-CN': '快服贷', en: 'Fast loans' },
  relief: { 'zh-CN': '纾困专区', en: 'Relief' },
  park: { 'zh-CN': '园区专区', en: 'Industrial parks' },
  specialised: { 'zh-CN': '专精特新', en: 'Specialised and new' },
  technology: { 'zh-CN': '科技金融', en: 'Technology' },
  tax: { 'zh-CN': '银税互动', en: 'Tax-based' },
  procurement: { 'zh-CN': '政府采购', en: 'Government procurement' },
  'first-loan': { 'zh-CN': '首贷专区', en: 'First loans' },
};

export const segmentWords: Words<Segment> = {
  'micro-small': { 'zh-CN': '小微企业', en: 'Micro and small firms' },
  'sole-trader': { 'zh-CN': '个体工商户', en: 'Sole traders' },
  technology: { 'zh-CN': '科技型企业', en: 'Technology firms' },
  'procurement-supplier': { 'zh-CN': '政府采购供应商', en: 'Government suppliers' },
  construction: { 'zh-CN': '工程企业', en: 'Construction firms' },
  exporter: { 'zh-CN': '出口企业', en: 'Exporters' },
  'start-up': { 'zh-CN': '初创企业', en: 'Start-ups' },
  farming: { 'zh-CN': '涉农主体', en: 'Farming' },
  medium: { 'zh-CN': '中小企业', en: 'Small and medium firms' },
};

export const collateralWords: Words<Collateral> = {
  credit: { 'zh-CN': '信用（无需抵押）', en: 'Unsecured' },
  guarantee: { 'zh-CN': '保证担保', en: 'Guarantee' },
  'real-estate': { 'zh-CN': '房地产抵押', en: 'Mortgage of real estate' },
  equipment: { 'zh-CN': '设备抵押', en: 'Equipment' },
  receivable: { 'zh-CN': '应收账款质押', en: 'Receivables' },
  order: { 'zh-CN': '订单或合同', en: 'Orders or contracts' },
  inventory: { 'zh-CN': '存货或仓单质押', en: 'Inventory or warehouse receipts' },
  ip: { 'zh-CN': '知识产权质押', en: 'Intellectual property' },
  equity: { 'zh-CN': '股权质押', en: 'Equity' },
  deposit: { 'zh-CN': '存单或账户质押', en: 'Deposits or accounts' },
};

export const purposeWords: Words<Purpose> = {
  'working-capital': { 'zh-CN': '流动资金周转', en: 'Working capital' },
  'order-fulfilment': { 'zh-CN': '订单备货与履约', en: 'Fulfilling orders' },
  equipment: { 'zh-CN': '购置设备与技术改造', en: 'Equipment and upgrading' },
  premises: { 'zh-CN': '厂房与经营场所', en: 'Premises' },
  research: { 'zh-CN': '研发投入', en: 'Research and development' },
  farming: { 'zh-CN': '农业生产', en: 'Farming' },
  green: { 'zh-CN': '节能环保改造', en: 'Energy saving and environment' },
  renewal: { 'zh-CN': '无还本续贷', en: 'Renewal without repayment' },
};

export const titleWords: Words<Title> = {
  'high-tech': { 'zh-CN': '高新技术企业', en: 'High-tech enterprise' },
  'tech-sme': { 'zh-CN': '科技型中小企业', en: 'Technology SME' },
  'innovative-sme': { 'zh-CN': '创新型中小企业', en: 'Innovative SME' },
  'specialised-new': { 'zh-CN': '专精特新中小企业', en: 'Specialised and new SME' },
  'little-giant': { 'zh-CN': '专精特新“小巨人”', en: 'Little giant' },
  'technology-centre': { 'zh-CN': '企业技术中心', en: 'Technology centre' },
};

export const firmKindWords: Words<FirmKind> = {
  company: { 'zh-CN': '企业', en: 'company' },
  'sole-trader': { 'zh-CN': '个体工商户', en: 'sole trader' },
};

export const sizeWords: Words<SizeClass> = {
  micro: { 'zh-CN': '微型', en: 'micro' },
  small: { 'zh-CN': '小型', en: 'small' },
  medium: { 'zh-CN': '中型', en: 'medium' },
  large: { 'zh-CN': '大型', en: 'large' },
};

export const figureWords: Words<FigureName> = {
  employees: { 'zh-CN': '职工人数', en: 'staff' },
  revenue: { 'zh-CN': '年营业收入', en: 'yearly revenue' },
  assets: { 'zh-CN': '资产总额', en: 'total assets' },
};

export const methodWords: Words<RepaymentMethod> = {
  'equal-instalment': { 'zh-CN': '等额本息', en: 'Equal instalments' },
  'equal-principal': { 'zh-CN': '等额本金', en: 'Equal principal' },
  'bullet-monthly': { 'zh-CN': '按月付息、到期还本', en: 'Monthly interest, principal at the end' },
  'bullet-quarterly': { 'zh-CN': '按季付息、到期还本', en: 'Quarterly interest, principal at the end' },
  'bullet-at-maturity': { 'zh-CN': '到期一次还本付息', en: 'Everything at the end' },
};
