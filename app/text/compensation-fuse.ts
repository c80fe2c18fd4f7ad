import { defineText } from '~/text/define.ts';
import { showFen } from '~/text/format.ts';

/** How far a claimant is from the fuse (熔断). */
export const fuseText = defineText({
  'comp.fuse.about': {
    'zh-CN': (year: number, now: string, limit: string, room: string) =>
      `${year} 年损失占备案本金 ${now}，熔断线 ${limit}；还可承受损失 ${showFen(room, 'zh-CN')}。已支付和已预留的都计入。`,
    en: (year: number, now: string, limit: string, room: string) =>
      `Losses of ${year} are ${now} of enrolled principal, the fuse is at ${limit}; ${showFen(room, 'en')} more loss fits. Paid and reserved both count.`,
  },
  'comp.fuse.about-overdue': {
    'zh-CN': (now: string, limit: string, room: string) =>
      `备案贷款今日逾期率 ${now}，熔断线 ${limit}；逾期余额再增加 ${showFen(room, 'zh-CN')} 即到线。`,
    en: (now: string, limit: string, room: string) =>
      `Today ${now} of the enrolled balance is overdue, the fuse is at ${limit}; ${showFen(room, 'en')} more would reach it.`,
  },
  'comp.fuse.blown': { 'zh-CN': '已达熔断线', en: 'The fuse is reached' },
});
