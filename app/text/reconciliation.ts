import { defineText } from '~/text/define.ts';
import { showDay } from '~/text/format.ts';

/** Three-way comparison and its queue, on the page and on the command line. */
export const reconciliationText = defineText({
  'reconcile.title': { 'zh-CN': '三方比对', en: 'Conflicts between sources' },
  'reconcile.lede': {
    'zh-CN':
      '平台、提供方和第三方来源说法不一的记录。记录由谁认定，以谁为准；与之不同的要写明理由。认定后由后台更正、作废或补录，原有版本仍可按日期查询。',
    en: 'Records about which this platform, the provider and a third source disagree. Who made the determination goes before copies; a decision against it says why. After a decision a worker corrects, revokes or adds; earlier versions stay readable by date.',
  },
  'reconcile.open': { 'zh-CN': '待认定', en: 'To decide' },
  'reconcile.decided': { 'zh-CN': '已认定', en: 'Decided' },
  'reconcile.none': { 'zh-CN': '没有待认定的冲突', en: 'Nothing waits for a decision' },
  'reconcile.none-next': {
    'zh-CN': '用命令 npm run xinqiao -- reconcile 比对一个数据项，不一致的记录会出现在这里。',
    en: 'Compare an item with npm run xinqiao -- reconcile; what differs shows here.',
  },
  'reconcile.none-decided': { 'zh-CN': '还没有认定过冲突', en: 'Nothing has been decided yet' },
  'reconcile.party': { 'zh-CN': '来源', en: 'Source' },
  'reconcile.party.own': { 'zh-CN': '本平台', en: 'This platform' },
  'reconcile.party.provider': {
    'zh-CN': (name: string) => `提供方：${name}`,
    en: (name: string) => `The provider: ${name}`,
  },
  'reconcile.party.authority': {
    'zh-CN': (name: string) => `认定机关：${name}`,
    en: (name: string) => `The authority: ${name}`,
  },
  'reconcile.due': { 'zh-CN': (day: string) => `${day} 前认定`, en: (day: string) => `Decide by ${day}` },
  'reconcile.late': {
    'zh-CN': (day: string) => `已逾期（${day}）`,
    en: (day: string) => `Overdue since ${day}`,
  },
  'reconcile.party.third': {
    'zh-CN': (name: string) => `第三方：${name}`,
    en: (name: string) => `Third source: ${name}`,
  },
  'reconcile.proposed': {
    'zh-CN': (party: string) => `建议以“${party}”为准`,
    en: (party: string) => `Proposed: “${party}” is right`,
  },
  'reconcile.why.authority-says': {
    'zh-CN': '该记录由其认定（谁认定谁负责），其他来源只是副本。',
    en: 'It made the determination; the other sources hold copies.',
  },
  'reconcile.why.authority-lacks': {
    'zh-CN': '认定机关的清单里没有这条记录。请先核实，确认后作废。',
    en: 'The authority’s listing does not have the record. Check first; the decision revokes it.',
  },
  'reconcile.why.lacking-both': {
    'zh-CN': '认定机关的清单和本平台都没有这条记录，只有副本里有。请先核实，确认后无需改动。',
    en: 'Neither the authority’s listing nor this platform has the record; only a copy does. Check first; nothing then changes.',
  },
  'reconcile.why.decided-here': {
    'zh-CN': '本平台已就该记录办结异议、修复或作废，副本不能推翻办理结果。',
    en: 'A case about the record was decided here, or it was ended here; a copy does not undo that.',
  },
  'reconcile.why.none': {
    'zh-CN': '没有一方是认定机关，请核实后认定。',
    en: 'None of the sources made the determination. Check, then decide.',
  },
  'reconcile.against': {
    'zh-CN': '不按建议认定的，理由会单独留痕。',
    en: 'A decision against the proposal is marked in the log with its reason.',
  },
  'reconcile.stood': { 'zh-CN': '按规则以认定机关为准', en: 'The authority’s word stood by policy' },
  'reconcile.says': { 'zh-CN': '说法', en: 'What it says' },
  'reconcile.absent': { 'zh-CN': '没有这条记录', en: 'Does not have it' },
  'reconcile.silent': { 'zh-CN': '没有提到这家企业', en: 'Does not speak of the firm' },
  'reconcile.until': { 'zh-CN': (day: string) => `至 ${day}`, en: (day: string) => `until ${day}` },
  'reconcile.verdict': { 'zh-CN': '以哪一方为准', en: 'Who is right' },
  'reconcile.reason': { 'zh-CN': '理由', en: 'Reason' },
  'reconcile.reason-hint': { 'zh-CN': '写明核实的方式或文书', en: 'How it was checked, or the document' },
  'reconcile.submit': { 'zh-CN': '认定', en: 'Decide' },
  'reconcile.settled': { 'zh-CN': '已入账', en: 'Carried out' },
  'reconcile.pending': { 'zh-CN': '无需改动或待处理', en: 'Nothing to change, or under way' },
  'reconcile.cli.summary': {
    'zh-CN': '把平台、提供方清单和第三方来源逐条比对，不一致的进入待认定队列',
    en: 'Compare what is held with the provider’s listing and a third source; queue what differs',
  },
  'reconcile.cli.item': { 'zh-CN': '数据项代码', en: 'Code of the item' },
  'reconcile.cli.provider': { 'zh-CN': '提供方的全量清单（CSV）', en: 'The provider’s whole listing, a CSV' },
  'reconcile.cli.third': { 'zh-CN': '第三方来源的清单（CSV）', en: 'The third source’s listing, a CSV' },
  'reconcile.cli.source': { 'zh-CN': '第三方来源的名称', en: 'Who the third source is' },
  'reconcile.cli.authority': {
    'zh-CN': '哪一方是认定机关：provider 提供方（默认），third 第三方，none 都不是',
    en: 'Who made the determination: the provider (default), the third source, or none',
  },
  'reconcile.cli.done': {
    'zh-CN': (records: string, conflicts: string, added: string, unreadable: string, stood: string) =>
      `比对 ${records} 条，不一致 ${conflicts} 条，新入队 ${added} 条（其中按规则以认定机关为准 ${stood} 条），无法读取 ${unreadable} 行`,
    en: (records: string, conflicts: string, added: string, unreadable: string, stood: string) =>
      `${records} records compared, ${conflicts} differ, ${added} newly queued (${stood} of them settled by the authority’s word), ${unreadable} rows unreadable`,
  },
  'conflicts.cli.summary': {
    'zh-CN': '列出待认定的来源冲突，按比对批次合计，期限最近的在前',
    en: 'Lists conflicts between sources that wait for a decision, by comparison, the nearest deadline first',
  },
  'conflicts.cli.overdue': { 'zh-CN': '只列超过期限的', en: 'only those past their deadline' },
  'conflicts.cli.line': {
    'zh-CN': (item: string, third: string, waiting: string, due: string, late: boolean) =>
      `期限 ${due}${late ? '（已逾期）' : ''}  ${item}  与${third}比对  待认定 ${waiting} 条`,
    en: (item: string, third: string, waiting: string, due: string, late: boolean) =>
      `due ${due}${late ? ' (overdue)' : ''}  ${item}  compared with ${third}  ${waiting} to decide`,
  },
  'conflicts.cli.found': {
    'zh-CN': (waiting: string, late: string) => `共 ${waiting} 条待认定，其中逾期 ${late} 条`,
    en: (waiting: string, late: string) => `${waiting} to decide, ${late} of them overdue`,
  },
  'known.cli.summary': {
    'zh-CN': '列出一家企业某个数据项在某一天已知的记录',
    en: 'List the records of one item of a firm as they were known on a day',
  },
  'known.cli.firm': { 'zh-CN': '统一社会信用代码（现用或曾用）', en: 'Credit code, present or former' },
  'known.cli.on': { 'zh-CN': '哪一天（YYYY-MM-DD）', en: 'The day, YYYY-MM-DD' },
  'known.cli.hidden': {
    'zh-CN': (n: number) => `另有 ${n} 条记录其后已修复封存，不再展示（仅本企业和审计岗可回放）`,
    en: (n: number) =>
      `${n} more ${n === 1 ? 'record was' : 'records were'} repaired since and sealed: only the firm and the audit role can replay`,
  },
  'known.cli.head': {
    'zh-CN': (firm: string, item: string, day: string, count: string) =>
      `${firm}：${item}，截至 ${day} 已知 ${count} 条`,
    en: (firm: string, item: string, day: string, count: string) =>
      `${firm}: ${item}, ${count} records known on ${day}`,
  },
});

