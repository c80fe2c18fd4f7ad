import { defineText } from '~/text/define.ts';

/** An application as it was known on a day, what changed since, and why its score moved. */
export const asOfText = defineText({
  'as-of.tab': { 'zh-CN': '按日回看', en: 'As of a day' },
  'as-of.title': { 'zh-CN': '决策时点回看', en: 'Decision time machine' },
  'as-of.lede': {
    'zh-CN': '还原某一天结束时已知的记录、评分、准入条件、材料和往来，并与另一天对比。',
    en: 'Records, score, conditions, documents and messages as they were known at the end of a day, and what changed until another.',
  },
  'as-of.open': { 'zh-CN': '按日回看这笔申请', en: 'Look at this application as of a day' },
  'as-of.back': { 'zh-CN': '返回申请', en: 'Back to the application' },
  'as-of.on': { 'zh-CN': '回看日期', en: 'As of' },
  'as-of.to': { 'zh-CN': '对比日期', en: 'Compared with' },
  'as-of.moved-days': {
    'zh-CN': (first: string, last: string) => `只能回看 ${first} 至 ${last}，日期已调整到这一范围。`,
    en: (first: string, last: string) =>
      `Only ${first} to ${last} can be looked at; the days were moved into it.`,
  },
  'as-of.steps': { 'zh-CN': '有进展的日子', en: 'Days with a step' },
  'as-of.state': { 'zh-CN': '当日状态', en: 'State that day' },
  'as-of.known': { 'zh-CN': '当日已知记录', en: 'Records known' },
  'as-of.known-documents': { 'zh-CN': '当日材料', en: 'Documents then' },
  'as-of.score': { 'zh-CN': '评分', en: 'Score' },
  'as-of.score-then': { 'zh-CN': (day: string) => `${day} 的评分`, en: (day: string) => `Score on ${day}` },
  'as-of.score-none': {
    'zh-CN': '当日尚无评分，或授权未开放评分',
    en: 'No score yet, or not opened by the consent',
  },
  'as-of.insufficient': { 'zh-CN': '信息不足', en: 'Insufficient' },
  'as-of.coverage': {
    'zh-CN': (share: string) => `覆盖率 ${share}`,
    en: (share: string) => `coverage ${share}`,
  },
  'as-of.card': {
    'zh-CN': (full: boolean, version: string) => `${full ? '完整评分' : '公开评分'} · 评分卡 ${version}`,
    en: (full: boolean, version: string) => `${full ? 'full score' : 'public score'} · card ${version}`,
  },
  'as-of.change': { 'zh-CN': '变化', en: 'Change' },
  'as-of.why': { 'zh-CN': '评分为何变动', en: 'Why the score moved' },
  'as-of.why-lede': {
    'zh-CN': '逐项列出两天之间得分或数值不同的指标，以及使它变化的记录；各项得分之差相加等于总分之差。',
    en: 'Every indicator whose points or figure differ between the two days, with the records that moved it. The differences add up to that of the score.',
  },
  'as-of.why-none': { 'zh-CN': '两天之间评分指标没有变化。', en: 'No indicator moved between the two days.' },
  'as-of.indicator': { 'zh-CN': '指标', en: 'Indicator' },
  'as-of.before': { 'zh-CN': '回看日', en: 'Then' },
  'as-of.after': { 'zh-CN': '对比日', en: 'Later' },
  'as-of.points': { 'zh-CN': '得分', en: 'Points' },
  'as-of.records-behind': { 'zh-CN': '相关记录', en: 'Records behind it' },
  'as-of.withheld': { 'zh-CN': '数值不可展示', en: 'figure kept back' },
  'as-of.no-mover': {
    'zh-CN': '时间推移、数据更新或评分卡变化',
    en: 'time passing, a new delivery, or another card',
  },
  'as-of.mover.added': { 'zh-CN': '新增', en: 'added' },
  'as-of.mover.corrected': { 'zh-CN': '更正', en: 'corrected' },
  'as-of.mover.revoked': { 'zh-CN': '撤销', en: 'revoked' },
  'as-of.mover.repaired': { 'zh-CN': '修复', en: 'repaired' },
  'as-of.mover.restored': { 'zh-CN': '恢复', en: 'restored' },
  'as-of.mover.window': { 'zh-CN': '进入或超出统计期', en: 'entered or left the period that counts' },
  'as-of.changes': { 'zh-CN': '两天之间的记录变化', en: 'Records that changed between the two days' },
  'as-of.changes-none': { 'zh-CN': '两天之间记录没有变化。', en: 'No record changed between the two days.' },
  'as-of.more-movers': {
    'zh-CN': (n: number) => `另有 ${n} 条记录`,
    en: (n: number) => `${n} more records`,
  },
  'as-of.page': {
    'zh-CN': (page: number, pages: number, all: number) => `共 ${all} 条，第 ${page} 页，共 ${pages} 页。`,
    en: (page: number, pages: number, all: number) => `${all} in all, page ${page} of ${pages}.`,
  },
  'as-of.item': { 'zh-CN': '记录', en: 'Record' },
  'as-of.learnt': { 'zh-CN': '获知日期', en: 'Learnt' },
  'as-of.what': { 'zh-CN': '变化类型', en: 'What happened' },
  'as-of.facts': { 'zh-CN': '当日已知的记录', en: 'Records as known that day' },
  'as-of.facts-none': {
    'zh-CN': '当日没有可展示的记录。',
    en: 'No record that may be shown was known that day.',
  },
  'as-of.says': { 'zh-CN': '内容', en: 'Content' },
  'as-of.kept-back': { 'zh-CN': '此后已撤销，内容不再展示', en: 'revoked since; no longer shown' },
  'as-of.says-nothing': { 'zh-CN': '—', en: '—' },
  'as-of.provider': { 'zh-CN': '来源', en: 'Source' },
  'as-of.conditions': { 'zh-CN': '当日准入条件', en: 'Conditions that day' },
  'as-of.conditions-lede': {
    'zh-CN': (version: number) =>
      `按当日在架的第 ${version} 版产品条件，用当日评分逐条核对。登记信息与自报数字无历史版本，用现值。`,
    en: (version: number) =>
      `By version ${version} of the product, on the shelf that day, and the score of that day. Registration and declared figures keep no history and are those of today.`,
  },
  'as-of.conditions-none': {
    'zh-CN': '当日版本的产品条件没有存档，或授权未开放评分。',
    en: 'The version of that day was not kept, or the consent does not open the score.',
  },
  'as-of.documents': { 'zh-CN': '当日已有的材料', en: 'Documents on file that day' },
  'as-of.documents-none': { 'zh-CN': '当日没有材料。', en: 'No documents that day.' },
  'as-of.messages': { 'zh-CN': '截至当日的往来', en: 'Messages until that day' },
  'as-of.whole': {
    'zh-CN': '本页含已修复封存的记录，仅企业本身与审计角色可见。',
    en: 'This page includes records that were repaired and sealed; only the firm itself and the audit role see them.',
  },
  'as-of.restricted': {
    'zh-CN': '按当前可展示的记录还原：评分在当日评分卡与范围内重算。',
    en: 'Rebuilt from the records that may be shown today: the score is worked out by the card and in the scope of that day.',
  },
  'as-of.refused': { 'zh-CN': '企业的记录现在不能打开', en: 'The firm’s records cannot be opened now' },
  'as-of.refused-next': {
    'zh-CN': '申请的状态和往来仍可回看；记录与评分需要有效授权。',
    en: 'State and messages of the application can still be looked at; records and score need a consent in force.',
  },
  'as-of.audit.title': { 'zh-CN': '决策回放', en: 'Decisions replayed' },
  'as-of.audit.pick': { 'zh-CN': '这家企业的申请', en: 'Applications of this firm' },
  'as-of.audit.none': { 'zh-CN': '这家企业没有申请。', en: 'This firm made no application.' },
  'as-of.audit.replay': { 'zh-CN': '回放', en: 'Replay' },
  'as-of.audit.sent': { 'zh-CN': '提交日期', en: 'Sent' },
  'as-of.audit.to': { 'zh-CN': '银行与产品', en: 'Bank and product' },
  'as-of.cli.summary': {
    'zh-CN': '按日回看一笔申请并与另一天对比；list 列出企业的申请',
    en: 'an application as known on a day, compared with another; list: those of a firm',
  },
  'as-of.cli.what': {
    'zh-CN': 'list 列出申请；as-of 按日回看',
    en: 'list: applications of a firm; as-of: one as of a day',
  },
  'as-of.cli.firm': { 'zh-CN': '企业的统一社会信用代码（list）', en: 'credit code of the firm (list)' },
  'as-of.cli.id': { 'zh-CN': '申请编号（as-of）', en: 'the application (as-of)' },
  'as-of.cli.missing': {
    'zh-CN': (option: string) => `请给出 --${option}`,
    en: (option: string) => `give --${option}`,
  },
  'as-of.cli.unknown': {
    'zh-CN': (what: string) => `没有 application ${what}；可用：list、as-of`,
    en: (what: string) => `no application ${what}; there are: list, as-of`,
  },
  'as-of.cli.head': {
    'zh-CN': (firm: string, on: string, state: string) => `${firm} · ${on} · ${state}`,
    en: (firm: string, on: string, state: string) => `${firm} · ${on} · ${state}`,
  },
  'as-of.cli.score': {
    'zh-CN': (before: string, after: string) => `评分 ${before} → ${after}`,
    en: (before: string, after: string) => `score ${before} → ${after}`,
  },
  'as-of.cli.counts': {
    'zh-CN': (records: number, documents: number, messages: number) =>
      `已知记录 ${records} 条，材料 ${documents} 份，往来 ${messages} 条`,
    en: (records: number, documents: number, messages: number) =>
      `${records} records known, ${documents} documents, ${messages} messages`,
  },
});
