import { defineText } from '~/text/define.ts';

/** The command `policy`: what it does and what it says. */
export const portfolioText = defineText({
  'portfolio.summary': {
    'zh-CN': '按某一方案重算一批贷款的风险补偿：登记、预留、记账',
    en: 'Replay the compensation of a portfolio under a scheme: enrolled, reserved, posted',
  },
  'portfolio.what': { 'zh-CN': '要做的事：replay（重算）', en: 'What to do: replay' },
  'portfolio.scheme': {
    'zh-CN': 'sba 记入总账；guangzhou、leiyang 只作模拟',
    en: 'sba is posted to the ledger; guangzhou and leiyang are only simulated',
  },
  'portfolio.loans': {
    'zh-CN': '贷款清单，CSV，可用 gzip 压缩',
    en: 'The loans as CSV, plain or packed with gzip',
  },
  'portfolio.reading': { 'zh-CN': '读取', en: 'Reading' },
  'portfolio.paying': { 'zh-CN': '补偿', en: 'Paying' },
  'portfolio.done': {
    'zh-CN': (loans: string, claims: string, paid: string, seconds: string) =>
      `${loans} 笔贷款，${claims} 笔补偿，合计 ${paid}，用时 ${seconds} 秒。`,
    en: (loans: string, claims: string, paid: string, seconds: string) =>
      `${loans} loans, ${claims} claims, ${paid} in all, ${seconds} s.`,
  },
  'portfolio.year': {
    'zh-CN': (year: string, paid: string) => `${year === 'unknown' ? '日期不详' : `${year} 年`}：${paid}`,
    en: (year: string, paid: string) => `${year === 'unknown' ? 'no date' : year}: ${paid}`,
  },
  'portfolio.fuse': {
    'zh-CN': (banks: string) => `${banks} 个“银行—年度”触发熔断。`,
    en: (banks: string) => `The fuse blew for ${banks} banks and years.`,
  },
  'portfolio.fuse-on': {
    'zh-CN': (bank: string, year: string, on: string) => `${bank}，${year} 年：${on} 触发`,
    en: (bank: string, year: string, on: string) => `${bank}, ${year}: on ${on}`,
  },
});

/** Why a portfolio's file is not replayed. */
export const portfolioRefusals = defineText({
  'compensation.columns-missing': {
    'zh-CN': (r: { columns: string[] }) =>
      `文件缺少列：${r.columns.join('、')}。请补齐后重试，尚未写入任何内容。`,
    en: (r: { columns: string[] }) =>
      `The file lacks the columns ${r.columns.join(', ')}. Add them and try again; nothing was written.`,
  },
  'compensation.cell-unreadable': {
    'zh-CN': (r: { row: number; column: string; value: string }) =>
      `第 ${r.row} 行的 ${r.column} 无法读取：“${r.value}”。请更正后重试，尚未写入任何内容。`,
    en: (r: { row: number; column: string; value: string }) =>
      `${r.column} in row ${r.row} cannot be read: “${r.value}”. Correct it and try again; nothing was written.`,
  },
  'compensation.guarantee-above-loan': {
    'zh-CN': (r: { row: number; value: string }) =>
      `第 ${r.row} 行的担保金额 ${r.value} 超过贷款金额。请更正后重试，尚未写入任何内容。`,
    en: (r: { row: number; value: string }) =>
      `The guarantee of ${r.value} in row ${r.row} is above the loan. Correct it and try again; nothing was written.`,
  },
  'compensation.loan-twice': {
    'zh-CN': (r: { row: number; number: string }) =>
      `第 ${r.row} 行的贷款编号 ${r.number} 重复。请删除重复行后重试，尚未写入任何内容。`,
    en: (r: { row: number; number: string }) =>
      `Loan ${r.number} stands in the file again in row ${r.row}. Remove one and try again; nothing was written.`,
  },
  'compensation.amounts-changed': {
    'zh-CN': (r: { row: number; number: string }) =>
      `第 ${r.row} 行的贷款 ${r.number} 此前已按其他金额重算入账，已入账的金额不能改写。请恢复原金额；如确是另一笔贷款，请另用编号。尚未写入任何内容。`,
    en: (r: { row: number; number: string }) =>
      `Loan ${r.number} in row ${r.row} was replayed before with other amounts, and what is posted stays. Put its earlier amounts back, or give another loan a number of its own; nothing was written.`,
  },
});

/** Cents as US dollars. */
export const showDollars = (cents: bigint): string => {
  const whole = (cents / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  return `US$${whole}.${(cents % 100n).toString().padStart(2, '0')}`;
};
