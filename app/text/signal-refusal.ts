import type { BackTestGate } from '~/domain/monitoring/alert-handling.ts';
import { defineText } from '~/text/define.ts';
import { showDay } from '~/text/format.ts';

/** Why a draft of a signal was not taken, tested or published. */
export const signalRefusals = defineText({
  'monitoring.starts-in-past': {
    'zh-CN': (r: { today: string }) => `生效日不能早于今天（${showDay(r.today, 'zh-CN')}）。`,
    en: (r: { today: string }) => `The first day may not lie before today, ${showDay(r.today, 'en')}.`,
  },
  'monitoring.example-missing': {
    'zh-CN': '启用的信号至少要有一个会报警的算例，没有发布。请先补上算例。',
    en: 'A signal that is evaluated needs an example that raises it. Add one; nothing was published.',
  },
  'monitoring.no-history': {
    'zh-CN': '平台还没有任何被监测的贷款，无法回测，没有发布。请勾选“没有历史可回测”后再发布。',
    en: 'No loan was ever watched here, so there is no history to try it on. Tick that there is none; nothing was published.',
  },
  'monitoring.before-loans': {
    'zh-CN': (r: { first: string }) =>
      `这段时间平台还没有贷款。最早的贷款从${showDay(r.first, 'zh-CN')}起，请改选区间。`,
    en: (r: { first: string }) =>
      `There was no loan in those days. The first is of ${showDay(r.first, 'en')}: choose later days.`,
  },
  'monitoring.backtest-missing': {
    'zh-CN': ({ leastDays, recentMonths }: BackTestGate) =>
      `还没有用完全相同的内容做完回测，没有发布。请先回测：至少 ${leastDays} 天、结束于近 ${recentMonths} 个月内、有被监测的贷款。`,
    en: ({ leastDays, recentMonths }: BackTestGate) =>
      `No back-test of exactly this content is finished, so nothing was published. It covers ${leastDays} days, ends within the last ${recentMonths} months and saw watched loans.`,
  },
  'monitoring.backtest-range': {
    'zh-CN': '回测区间须在今天以前、最长 36 个月，开始日不晚于结束日。',
    en: 'A back-test ends by today, begins before it ends and covers 36 months at most.',
  },
  'monitoring.backtest-unknown': {
    'zh-CN': '没有找到这次回测。请从信号草案重新进入。',
    en: 'This back-test was not found. Start again from the draft.',
  },
  'monitoring.category-unknown': {
    'zh-CN': (r: { known: readonly string[] }) => `目录里没有这个类别。可用：${r.known.join('、') || '无'}。`,
    en: (r: { known: readonly string[] }) =>
      `The catalogue has no such category. It has: ${r.known.join(', ') || 'none'}.`,
  },
  'monitoring.rule-changed': {
    'zh-CN': '页面内容已过期，没有保存。请刷新后重新填写。',
    en: 'This page is out of date, so nothing was saved. Reload it and fill it in again.',
  },
  'monitoring.ladder-empty': { 'zh-CN': '至少要有一级阈值。', en: 'State one rung at least.' },
  'monitoring.severity-twice': { 'zh-CN': '同一等级只能出现一次。', en: 'Each severity stands once only.' },
  'monitoring.ladder-order': {
    'zh-CN': '等级越重，阈值必须越高。',
    en: 'A graver severity needs a higher threshold.',
  },
  'monitoring.rung-empty': {
    'zh-CN': '每一级至少填写次数或占比中的一项。',
    en: 'Each rung states a number of cases, a share, or both.',
  },
  'monitoring.deadline-order': {
    'zh-CN': '等级越重，处置期限不能越长。',
    en: 'A graver severity may not have a longer deadline.',
  },
  'monitoring.because-missing': {
    'zh-CN': '停用信号请选择原因；若要启用，请勾选“启用”。',
    en: 'Choose why it is switched off; or tick that it is evaluated.',
  },
  'monitoring.rule-missing': {
    'zh-CN': '没有规则的信号不能启用。',
    en: 'A signal without a rule cannot be evaluated.',
  },
  'monitoring.code-form': {
    'zh-CN': '请填写信息项代码，例如 tax.payment。',
    en: 'State the code of an item, such as tax.payment.',
  },
});

export const signalFlashes = defineText({
  'signal.flash.started': {
    'zh-CN': '草案已建立，请修改、写明原因并回测。',
    en: 'The draft is there: change it, say why, and back-test it.',
  },
  'signal.flash.saved': {
    'zh-CN': '草案已保存，算例已重新运行。',
    en: 'The draft was saved and its examples were run again.',
  },
  'signal.flash.published': { 'zh-CN': '新版本已发布。', en: 'The new version is published.' },
  'signal.flash.discarded': { 'zh-CN': '草案已作废。', en: 'The draft was discarded.' },
  'signal.flash.tested': { 'zh-CN': '回测已提交。', en: 'The back-test was ordered.' },
});

/** What the audit log calls what is done at the desks of watching. */
export const signalAuditActions = defineText({
  'monitoring.register-read': { 'zh-CN': '查看预警台账', en: 'Read the register of alerts' },
  'monitoring.backtested': { 'zh-CN': '回测预警信号', en: 'Back-tested a signal' },
  'monitoring.library-exported': { 'zh-CN': '导出预警信号库', en: 'Exported the signal library' },
  'monitoring.backtest-read': { 'zh-CN': '查看信号回测', en: 'Read a back-test of a signal' },
});
