import { defineText } from '~/text/define.ts';

/** The command about the library of signals. */
export const signalsCliText = defineText({
  'signals.cli.summary': {
    'zh-CN': '预警信号库：列出、查看、回测',
    en: 'The signal library: list it, show a signal, back-test one',
  },
  'signals.cli.what': {
    'zh-CN': 'list 列出全部，show 查看一个，backtest 用历史回测',
    en: 'list all, show one, or backtest one on history',
  },
  'signals.cli.code': { 'zh-CN': '信号代码，例如 tax-fall', en: 'code of a signal, such as tax-fall' },
  'signals.cli.draft': {
    'zh-CN': '回测这份草案；不填则回测现行版',
    en: 'back-test this draft; without it the version in force',
  },
  'signals.cli.from': {
    'zh-CN': '回测的第一天；默认一年前',
    en: 'first day of the back-test; a year ago by default',
  },
  'signals.cli.to': {
    'zh-CN': '回测的最后一天；默认今天',
    en: 'last day of the back-test; today by default',
  },
  'signals.cli.months': {
    'zh-CN': '预警后几个月内出事算报对；默认 3',
    en: 'months within which an alert may prove right; 3 by default',
  },
  'signals.cli.unknown': {
    'zh-CN': (verb: string) => `没有“${verb}”。可用：list、show、backtest。`,
    en: (verb: string) => `There is no “${verb}”. Use list, show or backtest.`,
  },
});
