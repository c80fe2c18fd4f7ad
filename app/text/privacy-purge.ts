import { defineText } from '~/text/define.ts';
import { showDay } from '~/text/format.ts';

/** What recipients and firms are told when the consent of a natural person ends. */
export const privacyPurgeNotifications = defineText({
  'privacy.person-withdrew': {
    'zh-CN': (r: { firm: string; dueOn: string }) =>
      `${r.firm}的一位关联自然人撤回了授权，请停止使用并在 ${showDay(r.dueOn, 'zh-CN')} 前删除、回执`,
    en: (r: { firm: string; dueOn: string }) =>
      `A person behind ${r.firm} withdrew: stop using, delete by ${showDay(r.dueOn, 'en')} and confirm`,
  },
  'privacy.person-narrowed': {
    'zh-CN': (r: { firm: string; dueOn: string }) =>
      `${r.firm}的一位关联自然人重新签署的授权范围缩小，请在 ${showDay(r.dueOn, 'zh-CN')} 前删除不再包含的数据并回执`,
    en: (r: { firm: string; dueOn: string }) =>
      `A person behind ${r.firm} signed anew for less: delete what is left out by ${showDay(r.dueOn, 'en')} and confirm`,
  },
  'privacy.person-retention-over': {
    'zh-CN': (r: { firm: string; dueOn: string }) =>
      `${r.firm}的一位关联自然人的授权已到期，请在 ${showDay(r.dueOn, 'zh-CN')} 前删除其数据并回执`,
    en: (r: { firm: string; dueOn: string }) =>
      `The consent of a person behind ${r.firm} has ended: delete their data by ${showDay(r.dueOn, 'en')} and confirm`,
  },
  'privacy.person-ended': {
    'zh-CN': (r: { firm: string; dueOn: string }) =>
      `${r.firm}已注销，其关联自然人的授权随之终止，请在 ${showDay(r.dueOn, 'zh-CN')} 前删除数据并回执`,
    en: (r: { firm: string; dueOn: string }) =>
      `${r.firm} is dissolved and with it the consents of its people ended: delete their data by ${showDay(r.dueOn, 'en')} and confirm`,
  },
  'privacy.person-expiring': {
    'zh-CN': (r: { recipientZh: string; on: string }) =>
      `一位自然人给${r.recipientZh}的授权将于 ${showDay(r.on, 'zh-CN')} 到期，需要时请本人续签`,
    en: (r: { recipientEn: string; on: string }) =>
      `A person’s consent for ${r.recipientEn} ends on ${showDay(r.on, 'en')}: ask them to sign again if it is still needed`,
  },
});
