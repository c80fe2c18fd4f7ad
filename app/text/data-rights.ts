import { defineText } from '~/text/define.ts';

/** A firm's rights over its data on one page (个人信息保护法 44–48). */
export const dataRightsText = defineText({
  'data-rights.title': { 'zh-CN': '导出与限制使用', en: 'Take along and restrict' },
  'data-rights.lede': {
    'zh-CN': '把关于您的一切带走、限制使用、查看谁在应急情况下看过。',
    en: 'Take everything about you along, restrict its use, see who looked in an emergency.',
  },
  'data-rights.export': { 'zh-CN': '导出关于我的一切', en: 'Export everything about me' },
  'data-rights.export-text': {
    'zh-CN': '一个 JSON 文件：登记、记录、授权、评分、申请、贷款、预警、查询日志。附平台签名，可转交他人。',
    en: 'One JSON file: registration, records, consents, scores, applications, loans, alerts, log of reads. Signed by the platform, to be handed on.',
  },
  'data-rights.export-do': { 'zh-CN': '下载全部数据', en: 'Download everything' },
  'data-rights.storage': { 'zh-CN': '仅存储', en: 'Store only' },
  'data-rights.storage-text': {
    'zh-CN':
      '依法须保留的记录不能删除，但可以只存储、不使用：所有授权下的查询立即停止，评分只用公开信息。您可以随时恢复，授权本身不变。',
    en: 'What the law says must be kept cannot be deleted, but it can be stored and not used: every read under a consent stops at once and you are scored from public records only. You can end it at any time; your consents stay as they are.',
  },
  'data-rights.storage-on': {
    'zh-CN': (at: string) => `自 ${at} 起仅存储`,
    en: (at: string) => `Stored only since ${at}`,
  },
  'data-rights.storage-off': { 'zh-CN': '正常使用中', en: 'In normal use' },
  'data-rights.storage-set': { 'zh-CN': '改为仅存储', en: 'Store only' },
  'data-rights.storage-title': { 'zh-CN': '停止一切使用？', en: 'Stop all use?' },
  'data-rights.storage-warn': {
    'zh-CN': '进行中的申请可能因银行无法查看资料而无法审批。',
    en: 'A bank that can no longer read your file may be unable to decide a pending application.',
  },
  'data-rights.storage-end': { 'zh-CN': '恢复使用', en: 'Allow use again' },
  'data-rights.people': { 'zh-CN': '人工审核', en: 'People, not automation alone' },
  'data-rights.people-text': {
    'zh-CN':
      '个体工商户是自然人，可以不接受仅由自动化作出的决定（个人信息保护法第二十四条）。提出后，每一家银行都会在您的申请上看到；平台的自动核验不再拦下申请，发现的问题经您确认后交银行人员判断。评分照常计算，仅供参考。',
    en: 'A sole trader is a natural person and need not accept decisions by automation alone (Personal Information Protection Law, art. 24). Once you ask, every bank sees it on your applications; the platform’s automatic checks stop none of them any more: what they find goes to the bank’s people once you have confirmed it. The score is still worked out, for reference.',
  },
  'data-rights.people-on': {
    'zh-CN': (at: string) => `自 ${at} 起要求人工审核`,
    en: (at: string) => `Asked for since ${at}`,
  },
  'data-rights.people-set': { 'zh-CN': '要求人工审核', en: 'Ask for people' },
  'data-rights.people-end': { 'zh-CN': '取消这一要求', en: 'Take this back' },
  'data-rights.delete': { 'zh-CN': '删除', en: 'Deletion' },
  'data-rights.delete-text': {
    'zh-CN': '自然人的信息由本人凭链接删除，密钥销毁后任何地方都读不出。下列数据按法律保存：',
    en: 'What describes a natural person is erased by that person through their link; with the key destroyed it can be read nowhere. The following is kept as the law says:',
  },
  'data-rights.glass': { 'zh-CN': '应急访问', en: 'Emergency access' },
  'data-rights.glass-none': {
    'zh-CN': '没有人在应急情况下看过您的记录。',
    en: 'Nobody looked at your records in an emergency.',
  },
  'data-rights.persons': { 'zh-CN': '管理本人授权', en: 'Personal consents' },
  'data-rights.readers': { 'zh-CN': '谁看过我的数据', en: 'Who read my data' },
  'data-rights.more': { 'zh-CN': '相关页面', en: 'See also' },
});

export const dataRightsFlashes = defineText({
  'data-rights.stored-only': { 'zh-CN': '已改为仅存储，立即生效。', en: 'Stored only from now on.' },
  'data-rights.people-asked': {
    'zh-CN': '已提出，银行会在您的申请上看到。',
    en: 'Asked. Banks see it on your applications.',
  },
  'data-rights.automation-accepted': { 'zh-CN': '已取消。', en: 'Taken back.' },
  'data-rights.used-again': { 'zh-CN': '已恢复使用。', en: 'In use again.' },
});
