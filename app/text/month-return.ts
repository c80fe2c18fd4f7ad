import { tiers } from '~/domain/loan/five-tier.ts';
import type { FiguresShown, ReturnShown } from '~/domain/monitoring/return-shown.ts';
import { defineText, type Locale, translate } from '~/text/define.ts';
import { showDay } from '~/text/format.ts';
import { wordSignal } from '~/text/monitoring.ts';
import { tierWord } from '~/text/tier-word.ts';

/** The monthly return on funded firms. */
export const returnText = defineText({
  'return.title': { 'zh-CN': '获贷企业风险监测月报', en: 'Monthly return on funded firms' },
  'return.lede.operator': {
    'zh-CN':
      '每月 1 日由同一份数据自动生成上月月报，8 日前由人确认报送，遇节假日顺延。报送后有变动的，另出更正版。',
    en: 'Made from the platform’s own records on the first of each month for the month before, and filed by a person by the 8th, or the next working day. What changes after filing goes into a correction.',
  },
  'return.lede.regulator': {
    'zh-CN':
      '平台已报送的月报，含更正版。户数不足 5 户的地区合并列示；背后不足 5 户的数字，以及能推算出它的其他数字，从略。',
    en: 'Returns that the platform has filed, with their corrections. Prefectures with fewer than five firms are told together; a figure that fewer than five firms stand behind is not shown, nor are others from which it would follow.',
  },
  'return.next': {
    'zh-CN': (month: string, madeOn: string, dueOn: string) =>
      `下一份：${month} 月报，${showDay(madeOn, 'zh-CN')}生成，${showDay(dueOn, 'zh-CN')}前报送。`,
    en: (month: string, madeOn: string, dueOn: string) =>
      `Next: the return of ${month}, made on ${showDay(madeOn, 'en')} and due by ${showDay(dueOn, 'en')}.`,
  },
  'return.month': { 'zh-CN': '月份', en: 'Month' },
  'return.version': { 'zh-CN': '版本', en: 'Version' },
  'return.status': { 'zh-CN': '状态', en: 'Status' },
  'return.due-on': { 'zh-CN': '报送期限', en: 'Due' },
  'return.filed-at': { 'zh-CN': '报送', en: 'Filed' },
  'return.reason': { 'zh-CN': '更正原因', en: 'Reason for the correction' },
  'return.status.due': { 'zh-CN': '待报送', en: 'Due' },
  'return.status.late': { 'zh-CN': '逾期未报', en: 'Late' },
  'return.status.filed': { 'zh-CN': '已报送', en: 'Filed' },
  'return.status.filed-late': { 'zh-CN': '逾期报送', en: 'Filed late' },
  'return.status.correction': { 'zh-CN': '更正版待报送', en: 'Correction to file' },
  'return.hidden': { 'zh-CN': '从略', en: 'not shown' },
  'return.none': { 'zh-CN': '还没有月报', en: 'No return yet' },
  'return.none-next': {
    'zh-CN': '每月 1 日生成上月月报。',
    en: 'The return of a month is made on the first of the next.',
  },
  'return.file': { 'zh-CN': '确认报送', en: 'File this return' },
  'return.file-what': {
    'zh-CN': '报送后监管部门即可查看，内容不能再改；如需改动，另出更正版。',
    en: 'Once filed the regulator reads it and it is not changed again; a correction is a version of its own.',
  },
  'return.correct': { 'zh-CN': '生成更正版', en: 'Make a correction' },
  'return.xlsx': { 'zh-CN': '下载 XLSX', en: 'Download XLSX' },
  'return.again': { 'zh-CN': '按生成时所知重算，结果一致', en: 'Made again as known then, it is the same' },
  'return.differs': {
    'zh-CN': '按生成时所知重算，结果不同：有补记的结清。如已报送，请生成更正版。',
    en: 'Made again it differs: a settlement was entered late. If it is filed, make a correction.',
  },
  'return.heading': {
    'zh-CN': (month: string, version: number) => `${month} 第 ${version} 版`,
    en: (month: string, version: number) => `${month}, version ${version}`,
  },
  'return.place': { 'zh-CN': '地区', en: 'Prefecture' },
  'return.rest': { 'zh-CN': '其他地区（户数较少，合并）', en: 'Others together (few firms)' },
  'return.total': { 'zh-CN': '合计', en: 'Total' },
  'return.firms': { 'zh-CN': '获贷企业', en: 'Firms' },
  'return.loans': { 'zh-CN': '贷款笔数', en: 'Loans' },
  'return.balance': { 'zh-CN': '余额', en: 'Balance' },
  'return.balance-yuan': { 'zh-CN': '余额（元）', en: 'Balance (yuan)' },
  'return.bad': { 'zh-CN': '不良笔数', en: 'Non-performing' },
  'return.raised': { 'zh-CN': '新增预警 黄/橙/红', en: 'Raised Y/O/R' },
  'return.yellow': { 'zh-CN': '新增黄色', en: 'Raised yellow' },
  'return.orange': { 'zh-CN': '新增橙色', en: 'Raised orange' },
  'return.red': { 'zh-CN': '新增红色', en: 'Raised red' },
  'return.live': { 'zh-CN': '期末未结', en: 'Live' },
  'return.overdue': { 'zh-CN': '逾期未答复', en: 'Overdue' },
  'return.closed': { 'zh-CN': '办结', en: 'Closed' },
  'return.confirmed': { 'zh-CN': '办结：属实', en: 'Closed: confirmed' },
  'return.explained': { 'zh-CN': '办结：合理说明', en: 'Closed: explained' },
  'return.cured': { 'zh-CN': '办结：已改正', en: 'Closed: cured' },
  'return.false-alarm': { 'zh-CN': '办结：误报', en: 'Closed: false alarm' },
  'return.measures': { 'zh-CN': '跟进/措施/债委会措施', en: 'Measures' },
  'return.follow-ups': { 'zh-CN': '跟进次数', en: 'Follow-ups' },
  'return.case-measures': { 'zh-CN': '银行采取措施', en: 'Lenders’ measures' },
  'return.adopted': { 'zh-CN': '债委会通过措施', en: 'Committee measures' },
  'return.signals': { 'zh-CN': '按信号', en: 'By signal' },
  'return.signal': { 'zh-CN': '信号', en: 'Signal' },
  'return.right': { 'zh-CN': '其中属实', en: 'Of these right' },
  'return.new': { 'zh-CN': '新增', en: 'Raised' },
  'return.cli.summary': {
    'zh-CN': '某月的获贷企业风险监测月报，与页面一致',
    en: 'The monthly return on funded firms, equal to the page',
  },
  'return.cli.what': { 'zh-CN': '月份，如 2026-10', en: 'The month, such as 2026-10' },
  'return.cli.none': {
    'zh-CN': (month: string) => `${month} 还没有月报。`,
    en: (month: string) => `There is no return of ${month} yet.`,
  },
});

