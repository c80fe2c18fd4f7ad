import { defineText } from '~/text/define.ts';

/** A batch of settlements at the funds desk. */
export const compensationBatchText = defineText({
  'comp.pool.batch-do': { 'zh-CN': '提出批量结算', en: 'Propose' },
  'comp.pool.batches': { 'zh-CN': '批次', en: 'Batches' },
  'comp.batch.title': { 'zh-CN': '批量结算', en: 'Batch of settlements' },
  'comp.batch.progress': { 'zh-CN': '已结算', en: 'Settled' },
  'comp.batch.claims': { 'zh-CN': '申请数', en: 'Claims' },
  'comp.batch.amount': { 'zh-CN': '金额', en: 'Amount' },
  'comp.batch.state.proposed': { 'zh-CN': '待复核', en: 'To be confirmed' },
  'comp.batch.state.running': { 'zh-CN': '结算中', en: 'Under way' },
  'comp.batch.state.stopped': { 'zh-CN': '已停止', en: 'Stopped' },
  'comp.batch.state.done': { 'zh-CN': '已完成', en: 'Done' },
  'comp.batch.confirm': { 'zh-CN': '复核通过并开始', en: 'Confirm and start' },
  'comp.batch.stop': { 'zh-CN': '停止', en: 'Stop' },
  'comp.batch.resume': { 'zh-CN': '继续', en: 'Go on' },
  'comp.batch.reload': { 'zh-CN': '刷新页面查看进度。', en: 'Reload the page to see how far it is.' },
});
