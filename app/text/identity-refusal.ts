import { defineText } from '~/text/define.ts';

/** Why a check of who somebody is, or what follows from it, is refused; each says what can be done. */
export const identityRefusals = defineText({
  'privacy.erase-at-desk': {
    'zh-CN': '通过企业发出的链接不能删除。请持身份证到平台数据运营办理。',
    en: 'This cannot be erased behind a link that a firm made. Bring your identity card to the platform’s data desk.',
  },
  'privacy.subject-unknown': {
    'zh-CN': '平台没有存有这个号码的任何信息，不需要开通查询。请核对号码。',
    en: 'Nothing is held about this number, so there is nothing to open. Check the number.',
  },
  'privacy.document-missing': { 'zh-CN': '请选择出示的证件。', en: 'Choose the document that was shown.' },
  'privacy.identity-not-found': { 'zh-CN': '没有找到这次核验。', en: 'This check was not found.' },
  'privacy.identity-own': {
    'zh-CN': '核验须由另一人复核，不能复核自己登记的。',
    en: 'Somebody else has to read the document too; nobody confirms what they entered.',
  },
  'privacy.identity-decided': { 'zh-CN': '这次核验已经有结论。', en: 'This check was decided before.' },
  'privacy.identity-lapsed': {
    'zh-CN': '复核期限已过。请本人再次到场，重新登记。',
    en: 'The time to confirm is over. Ask the person to come again and enter it anew.',
  },
  'privacy.identity-differs': {
    'zh-CN': '与第一人登记的号码不一致。请对照证件重新填写；确实不同的，请选择“不予确认”。',
    en: 'This is not the number that the first person read. Look at the document again; where it does differ, refuse.',
  },
});

/** What a person at the desk reads after a step of such a check. */
export const identityFlashes = defineText({
  'privacy.identity-asked': {
    'zh-CN': '已登记。请第二人对照证件复核。',
    en: 'Entered. A second person has to read the document too.',
  },
  'privacy.identity-confirmed': {
    'zh-CN': '身份已确认。请把下方链接当面交给本人。',
    en: 'Confirmed. Hand the link below to the person.',
  },
  'privacy.identity-refused': { 'zh-CN': '已记录不予确认。', en: 'Refused, and on record.' },
});
