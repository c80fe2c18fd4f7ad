import { defineText } from '~/text/define.ts';

/** `xinqiao cases`. */
export const casesCliText = defineText({
  'cases.summary': { 'zh-CN': '贷后预警：列出、查看', en: 'Early-warning cases: list them, show one' },
  'cases.what': {
    'zh-CN': 'list 列出，show 查看一件的依据、措施和经过',
    en: 'list them, or show one with its evidence, measures and steps',
  },
  'cases.bank': { 'zh-CN': '只列一家银行，例如 bank-qiaotou', en: 'of one bank, such as bank-qiaotou' },
  'cases.show': {
    'zh-CN': '列哪些：默认 live（未结）',
    en: 'which ones; those that are live by default',
  },
  'cases.severity': { 'zh-CN': '只列一个级别', en: 'of one severity' },
  'cases.signal': { 'zh-CN': '只列一个信号，例如 tax-fall', en: 'of one signal, such as tax-fall' },
  'cases.find': {
    'zh-CN': '统一社会信用代码、合同编号或企业名称的一部分',
    en: 'a credit code, a contract number or a part of a name',
  },
  'cases.id': { 'zh-CN': '要查看的案件编号', en: 'number of the case to show' },
  'cases.unknown': {
    'zh-CN': (verb: string) => `没有“${verb}”。可用：list、show。`,
    en: (verb: string) => `There is no “${verb}”. Use list or show.`,
  },
  'cases.due': { 'zh-CN': (at: string) => `企业答复至 ${at}`, en: (at: string) => `to be answered by ${at}` },
  'cases.sum': {
    'zh-CN': (n: number, isCut: boolean) => (isCut ? `以上为前 ${n} 件，请缩小范围` : `共 ${n} 件`),
    en: (n: number, isCut: boolean) => (isCut ? `The first ${n}; narrow them` : `${n} in all`),
  },
});
