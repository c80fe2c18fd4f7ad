import type { DeclineReason } from '~/domain/application/decline-reason.ts';
import type { Locale } from '~/text/define.ts';

type Words = {
  readonly [R in DeclineReason]: {
    readonly [L in Locale]: { readonly reason: string; readonly act: string };
  };
};

/** Each reason as the firm reads it, and what the firm can do about it. */
export const declineReasonWords: Words = {
  'tax-arrears': {
    'zh-CN': { reason: '存在欠税记录', act: '缴清欠税；记录更新后即可重新申请。' },
    en: { reason: 'Tax arrears on record', act: 'Pay them; apply again once the record is updated.' },
  },
  'negative-record': {
    'zh-CN': {
      reason: '存在未修复的处罚或失信记录',
      act: '核对记录，有误可提异议；属实且符合条件的，申请信用修复。',
    },
    en: {
      reason: 'Unrepaired penalty or dishonesty record',
      act: 'Check the record: object if it is wrong, apply for repair if it is due.',
    },
  },
  'litigation-pending': {
    'zh-CN': { reason: '有未结诉讼或被执行案件', act: '结案或达成和解后重新申请，并附上结案材料。' },
    en: {
      reason: 'Pending litigation or enforcement',
      act: 'Apply again once it is closed or settled, with the papers.',
    },
  },
  'social-insurance-gap': {
    'zh-CN': { reason: '社保或公积金缴纳不连续', act: '补缴并保持连续缴纳。' },
    en: {
      reason: 'Gaps in social insurance or provident fund',
      act: 'Make up the payments and keep them continuous.',
    },
  },
  'short-history': {
    'zh-CN': { reason: '成立或经营时间不足', act: '选择不限经营年限的产品，如创业担保贷款。' },
    en: {
      reason: 'The business is too young',
      act: 'Choose a product without a minimum age, such as start-up loans.',
    },
  },
  'revenue-declining': {
    'zh-CN': { reason: '营业收入持续下降', act: '提供在手订单或新合同，或等经营数据回升。' },
    en: {
      reason: 'Revenue is falling',
      act: 'Show orders in hand or new contracts, or wait for the figures to recover.',
    },
  },
  'cash-flow-insufficient': {
    'zh-CN': { reason: '现金流不足以覆盖还款', act: '降低金额、延长期限，或改为等额本息以减轻前期压力。' },
    en: {
      reason: 'Cash flow does not cover the repayments',
      act: 'Ask for less, for longer, or for another repayment method.',
    },
  },
  'debt-too-high': {
    'zh-CN': { reason: '现有负债过高', act: '归还部分贷款后再申请，或降低申请金额。' },
    en: { reason: 'Existing debt is too high', act: 'Repay part of it first, or ask for less.' },
  },
  'guarantee-exposure': {
    'zh-CN': { reason: '对外担保过多', act: '解除部分对外担保后重新申请。' },
    en: { reason: 'Too many guarantees given for others', act: 'Release some of them and apply again.' },
  },
  'collateral-insufficient': {
    'zh-CN': { reason: '担保措施不足', act: '增加抵质押或担保人，或选择信用类产品。' },
    en: {
      reason: 'Not enough security',
      act: 'Add security or a guarantor, or choose an unsecured product.',
    },
  },
  'amount-too-high': {
    'zh-CN': { reason: '申请金额超出经营规模', act: '按年收入的合理比例降低金额。' },
    en: {
      reason: 'Amount out of proportion to the business',
      act: 'Ask for an amount in proportion to yearly revenue.',
    },
  },
  'term-unsuitable': {
    'zh-CN': { reason: '期限与用途不匹配', act: '流动资金选择较短期限，设备选择较长期限。' },
    en: {
      reason: 'Term does not fit the purpose',
      act: 'Shorter for working capital, longer for equipment.',
    },
  },
  'purpose-unsupported': {
    'zh-CN': { reason: '资金用途缺少依据', act: '补充合同、订单或报价单。' },
    en: { reason: 'Purpose not evidenced', act: 'Add contracts, orders or quotations.' },
  },
  'documents-incomplete': {
    'zh-CN': { reason: '申请材料不全', act: '按银行要求补齐材料后重新申请。' },
    en: { reason: 'Documents incomplete', act: 'Complete them and apply again.' },
  },
  'figures-inconsistent': {
    'zh-CN': { reason: '申报数据与记录不一致', act: '核对企业资料中的人数、收入和资产，更正后重新申请。' },
    en: {
      reason: 'Declared figures do not fit the records',
      act: 'Check staff, revenue and assets in the profile, correct them and apply again.',
    },
  },
  'out-of-scope': {
    'zh-CN': { reason: '行业或地区不在产品范围内', act: '从匹配结果中选择适用本行业、本地区的产品。' },
    en: {
      reason: 'Industry or region outside the product',
      act: 'Choose a product made for your industry and region.',
    },
  },
};
