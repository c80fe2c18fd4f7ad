import { defineText } from '~/text/define.ts';

/** Subscriptions to a filtered list. */
export const subscriptionText = defineText({
  'subscription.title': { 'zh-CN': '订阅这份清单', en: 'Subscribe to this list' },
  'subscription.lede': {
    'zh-CN':
      '按当前筛选条件定期在消息里告知笔数和预警数，打开链接看当时的清单。失去查看权限后自动停止，不留副本。',
    en: 'With the filters of now, a message tells you regularly how many loans and alerts there are and leads to the list. It stops by itself when you may no longer see the list, and no copy is kept.',
  },
  'subscription.cadence': { 'zh-CN': '频率', en: 'How often' },
  'subscription.cadence.daily': { 'zh-CN': '每天', en: 'Every day' },
  'subscription.cadence.weekly': { 'zh-CN': '每周', en: 'Every week' },
  'subscription.cadence.monthly': { 'zh-CN': '每月', en: 'Every month' },
  'subscription.do': { 'zh-CN': '订阅', en: 'Subscribe' },
  'subscription.own': { 'zh-CN': '我的订阅', en: 'My subscriptions' },
  'subscription.list': { 'zh-CN': '清单', en: 'List' },
  'subscription.everything': { 'zh-CN': '全部获贷企业', en: 'All funded firms' },
  'subscription.next': { 'zh-CN': '下次', en: 'Next' },
  'subscription.end': { 'zh-CN': '取消订阅', en: 'Unsubscribe' },
});

export const subscriptionRefusals = defineText({
  'overview.subscribed-already': {
    'zh-CN': '您已订阅了同样条件的清单。要改频率，请先取消原来的订阅。',
    en: 'You subscribe to this very list already. To change how often, end that subscription first.',
  },
  'overview.too-many-subscriptions': {
    'zh-CN': (r: { most: number }) => `最多订阅 ${r.most} 份清单。请先取消不用的订阅。`,
    en: (r: { most: number }) =>
      `At most ${r.most} lists can be subscribed to. End one that you no longer need.`,
  },
  'overview.subscription-not-found': {
    'zh-CN': '没有找到这个订阅，可能已经停止。',
    en: 'This subscription was not found; it may have ended.',
  },
});

export const subscriptionFlashes = defineText({
  'overview.view-subscribed': {
    'zh-CN': '已订阅，到期会在消息里告知。',
    en: 'Subscribed: a message will come in time.',
  },
  'overview.view-unsubscribed': { 'zh-CN': '订阅已取消。', en: 'The subscription has ended.' },
});

type Sums = { readonly loans: number; readonly red: number; readonly orange: number };

export const subscriptionNotifications = defineText({
  'overview.view-sent': {
    'zh-CN': (s: Sums) =>
      `您订阅的获贷企业清单：${s.loans} 笔在贷，红色预警 ${s.red} 笔，橙色 ${s.orange} 笔`,
    en: (s: Sums) =>
      `Your list of funded firms: ${s.loans} live loans, ${s.red} with a red and ${s.orange} with an orange alert`,
  },
});

/** What the audit log calls what is done with subscriptions. */
export const subscriptionActions = defineText({
  'overview.view-sent': { 'zh-CN': '发送订阅清单', en: 'Sent a subscribed list' },
  'overview.view-subscribed': { 'zh-CN': '订阅清单', en: 'Subscribed to a list' },
  'overview.view-ended': {
    'zh-CN': '订阅人不再有权查看，订阅终止',
    en: 'Ended a subscription whose reader lost the right to the list',
  },
  'overview.view-unsubscribed': { 'zh-CN': '取消订阅清单', en: 'Unsubscribed from a list' },
});
