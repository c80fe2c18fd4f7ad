import { defineText } from '~/text/define.ts';

/** Whose hands stay out of an application, on its page. */
export const handsText = defineText({
  'hands.maker-stays-out': {
    'zh-CN': '经办人提出意见后登记了回避，只能退回并分派给其他经办人',
    en: 'The officer has declared an interest since proposing: send it back and give it to another officer',
  },
});
