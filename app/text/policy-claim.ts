import type { Cut, Line } from '~/domain/policy/line.ts';
import { defineText } from '~/text/define.ts';
import { showDay, showFen, showPpm } from '~/text/format.ts';
import { boundWords, causeWords, determinationWords, listOf, wordOf } from '~/text/policy-words.ts';

type LineOf<C extends Line['code']> = Extract<Line, { code: C }>;

const zh = {
  fen: (digits: string) => showFen(digits, 'zh-CN'),
  ppm: (value: number) => showPpm(value, 'zh-CN', value % 10_000 === 0 ? 0 : 2),
  day: (on: string) => showDay(on, 'zh-CN'),
};
const en = {
  fen: (digits: string) => showFen(digits, 'en'),
  ppm: (value: number) => showPpm(value, 'en', value % 10_000 === 0 ? 0 : 2),
  day: (on: string) => showDay(on, 'en'),
};

function cutZh(l: Cut): string {
  if (l.by === 'part')
    return `只有 ${zh.fen(l.eligibleFen)}（共 ${zh.fen(l.principalFen)}）用于支持范围，按比例计`;
  if (l.by === 'period') return `自 ${zh.day(l.from)} 首次放款起，只贴到 ${zh.day(l.until)}（不含）`;
  if (l.by === 'borrower-cap')
    return `单户本金上限 ${zh.fen(l.capFen)}，同一借款人在各行的其他贷款已占用 ${zh.fen(l.usedFen)}`;
  if (l.by === 'rate-room')
    return `合同利率 ${zh.ppm(l.contractPpm)}，地方已贴 ${zh.ppm(l.localPpm)}，合计不得超过合同利率`;
  if (l.by === 'year-cap') return `单户每个自然年度贴息不超过 ${zh.fen(l.capFen)}`;
  return `单户贴息总额不超过 ${zh.fen(l.capFen)}，已享受 ${zh.fen(l.usedFen)}`;
}

function cutEn(l: Cut): string {
  if (l.by === 'part')
    return `Only ${en.fen(l.eligibleFen)} of ${en.fen(l.principalFen)} serves covered purposes, so that part counts`;
  if (l.by === 'period')
    return `First drawn on ${en.day(l.from)}, so the subsidy ends before ${en.day(l.until)}`;
  if (l.by === 'borrower-cap')
    return `The cap of ${en.fen(l.capFen)} per borrower is used up to ${en.fen(l.usedFen)} by other loans at all banks`;
  if (l.by === 'rate-room')
    return `Local schemes pay ${en.ppm(l.localPpm)} of the contract’s ${en.ppm(l.contractPpm)}, which all together may not exceed`;
  if (l.by === 'year-cap') return `A borrower receives ${en.fen(l.capFen)} at most for each calendar year`;
  return `A borrower receives ${en.fen(l.capFen)} at most and has ${en.fen(l.usedFen)} already`;
}