export const returnRefusals = defineText({
  'monitoring.return-not-found': {
    'zh-CN': '没有找到这份月报。',
    en: 'This return was not found.',
  },
  'monitoring.return-not-open': {
    'zh-CN': '这一版已经报送，或者不存在。',
    en: 'This version was filed already, or is not there.',
  },
  'monitoring.return-not-filed': {
    'zh-CN': '最新一版还没有报送，不需要更正版：直接报送即可。',
    en: 'The newest version is not filed yet: file it, no correction is needed.',
  },
  'monitoring.return-unchanged': {
    'zh-CN': '按现在所知重算，与已报送的一致，没有需要更正的内容。',
    en: 'As known now it is the same as what was filed: there is nothing to correct.',
  },
  'monitoring.return-corrected-already': {
    'zh-CN': '同事刚刚生成了更正版，没有重复生成。请刷新查看。',
    en: 'A colleague has just made a correction; no second one was made. Reload to see it.',
  },
});
export const returnFlashes = defineText({
  'monitoring.return-filed': { 'zh-CN': '月报已报送。', en: 'The return is filed.' },
  'monitoring.return-corrected': {
    'zh-CN': '更正版已生成，请核对后报送。',
    en: 'The correction is made: check it, then file it.',
  },
});
export const returnNotifications = defineText({
  'monitoring.return-made': {
    'zh-CN': '获贷企业月报已生成，请核对报送',
    en: 'The monthly return is made and waits to be filed',
  },
  'monitoring.return-due': {
    'zh-CN': (p: { dueOn: string }) => `获贷企业月报尚未报送，期限为 ${p.dueOn}`,
    en: (p: { dueOn: string }) => `The monthly return is due by ${p.dueOn} and not filed yet`,
  },
});
export const returnActions = defineText({
  'monitoring.return-made': { 'zh-CN': '生成监测月报', en: 'Made the monthly return' },
  'monitoring.return-filed': { 'zh-CN': '报送监测月报', en: 'Filed the monthly return' },
  'monitoring.return-corrected': { 'zh-CN': '更正监测月报', en: 'Corrected the monthly return' },
  'monitoring.returns-opened': { 'zh-CN': '查看监测月报', en: 'Opened the monthly returns' },
  'monitoring.return-exported': { 'zh-CN': '导出监测月报', en: 'Exported a monthly return' },
});

