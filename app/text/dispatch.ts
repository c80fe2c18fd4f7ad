import { defineText } from '~/text/define.ts';

/** The monthly dispatch on the progress of sharing. */
export const dispatchText = defineText({
  'dispatch.title': { 'zh-CN': '月度通报', en: 'Monthly dispatch' },
  'dispatch.lede': {
    'zh-CN': '每月 20 日自动生成：各数据项报送了多少、是否及时，以及被哪些机构用了多少次。生成后不再改动。',
    en: 'Made on the 20th of each month: what was delivered of each item and whether in time, and who used it how often. Never changed afterwards.',
  },
  'dispatch.none': { 'zh-CN': '还没有通报', en: 'No dispatch yet' },
  'dispatch.none-next': { 'zh-CN': '每月 20 日生成后会出现在这里。', en: 'It appears here on the 20th.' },
  'dispatch.month': { 'zh-CN': '月份', en: 'Month' },
  'dispatch.span': { 'zh-CN': '统计期', en: 'Covers' },
  'dispatch.provider': { 'zh-CN': '部门', en: 'Department' },
  'dispatch.fresh': { 'zh-CN': '按时 / 应报', en: 'In time' },
  'dispatch.of': {
    'zh-CN': (n: number, all: number) => `${n} / ${all}`,
    en: (n: number, all: number) => `${n} of ${all}`,
  },
  'dispatch.accepted': { 'zh-CN': '接收', en: 'Accepted' },
  'dispatch.quarantined': { 'zh-CN': '隔离', en: 'Quarantine' },
  'dispatch.reads': { 'zh-CN': '被使用', en: 'Uses' },
  'dispatch.file': { 'zh-CN': '通报文件', en: 'File' },
  'dispatch.download': { 'zh-CN': '下载 CSV', en: 'Download CSV' },
  'dispatch.item': { 'zh-CN': '数据项', en: 'Item' },
  'dispatch.state': { 'zh-CN': '及时性', en: 'Timeliness' },
  'dispatch.state.fresh': { 'zh-CN': '按时', en: 'In time' },
  'dispatch.state.stale': { 'zh-CN': '逾期', en: 'Late' },
  'dispatch.state.never': { 'zh-CN': '从未报送', en: 'Never delivered' },
  'dispatch.state.verified': { 'zh-CN': '只核验', en: 'Verified only' },
  'dispatch.last': { 'zh-CN': '最近报送', en: 'Last delivery' },
  'dispatch.read': { 'zh-CN': '读取', en: 'Read' },
  'dispatch.recipient': { 'zh-CN': '使用方', en: 'Used by' },
  'dispatch.firms': { 'zh-CN': '涉及企业', en: 'Firms' },
});

type Told = { month: string; late: number };

export const dispatchNotifications = defineText({
  'record.dispatched': {
    'zh-CN': ({ month, late }: Told) =>
      late > 0
        ? `${month} 月度通报已生成，有 ${late} 个数据项逾期。`
        : `${month} 月度通报已生成，各数据项均按时。`,
    en: ({ month, late }: Told) =>
      late > 0
        ? `The dispatch of ${month} is here: ${late} items are late.`
        : `The dispatch of ${month} is here: every item is in time.`,
  },
});