/** How a claim or a subsidy reached its amount, line by line. */
export const policyClaimText = defineText({
  'policy.line.flat-share': {
    'zh-CN': (l: LineOf<'flat-share'>) => `补偿比例 ${zh.ppm(l.sharePpm)}。`,
    en: (l: LineOf<'flat-share'>) => `Share ${en.ppm(l.sharePpm)}.`,
  },
  'policy.line.above-bands': {
    'zh-CN': (l: LineOf<'above-bands'>) => `贷款 ${zh.fen(l.principalFen)} 超出最高一档，不补偿。`,
    en: (l: LineOf<'above-bands'>) =>
      `A loan of ${en.fen(l.principalFen)} is above the largest band: nothing is compensated.`,
  },
  'policy.line.cause': {
    'zh-CN': (l: LineOf<'cause'>) =>
      `损失原因“${wordOf(causeWords, l.cause, 'zh-CN')}”，补偿比例 ${zh.ppm(l.sharePpm)}。${
        l.others.length === 0 ? '' : `另有原因：${listOf(causeWords, l.others, 'zh-CN')}，不改变比例。`
      }`,
    en: (l: LineOf<'cause'>) =>
      `Lost to ${wordOf(causeWords, l.cause, 'en')}: share ${en.ppm(l.sharePpm)}.${
        l.others.length === 0 ? '' : ` Also found: ${listOf(causeWords, l.others, 'en')}; the share stays.`
      }`,
  },
  'policy.line.negotiated': {
    'zh-CN': '没有固定比例的原因，由政府与银行协商。',
    en: 'No cause with a fixed share is proven: government and bank negotiate.',
  },
  'policy.line.determination-missing': {
    'zh-CN': (l: LineOf<'determination-missing'>) =>
      `“${wordOf(causeWords, l.cause, 'zh-CN')}”须先有${wordOf(determinationWords, l.requires, 'zh-CN')}，请补充后再算。`,
    en: (l: LineOf<'determination-missing'>) =>
      `${wordOf(causeWords, l.cause, 'en')} counts only with ${wordOf(determinationWords, l.requires, 'en')}. Put it on file first.`,
  },
  'policy.line.share-not-published': {
    'zh-CN': '已读到的文件没有写明补偿比例，不能自动计算。',
    en: 'The share is not stated in any source that was read: nothing is computed.',
  },
  'policy.line.not-enrolled': {
    'zh-CN': '放款时未备案，不予补偿。',
    en: 'The loan was not enrolled at disbursement: it is not compensated.',
  },
  'policy.line.fuse-blown': {
    'zh-CN': '已触发熔断，暂缓补偿。',
    en: 'The fuse has blown: the claim is deferred.',
  },
  'policy.line.eligible-loss': {
    'zh-CN': (l: LineOf<'eligible-loss'>) =>
      l.recoveredFen === '0'
        ? `未还本金 ${zh.fen(l.unpaidFen)}，全部计入损失（利息不计）。`
        : `未还本金 ${zh.fen(l.unpaidFen)}，减去已回收 ${zh.fen(l.recoveredFen)}，计入损失 ${zh.fen(l.eligibleFen)}。`,
    en: (l: LineOf<'eligible-loss'>) =>
      l.recoveredFen === '0'
        ? `Unpaid principal ${en.fen(l.unpaidFen)}, all of it loss; interest does not count.`
        : `Unpaid principal ${en.fen(l.unpaidFen)} less ${en.fen(l.recoveredFen)} recovered: a loss of ${en.fen(l.eligibleFen)}.`,
  },
  'policy.line.came-back': {
    'zh-CN': (l: LineOf<'came-back'>) =>
      `申请后已追回 ${zh.fen(l.netFen)}（扣除费用），资金池按承担比例分得 ${zh.fen(l.partFen)}，应补偿 ${zh.fen(l.amountFen)}。`,
    en: (l: LineOf<'came-back'>) =>
      `Since the claim ${en.fen(l.netFen)} came back net of costs; the pool’s part by what it bears is ${en.fen(l.partFen)}, so ${en.fen(l.amountFen)} is owed.`,
  },
  'policy.line.share-of-loss': {
    'zh-CN': (l: LineOf<'share-of-loss'>) =>
      `${zh.fen(l.eligibleFen)} × ${zh.ppm(l.sharePpm)} = ${zh.fen(l.amountFen)}。`,
    en: (l: LineOf<'share-of-loss'>) =>
      `${en.fen(l.eligibleFen)} × ${en.ppm(l.sharePpm)} = ${en.fen(l.amountFen)}.`,
  },
  'policy.line.limited': {
    'zh-CN': (l: LineOf<'limited'>) =>
      `${wordOf(boundWords, l.bound, 'zh-CN')} ${zh.fen(l.limitFen)}，由 ${zh.fen(l.beforeFen)} 减为 ${zh.fen(l.afterFen)}。`,
    en: (l: LineOf<'limited'>) =>
      `Limited by ${wordOf(boundWords, l.bound, 'en')} (${en.fen(l.limitFen)}): ${en.fen(l.beforeFen)} becomes ${en.fen(l.afterFen)}.`,
  },
  'policy.line.within': {
    'zh-CN': (l: LineOf<'within'>) =>
      `${wordOf(boundWords, l.bound, 'zh-CN')} ${zh.fen(l.limitFen)}，足够，不减。`,
    en: (l: LineOf<'within'>) =>
      `Within ${wordOf(boundWords, l.bound, 'en')} (${en.fen(l.limitFen)}): nothing comes off.`,
  },
  'policy.line.waits': {
    'zh-CN': (l: LineOf<'waits'>) =>
      `应补 ${zh.fen(l.askedFen)}，资金池只剩 ${zh.fen(l.poolFen)}，按政策等待补足后一次支付。`,
    en: (l: LineOf<'waits'>) =>
      `${en.fen(l.askedFen)} is due but the pool holds ${en.fen(l.poolFen)}: the claim keeps its place until the pool is filled.`,
  },
  'policy.line.borne-line': {
    'zh-CN': (l: LineOf<'borne-line'>) =>
      `LPR ${zh.ppm(l.lprPpm)} ${l.plusPpm < 0 ? '减' : '加'} ${zh.ppm(Math.abs(l.plusPpm))} = ${zh.ppm(l.linePpm)}，由借款人承担；合同利率 ${zh.ppm(l.contractPpm)} 中超出部分由财政贴息。`,
    en: (l: LineOf<'borne-line'>) =>
      `The borrower bears LPR ${en.ppm(l.lprPpm)} ${l.plusPpm < 0 ? 'less' : 'plus'} ${en.ppm(Math.abs(l.plusPpm))} = ${en.ppm(l.linePpm)}; what the contract’s ${en.ppm(l.contractPpm)} exceeds is subsidised.`,
  },
  'policy.line.full-subsidy': {
    'zh-CN': (l: LineOf<'full-subsidy'>) =>
      `全部余额、全部期限按年化 ${zh.ppm(l.appliedPpm)} 计，应贴 ${zh.fen(l.amountFen)}。`,
    en: (l: LineOf<'full-subsidy'>) =>
      `On the whole balance to maturity at ${en.ppm(l.appliedPpm)} a year: ${en.fen(l.amountFen)}.`,
  },
  'policy.line.reduced': {
    'zh-CN': (l: LineOf<'reduced'>) => `${cutZh(l)}：${zh.fen(l.beforeFen)} 减为 ${zh.fen(l.afterFen)}。`,
    en: (l: LineOf<'reduced'>) => `${cutEn(l)}: ${en.fen(l.beforeFen)} becomes ${en.fen(l.afterFen)}.`,
  },
  'policy.why': {
    'zh-CN': (fullFen: string, paidFen: string) =>
      fullFen === paidFen
        ? `全额贴息 ${zh.fen(paidFen)}。`
        : `为什么是 ${zh.fen(paidFen)}，而不是 ${zh.fen(fullFen)}：`,
    en: (fullFen: string, paidFen: string) =>
      fullFen === paidFen
        ? `The full ${en.fen(paidFen)} is paid.`
        : `Why ${en.fen(paidFen)} and not ${en.fen(fullFen)}:`,
  },
  'policy.line.interest-share': {
    'zh-CN': (l: LineOf<'interest-share'>) =>
      `按合同利率 ${zh.ppm(l.contractPpm)} 的 ${zh.ppm(l.sharePpm)} 贴息。`,
    en: (l: LineOf<'interest-share'>) =>
      `${en.ppm(l.sharePpm)} of the contract’s ${en.ppm(l.contractPpm)} is subsidised.`,
  },
});