type Cell = string | { readonly number: string };
const whole = (n: number | null, hidden: string): Cell => (n === null ? hidden : { number: String(n) });

function yuan(fen: string): Cell {
  const amount = BigInt(fen);
  const [sign, size] = amount < 0n ? ['-', -amount] : ['', amount];
  return { number: `${sign}${size / 100n}.${String(size % 100n).padStart(2, '0')}` };
}

function figureCells(f: FiguresShown, hidden: string): Cell[] {
  const n = (count: number | null) => whole(count, hidden);
  return [
    ...[n(f.firms), n(f.loans), f.balanceFen === null ? hidden : yuan(f.balanceFen)],
    ...tiers.map((tier) => n(f.tiers[tier])),
    ...[f.raised.yellow, f.raised.orange, f.raised.red, f.live, f.overdueAnswers].map(n),
    ...[f.closed.confirmed, f.closed.explained, f.closed.cured, f.closed['false-alarm']].map(n),
    ...[f.followUps, f.measures === undefined ? 0 : f.measures, f.adopted].map(n),
  ];
}

/** A return as rows of a file: places with their total, then signals; amounts in yuan, in words what is kept back. */
export function returnRows(body: ReturnShown, locale: Locale): Cell[][] {
  const t = translate(returnText, locale);
  const hidden = t('return.hidden');
  const head = [
    ...[t('return.place'), t('return.firms'), t('return.loans'), t('return.balance-yuan')],
    ...tiers.map((tier) => tierWord(tier, locale)),
    ...[t('return.yellow'), t('return.orange'), t('return.red'), t('return.live'), t('return.overdue')],
    ...[t('return.confirmed'), t('return.explained'), t('return.cured'), t('return.false-alarm')],
    ...[t('return.follow-ups'), t('return.case-measures'), t('return.adopted')],
  ];
  return [
    head,
    ...body.lines.map((line) => [line.code ? line.name : t('return.rest'), ...figureCells(line, hidden)]),
    [t('return.total'), ...figureCells(body.total, hidden)],
    [],
    [t('return.signal'), t('return.new'), t('return.closed'), t('return.right')],
    ...body.signals.map(({ code, raised, closed, right }) => [
      wordSignal(code, locale),
      ...[raised, closed, right].map((n) => whole(n, hidden)),
    ]),
  ];
}
