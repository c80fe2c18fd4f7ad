import { defineText } from '~/text/define.ts';

/** The sentences of product conditions, of what is held about them and of what would change the answer. */
export const ruleText = defineText({
  'rule.active': {
    'zh-CN': '正常经营（未注销、吊销、迁出）',
    en: 'In business (not cancelled, revoked or moved out)',
  },
  'rule.firm-kind': {
    'zh-CN': (list: string) => `主体类型：${list}`,
    en: (list: string) => `Kind of firm: ${list}`,
  },
  'rule.region': {
    'zh-CN': (list: string) => `注册地：${list}`,
    en: (list: string) => `Registered in: ${list}`,
  },
  'rule.region.not': {
    'zh-CN': (list: string) => `注册地不在：${list}`,
    en: (list: string) => `Not registered in: ${list}`,
  },
  'rule.industry': { 'zh-CN': (list: string) => `行业：${list}`, en: (list: string) => `Industry: ${list}` },
  'rule.industry.not': {
    'zh-CN': (list: string) => `行业不属于：${list}`,
    en: (list: string) => `Industry other than: ${list}`,
  },
  'rule.size': { 'zh-CN': (list: string) => `企业规模：${list}`, en: (list: string) => `Size: ${list}` },
  'rule.age.at-least': {
    'zh-CN': (n: number) => `成立满 ${n} 个月`,
    en: (n: number) => `In business for at least ${n} months`,
  },
  'rule.age.at-most': {
    'zh-CN': (n: number) => `成立不满 ${n + 1} 个月`,
    en: (n: number) => `In business for less than ${n + 1} months`,
  },
  'rule.grade': {
    'zh-CN': (g: string) => `信用等级 ${g} 及以上`,
    en: (g: string) => `Credit grade ${g} or better`,
  },
  'rule.points': { 'zh-CN': '信用得分', en: 'Credit score' },
  'rule.title': {
    'zh-CN': (list: string) => `具有资格之一：${list}`,
    en: (list: string) => `Holds one of: ${list}`,
  },
  'rule.consent': { 'zh-CN': '已授权平台做完整信用评价', en: 'Has consented to the full evaluation' },
  'rule.first-loan': {
    'zh-CN': '首次获得银行贷款（放款前以征信记录为准）',
    en: 'First bank loan (the credit record before disbursement decides)',
  },
  'rule.none': { 'zh-CN': (name: string) => `没有${name}`, en: (name: string) => `None: ${name}` },
  'rule.amount': { 'zh-CN': '申请金额', en: 'Amount' },
  'rule.term': { 'zh-CN': '期限（月）', en: 'Term in months' },
  'rule.purpose': {
    'zh-CN': (list: string) => `贷款用途：${list}`,
    en: (list: string) => `Purpose: ${list}`,
  },
  'rule.collateral': {
    'zh-CN': (list: string) => `担保方式：${list}`,
    en: (list: string) => `Security: ${list}`,
  },
  'rule.negated': { 'zh-CN': (rule: string) => `不符合“${rule}”`, en: (rule: string) => `Not: ${rule}` },
  'list.join': { 'zh-CN': '、', en: ', ' },
  'list.none': { 'zh-CN': '无', en: 'none' },

  'found.is': { 'zh-CN': (value: string) => `现为 ${value}`, en: (value: string) => `now ${value}` },
  'found.months': {
    'zh-CN': (n: number) => `已成立 ${n} 个月`,
    en: (n: number) => `${n} months in business`,
  },

  'next.wait': {
    'zh-CN': (day: string, days: number) => `${day}起符合（还有 ${days} 天）`,
    en: (day: string, days: number) => `qualifies on ${day} (in ${days} days)`,
  },
  'next.raise': {
    'zh-CN': (by: string, to: string) => `还差 ${by}，达到 ${to} 即符合`,
    en: (by: string, to: string) => `${by} short: qualifies at ${to}`,
  },
  'next.lower': {
    'zh-CN': (by: string, to: string) => `超出 ${by}，降到 ${to} 即符合`,
    en: (by: string, to: string) => `${by} too much: qualifies at ${to}`,
  },
  'next.clear': { 'zh-CN': '了结或移出后即符合', en: 'qualifies once this is cleared' },
  'next.amount': {
    'zh-CN': (to: string) => `把申请金额改为 ${to} 即符合`,
    en: (to: string) => `ask for ${to} to qualify`,
  },
  'next.term': {
    'zh-CN': (to: number) => `把期限改为 ${to} 个月即符合`,
    en: (to: number) => `choose a term of ${to} months to qualify`,
  },
  'next.purpose': {
    'zh-CN': '用途不同的需求可以另提',
    en: 'a need for another purpose can be stated separately',
  },
  'next.collateral': {
    'zh-CN': '能提供其中一种担保即符合',
    en: 'qualifies with one of these kinds of security',
  },
  'next.climb': {
    'zh-CN': (n: number) => `还差 ${n} 个等级，信用得分页说明如何提高`,
    en: (n: number) => `${n} ${n === 1 ? 'grade' : 'grades'} short: the score page says what raises it`,
  },
  'next.consent': { 'zh-CN': '授权完整信用评价即符合', en: 'grant the evaluation consent to qualify' },
  'next.obtain': { 'zh-CN': '取得资格认定后符合', en: 'qualifies once the title is awarded' },
  'next.fixed': { 'zh-CN': '该条件无法通过补充材料改变', en: 'nothing that the firm hands in changes this' },

  'missing.consent': {
    'zh-CN': '待核实：授权完整信用评价后可判断',
    en: 'open: granting the full-score consent answers it',
  },
  'missing.declare': {
    'zh-CN': '待核实：在企业资料中填写规模数据后可判断',
    en: 'open: stating your figures in the profile answers it',
  },
  'missing.record': {
    'zh-CN': '待核实：平台尚未收到相关记录，不视为不符合',
    en: 'open: no record has reached the platform; this does not count against you',
  },
  'missing.bank': {
    'zh-CN': '待核实：由银行核实，请向银行咨询',
    en: 'open: the bank checks this; ask the bank',
  },
});
