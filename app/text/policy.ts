import type { Line, Reason } from '~/domain/policy/line.ts';
import { defineText } from '~/text/define.ts';
import { showDay, showFen, showPpm } from '~/text/format.ts';
import { policyClaimText } from '~/text/policy-claim.ts';
import {
  boundWords,
  dayCountWords,
  flagWords,
  listOf,
  schemeWords,
  sizeWords,
  wordOf,
} from '~/text/policy-words.ts';

type LineOf<C extends Line['code']> = Extract<Line, { code: C }>;
type ReasonOf<C extends Reason['code']> = Extract<Reason, { code: C }>;

const zh = {
  fen: (digits: string) => showFen(digits, 'zh-CN', 'short'),
  exact: (digits: string) => showFen(digits, 'zh-CN'),
  ppm: (value: number) => showPpm(value, 'zh-CN', value % 10_000 === 0 ? 0 : 2),
  day: (day: string) => showDay(day, 'zh-CN'),
};
const en = {
  fen: (digits: string) => showFen(digits, 'en', 'short'),
  exact: (digits: string) => showFen(digits, 'en'),
  ppm: (value: number) => showPpm(value, 'en', value % 10_000 === 0 ? 0 : 2),
  day: (day: string) => showDay(day, 'en'),
};

/** How a scheme reached its amount (`policy.line.*`) and why it pays nothing (`policy.reason.*`). */
export const policyText = defineText({
  ...policyClaimText,
  'policy.line.band': {
    'zh-CN': (l: LineOf<'band'>) =>
      `贷款 ${zh.fen(l.principalFen)}，在不超过 ${zh.fen(l.upToFen)} 一档，补偿比例 ${zh.ppm(l.sharePpm)}。`,
    en: (l: LineOf<'band'>) =>
      `A loan of ${en.fen(l.principalFen)} falls in the band up to ${en.fen(l.upToFen)}: share ${en.ppm(l.sharePpm)}.`,
  },
  'policy.line.guarantor-mode': {
    'zh-CN': (l: LineOf<'guarantor-mode'>) =>
      `由担保机构承保，按担保模式补偿 ${zh.ppm(l.sharePpm)}，不再适用银行模式。`,
    en: (l: LineOf<'guarantor-mode'>) =>
      `Guaranteed loan: compensated through the guarantor at ${en.ppm(l.sharePpm)}, not through the bank.`,
  },
  'policy.line.add-on': {
    'zh-CN': (l: LineOf<'add-on'>) =>
      `${listOf(flagWords, l.flags, 'zh-CN')}，比例提高 ${zh.ppm(l.sharePpm)}。`,
    en: (l: LineOf<'add-on'>) => `${listOf(flagWords, l.flags, 'en')}: ${en.ppm(l.sharePpm)} more.`,
  },
  'policy.line.ceiling': {
    'zh-CN': (l: LineOf<'ceiling'>) => `合计 ${zh.ppm(l.summedPpm)}，按上限 ${zh.ppm(l.ceilingPpm)} 执行。`,
    en: (l: LineOf<'ceiling'>) =>
      `Together ${en.ppm(l.summedPpm)}, limited to the ceiling of ${en.ppm(l.ceilingPpm)}.`,
  },
  'policy.line.shares-by-cause': {
    'zh-CN': (l: LineOf<'shares-by-cause'>) =>
      `补偿比例视损失原因而定：${zh.ppm(l.lowestPpm)} 至 ${zh.ppm(l.highestPpm)}。`,
    en: (l: LineOf<'shares-by-cause'>) =>
      `The share depends on the cause of the loss: ${en.ppm(l.lowestPpm)} to ${en.ppm(l.highestPpm)}.`,
  },
  'policy.line.compensation-up-to': {
    'zh-CN': (l: LineOf<'compensation-up-to'>) =>
      `如本金全部损失：${zh.exact(l.principalFen)} × ${zh.ppm(l.sharePpm)} = ${zh.exact(l.amountFen)}。`,
    en: (l: LineOf<'compensation-up-to'>) =>
      `If all principal were lost: ${en.exact(l.principalFen)} × ${en.ppm(l.sharePpm)} = ${en.exact(l.amountFen)}.`,
  },
  'policy.line.paid-least': {
    'zh-CN': (l: LineOf<'paid-least'>) =>
      `实际补偿 ${zh.exact(l.amountFen)}，由“${wordOf(boundWords, l.bound, 'zh-CN')}”决定。`,
    en: (l: LineOf<'paid-least'>) =>
      `Paid ${en.exact(l.amountFen)}, set by ${wordOf(boundWords, l.bound, 'en')}.`,
  },
  'policy.line.sector': {
    'zh-CN': (l: LineOf<'sector'>) => `属于支持领域：${wordOf(schemeWords, l.sector, 'zh-CN')}。`,
    en: (l: LineOf<'sector'>) => `Supported sector: ${wordOf(schemeWords, l.sector, 'en')}.`,
  },
  'policy.line.points': {
    'zh-CN': (l: LineOf<'points'>) =>
      l.appliedPpm === l.schemePpm
        ? `贴息 ${zh.ppm(l.appliedPpm)}（年化）。`
        : `政策贴息 ${zh.ppm(l.schemePpm)}，但合同利率 ${zh.ppm(l.contractPpm)}、地方已贴 ${zh.ppm(l.localPpm)}，本项只能贴 ${zh.ppm(l.appliedPpm)}。`,
    en: (l: LineOf<'points'>) =>
      l.appliedPpm === l.schemePpm
        ? `${en.ppm(l.appliedPpm)} of interest a year is subsidised.`
        : `The scheme pays ${en.ppm(l.schemePpm)}; of the contract’s ${en.ppm(l.contractPpm)} local schemes pay ${en.ppm(l.localPpm)}, so ${en.ppm(l.appliedPpm)} is left.`,
  },
  'policy.line.principal-cap': {
    'zh-CN': (l: LineOf<'principal-cap'>) =>
      l.usedFen === '0'
        ? `单户贴息本金上限 ${zh.fen(l.capFen)}。`
        : `单户贴息本金上限 ${zh.fen(l.capFen)}，各行已用 ${zh.fen(l.usedFen)}，剩余 ${zh.fen(l.leftFen)}。`,
    en: (l: LineOf<'principal-cap'>) =>
      l.usedFen === '0'
        ? `At most ${en.fen(l.capFen)} of principal per borrower counts.`
        : `At most ${en.fen(l.capFen)} of principal per borrower counts; ${en.fen(l.usedFen)} is used over all banks, ${en.fen(l.leftFen)} is left.`,
  },
  'policy.line.period': {
    'zh-CN': (l: LineOf<'period'>) => `贴息期 ${zh.day(l.from)} 至 ${zh.day(l.until)}，共 ${l.days} 天。`,
    en: (l: LineOf<'period'>) => `Subsidised from ${en.day(l.from)} to ${en.day(l.until)}, ${l.days} days.`,
  },
  'policy.line.interest-subsidised': {
    'zh-CN': (l: LineOf<'interest-subsidised'>) =>
      `逐日按计划余额 × ${zh.ppm(l.appliedPpm)}，计息基础 ${wordOf(dayCountWords, l.dayCount, 'zh-CN')}，合计 ${zh.exact(l.amountFen)}。`,
    en: (l: LineOf<'interest-subsidised'>) =>
      `Day by day on the planned balance × ${en.ppm(l.appliedPpm)}, ${wordOf(dayCountWords, l.dayCount, 'en')}: ${en.exact(l.amountFen)} in all.`,
  },
  'policy.line.amount-cap': {
    'zh-CN': (l: LineOf<'amount-cap'>) => `单户贴息总额不超过 ${zh.fen(l.capFen)}。`,
    en: (l: LineOf<'amount-cap'>) => `A borrower receives ${en.fen(l.capFen)} at most.`,
  },
  'policy.line.year-amount-cap': {
    'zh-CN': (l: LineOf<'year-amount-cap'>) =>
      `单户每个自然年度贴息不超过 ${zh.fen(l.capFen)}，各年度合计 ${zh.fen(l.amountFen)}。`,
    en: (l: LineOf<'year-amount-cap'>) =>
      `A borrower receives ${en.fen(l.capFen)} at most for each calendar year: ${en.fen(l.amountFen)} in all.`,
  },
  'policy.line.funded': {
    'zh-CN': (l: LineOf<'funded'>) =>
      `${wordOf(schemeWords, l.payer, 'zh-CN')}承担 ${zh.ppm(l.sharePpm)}：${zh.exact(l.amountFen)}。`,
    en: (l: LineOf<'funded'>) =>
      `${en.ppm(l.sharePpm)} from ${wordOf(schemeWords, l.payer, 'en')}: ${en.exact(l.amountFen)}.`,
  },
  'policy.reason.outside-region': {
    'zh-CN': (_r: ReasonOf<'outside-region'>, region: string, regions: string) =>
      `企业所在地（${region}）不在政策适用地区（${regions}）。`,
    en: (_r: ReasonOf<'outside-region'>, region: string, regions: string) =>
      `The firm’s region (${region}) is outside the area of the scheme (${regions}).`,
  },
  'policy.reason.outside-sectors': {
    'zh-CN': (r: ReasonOf<'outside-sectors'>) =>
      `所属行业不在支持领域：${listOf(schemeWords, r.sectors, 'zh-CN')}。`,
    en: (r: ReasonOf<'outside-sectors'>) =>
      `The firm’s industry is none of the supported sectors: ${listOf(schemeWords, r.sectors, 'en')}.`,
  },
  'policy.reason.size-undetermined': {
    'zh-CN': '企业规模尚未划型。请补充从业人数、营业收入或资产总额。',
    en: 'The size class is not known. Declare staff, revenue or assets.',
  },
  'policy.reason.outside-sizes': {
    'zh-CN': (r: ReasonOf<'outside-sizes'>) =>
      `${wordOf(sizeWords, r.size, 'zh-CN')}企业不在适用范围：${listOf(sizeWords, r.sizes, 'zh-CN')}。`,
    en: (r: ReasonOf<'outside-sizes'>) =>
      `A ${wordOf(sizeWords, r.size, 'en')} firm is not covered; covered are: ${listOf(sizeWords, r.sizes, 'en')}.`,
  },
  'policy.reason.outside-purposes': {
    'zh-CN': (r: ReasonOf<'outside-purposes'>) =>
      `贷款用途“${wordOf(schemeWords, r.purpose, 'zh-CN')}”不在支持范围：${listOf(schemeWords, r.purposes, 'zh-CN')}。`,
    en: (r: ReasonOf<'outside-purposes'>) =>
      `The purpose “${wordOf(schemeWords, r.purpose, 'en')}” is not covered; covered are: ${listOf(schemeWords, r.purposes, 'en')}.`,
  },
  'policy.reason.not-on-list': {
    'zh-CN': (r: ReasonOf<'not-on-list'>) => `借款人不在名单内：${listOf(schemeWords, r.lists, 'zh-CN')}。`,
    en: (r: ReasonOf<'not-on-list'>) =>
      `The borrower is on none of the lists: ${listOf(schemeWords, r.lists, 'en')}.`,
  },
  'policy.reason.principal-outside': {
    'zh-CN': (r: ReasonOf<'principal-outside'>) =>
      `贷款 ${zh.fen(r.principalFen)} 不在政策金额范围，最高 ${zh.fen(r.maxFen)}。`,
    en: (r: ReasonOf<'principal-outside'>) =>
      `A loan of ${en.fen(r.principalFen)} is outside the amounts covered, at most ${en.fen(r.maxFen)}.`,
  },
  'policy.reason.term-too-long': {
    'zh-CN': (r: ReasonOf<'term-too-long'>) => `期限 ${r.termMonths} 个月，超过最长 ${r.maxMonths} 个月。`,
    en: (r: ReasonOf<'term-too-long'>) => `A term of ${r.termMonths} months exceeds ${r.maxMonths}.`,
  },
  'policy.reason.contract-outside-window': {
    'zh-CN': (r: ReasonOf<'contract-outside-window'>) =>
      `合同签订于 ${zh.day(r.on)}，不在 ${zh.day(r.from)} 至 ${zh.day(r.to)} 之间。`,
    en: (r: ReasonOf<'contract-outside-window'>) =>
      `The contract of ${en.day(r.on)} is not between ${en.day(r.from)} and ${en.day(r.to)}.`,
  },
  'policy.reason.drawdown-outside-window': {
    'zh-CN': (r: ReasonOf<'drawdown-outside-window'>) =>
      `首次放款于 ${zh.day(r.on)}，不在 ${zh.day(r.from)} 至 ${zh.day(r.to)} 之间。`,
    en: (r: ReasonOf<'drawdown-outside-window'>) =>
      `The first drawdown of ${en.day(r.on)} is not between ${en.day(r.from)} and ${en.day(r.to)}.`,
  },
  'policy.reason.excluded-industry': {
    'zh-CN': (r: ReasonOf<'excluded-industry'>) => `所属行业（${r.industry}）在政策的排除范围内。`,
    en: (r: ReasonOf<'excluded-industry'>) =>
      `The firm’s industry (${r.industry}) is kept out by the scheme.`,
  },
  'policy.reason.lacks-flags': {
    'zh-CN': (r: ReasonOf<'lacks-flags'>) => `只支持：${listOf(flagWords, r.flags, 'zh-CN')}。`,
    en: (r: ReasonOf<'lacks-flags'>) => `Covered only: ${listOf(flagWords, r.flags, 'en')}.`,
  },
  'policy.reason.lender-not-listed': {
    'zh-CN': (r: ReasonOf<'lender-not-listed'>) =>
      `${r.lender}不在经办机构名单内${r.lenders > 0 ? `（名单共 ${r.lenders} 家）` : ''}。`,
    en: (r: ReasonOf<'lender-not-listed'>) =>
      `${r.lender} is not among the scheme’s lenders${r.lenders > 0 ? ` (${r.lenders} on the list)` : ''}.`,
  },
  'policy.reason.rate-too-high': {
    'zh-CN': (r: ReasonOf<'rate-too-high'>) =>
      `合同利率 ${zh.ppm(r.contractPpm)} 高于政策上限 ${zh.ppm(r.maxPpm)}。`,
    en: (r: ReasonOf<'rate-too-high'>) =>
      `The contract rate of ${en.ppm(r.contractPpm)} is above the scheme’s ${en.ppm(r.maxPpm)}.`,
  },
  'policy.reason.share-unknown': {
    'zh-CN': '已读到的文件没有写明补偿比例，不能自动计算。',
    en: 'The share is not stated in any source that was read: nothing is computed.',
  },
  'policy.reason.lpr-unknown': {
    'zh-CN': '没有合同签订日的 LPR 报价，不能计算。',
    en: 'No LPR quote is on file for the day of the contract: nothing is computed.',
  },
  'policy.reason.excluded-by': {
    'zh-CN': (_r: ReasonOf<'excluded-by'>, scheme: string) => `已享受“${scheme}”，不能同时享受本项。`,
    en: (_r: ReasonOf<'excluded-by'>, scheme: string) => `Not together with “${scheme}”, which already pays.`,
  },
  'policy.reason.period-over': {
    'zh-CN': (r: ReasonOf<'period-over'>) =>
      `这笔资金自 ${zh.day(r.from)} 首次放款起已满 ${r.months} 个月，贴息期已过。`,
    en: (r: ReasonOf<'period-over'>) =>
      `The ${r.months} months since this money was first drawn on ${en.day(r.from)} are over.`,
  },
  'policy.reason.not-new-money': {
    'zh-CN': '续贷或转贷不是新发放贷款，不在支持范围。',
    en: 'A renewal or refinancing is no new loan and is not covered.',
  },
  'policy.reason.already-subsidised': {
    'zh-CN': (_r: ReasonOf<'already-subsidised'>, scheme: string) =>
      `同一笔资金已享受中央贴息（${scheme}），不能重复享受。`,
    en: (_r: ReasonOf<'already-subsidised'>, scheme: string) =>
      `A central scheme (${scheme}) already subsidises this money; it cannot be subsidised twice.`,
  },
  'policy.reason.better-scheme-chosen': {
    'zh-CN': (_r: ReasonOf<'better-scheme-chosen'>, scheme: string) =>
      `一笔贷款只能享受一项中央贴息，已按金额更高的“${scheme}”计算。`,
    en: (_r: ReasonOf<'better-scheme-chosen'>, scheme: string) =>
      `One loan takes one central subsidy: “${scheme}” pays more and was chosen.`,
  },
  'policy.reason.cap-used-up': {
    'zh-CN': (r: ReasonOf<'cap-used-up'>) =>
      `单户本金上限 ${zh.fen(r.capFen)} 已在各行用完（已用 ${zh.fen(r.usedFen)}）。`,
    en: (r: ReasonOf<'cap-used-up'>) =>
      `The cap of ${en.fen(r.capFen)} per borrower is used up over all banks (${en.fen(r.usedFen)} used).`,
  },
  'policy.reason.rate-used-up': {
    'zh-CN': (r: ReasonOf<'rate-used-up'>) =>
      `地方已贴 ${zh.ppm(r.localPpm)}，中央与地方合计不得超过合同利率 ${zh.ppm(r.contractPpm)}。`,
    en: (r: ReasonOf<'rate-used-up'>) =>
      `Local schemes already pay ${en.ppm(r.localPpm)}; all subsidies together may not exceed the contract rate of ${en.ppm(r.contractPpm)}.`,
  },
  'policy.region-unknown': { 'zh-CN': '未登记', en: 'not known' },
});