export const reconciliationNotifications = defineText({
  'record.conflicts-overdue': {
    'zh-CN': (c: { item: string; waiting: number; dueOn: string }) =>
      `“${c.item}”有 ${c.waiting} 条与其他来源不一致，平台未在期限（${showDay(c.dueOn, 'zh-CN')}）内认定，请协助核对`,
    en: (c: { itemEn: string; waiting: number; dueOn: string }) =>
      `${c.waiting === 1 ? '1 record' : `${c.waiting} records`} of “${c.itemEn}” differ from other sources and were to be decided by ${showDay(c.dueOn, 'en')}: please help to check`,
  },
});

/** Why a comparison, a decision or a look into the past was not made. */
export const reconciliationRefusals = defineText({
  'record.conflict-closed': {
    'zh-CN': '这一冲突已有人认定，或所选来源没有提到这家企业。请刷新页面。',
    en: 'Somebody has decided this already, or the chosen source does not speak of the firm. Reload the page.',
  },
  'record.reason-missing': {
    'zh-CN': '请写明理由，至少 4 个字。',
    en: 'Give a reason, at least four characters.',
  },
  'record.firm-not-known': {
    'zh-CN': (r: { text: string }) => `没有企业用过代码 ${r.text}，请核对。`,
    en: (r: { text: string }) => `No firm ever had the code ${r.text}. Check it.`,
  },
});

/** What is said after a command. */
export const reconciliationFlashes = defineText({
  'reconcile.flash.decided': {
    'zh-CN': '已认定；记录稍后更新',
    en: 'Decided; the record follows in a moment',
  },
});
