import type {
  ByCauseRules,
  BySizeRules,
  CompensationRules,
  FlatRules,
  FuseRule,
  PoolRules,
} from '~/domain/policy/compensation-rules.ts';
import type { Paragraph, Say } from '~/text/policy-say.ts';
import {
  causeWords,
  determinationWords,
  flagWords,
  listOf,
  schemeWords,
  wordOf,
} from '~/text/policy-words.ts';

function tellCauses(rules: ByCauseRules, s: Say): string[] {
  return rules.causes.map(({ cause, sharePpm, dominates, requires }) => {
    const name = wordOf(causeWords, cause, s.locale);
    const share = sharePpm === null ? (s.zh ? '由政府与银行协商' : 'negotiated') : s.ppm(sharePpm);
    const needs = requires
      ? s.zh
        ? `，须有${wordOf(determinationWords, requires, s.locale)}`
        : `, only with ${wordOf(determinationWords, requires, s.locale)}`
      : '';
    const first = dominates ? (s.zh ? '，优先于其他原因' : ', whatever else is proven') : '';
    return s.zh ? `${name}：${share}${needs}${first}。` : `${name}: ${share}${needs}${first}.`;
  });
}

function tellBase(rules: BySizeRules | FlatRules, s: Say): string[] {
  if (rules.form === 'by-size')
    return rules.bands.map((band) => {
      const [most, share] = [s.wan(band.upToWan), s.ppm(band.sharePpm)];
      return s.zh ? `不超过 ${most}：${share}。` : `Up to ${most}: ${share}.`;
    });
  if (rules.sharePpm === null)
    return [s.zh ? '已读到的文件没有写明补偿比例。' : 'The share is not stated in a source that was read.'];
  const share = s.ppm(rules.sharePpm);
  return [s.zh ? `统一比例 ${share}。` : `One share for all: ${share}.`];
}

function tellShares(rules: CompensationRules, s: Say): string[] {
  if (rules.form === 'by-cause') return tellCauses(rules, s);
  const lines = tellBase(rules, s);
  for (const addOn of rules.addOns) {
    const [flags, more] = [listOf(flagWords, addOn.anyOf, s.locale), s.ppm(addOn.sharePpm)];
    lines.push(s.zh ? `有以下任一条件，提高 ${more}：${flags}。` : `${more} more for any of: ${flags}.`);
  }
  const ceiling = s.ppm(rules.ceilingPpm);
  if (rules.addOns.length > 0) lines.push(s.zh ? `合计不超过 ${ceiling}。` : `Together at most ${ceiling}.`);
  if (rules.guarantorMode) {
    const share = s.ppm(rules.guarantorMode.sharePpm);
    lines.push(
      s.zh
        ? `有担保机构承保的，只按担保模式补偿 ${share}，两种模式不能同享。`
        : `Guaranteed loans are compensated through the guarantor only, at ${share}; the two modes exclude each other.`,
    );
  }
  return lines;
}

function tellFuse(fuse: FuseRule, s: Say): string {
  const share = s.ppm(fuse.sharePpm);
  if (fuse.measure === 'overdue')
    return s.zh
      ? `逾期率${fuse.trigger === 'reached' ? '达到' : '超过'} ${share} 即暂停。`
      : `Stopped when the overdue rate ${fuse.trigger === 'reached' ? 'reaches' : 'exceeds'} ${share}.`;
  const basis =
    fuse.basis === 'net' ? (s.zh ? '扣除回收' : 'net of recoveries') : s.zh ? '不扣回收' : 'gross';
  return s.zh
    ? `当年已付和预留损失${fuse.trigger === 'reached' ? '达到' : '超过'}当年备案本金的 ${share}（${basis}）即暂缓补偿。`
    : `Claims are deferred when losses paid and held ${fuse.trigger === 'reached' ? 'reach' : 'exceed'} ${share} of the year’s enrolled principal (${basis}).`;
}

function tellPool(pool: PoolRules, s: Say): string[] {
  const lines: string[] = [];
  const say = (zhText: string, enText: string) => lines.push(s.zh ? zhText : enText);
  if (pool.initialWan !== null)
    say(`首期 ${s.wan(pool.initialWan)}。`, `Begins with ${s.wan(pool.initialWan)}.`);
  if (pool.maxWan !== null) say(`规模不超过 ${s.wan(pool.maxWan)}。`, `At most ${s.wan(pool.maxWan)}.`);
  if (pool.sources.length > 0) {
    const payers = pool.sources.map((each) => wordOf(schemeWords, each.payer, s.locale));
    const ratio = pool.sources.map((each) => each.parts).join(':');
    say(`来源：${s.list(payers)} ${ratio}。`, `Filled by ${s.list(payers)}, ${ratio}.`);
  }
  if (pool.leverage !== null)
    say(
      `贷款总额不超过资金池的 ${pool.leverage} 倍。`,
      `Lending is at most ${pool.leverage} times the pool.`,
    );
  if (pool.ringFenced) say('专户封闭运行。', 'Kept in an account of its own.');
  return lines;
}

function tellLimits(rules: CompensationRules, s: Say): string[] {
  const lines: string[] = [];
  const say = (zhText: string, enText: string) => lines.push(s.zh ? zhText : enText);
  if (rules.yearCapWan !== null)
    say(`每年不超过 ${s.wan(rules.yearCapWan)}。`, `At most ${s.wan(rules.yearCapWan)} a year.`);
  if (rules.form !== 'by-cause' && rules.guarantorMode?.yearCapWan) {
    const cap = s.wan(rules.guarantorMode.yearCapWan);
    say(`其中担保模式每年不超过 ${cap}。`, `Of it at most ${cap} a year in guarantor mode.`);
  }
  if (rules.borrowerCapWan !== null)
    say(
      `单户不超过 ${s.wan(rules.borrowerCapWan)}。`,
      `At most ${s.wan(rules.borrowerCapWan)} per borrower.`,
    );
  if (rules.form === 'by-cause')
    say(
      `贷款 ${s.wan(rules.loanWan.min)} 至 ${s.wan(rules.loanWan.max)}，期限不超过 ${rules.maxTermMonths} 个月。`,
      `Loans of ${s.wan(rules.loanWan.min)} to ${s.wan(rules.loanWan.max)}, at most ${rules.maxTermMonths} months.`,
    );
  return [...lines, ...tellConditions(rules, s)];
}

function tellConditions(rules: CompensationRules, s: Say): string[] {
  const lines: string[] = [];
  const say = (zhText: string, enText: string) => lines.push(s.zh ? zhText : enText);
  if (rules.togetherPpm < 1_000_000) {
    const most = s.ppm(rules.togetherPpm);
    say(`各方合计不超过损失的 ${most}。`, `All payers together bear at most ${most} of the loss.`);
  }
  if (rules.straddling === 'partial')
    say('资金池不足时，先付池内余额。', 'When the pool runs short, what it holds is paid out.');
  else
    say(
      '资金池不足时，等待补足后一次支付。',
      'When the pool runs short, the claim waits until it is filled.',
    );
  if (rules.enrolmentRequired)
    say('放款时须备案，未备案不补偿。', 'Only loans enrolled at disbursement are compensated.');
  if (rules.alongside.length > 0) {
    const payers = listOf(schemeWords, rules.alongside, s.locale);
    say(
      `可由${payers}叠加补偿，合计不超过实际损失。`,
      `May be topped up by ${payers}, never above the loss.`,
    );
  }
  return lines;
}

/** A compensation scheme: shares, limits, fuse, pool. */
export function tellCompensation(rules: CompensationRules, s: Say): Paragraph[] {
  const fuses = [rules.fuse, rules.form === 'by-cause' ? null : (rules.guarantorMode?.fuse ?? null)];
  const fuseLines = [...new Set(fuses.flatMap((fuse) => (fuse ? [tellFuse(fuse, s)] : [])))];
  const pool = rules.pool ? tellPool(rules.pool, s) : [];
  return [
    { term: s.zh ? '补偿比例' : 'Share of the loss', lines: tellShares(rules, s) },
    { term: s.zh ? '限额和条件' : 'Limits and conditions', lines: tellLimits(rules, s) },
    ...(fuseLines.length > 0 ? [{ term: s.zh ? '熔断' : 'Fuse', lines: fuseLines }] : []),
    ...(pool.length > 0 ? [{ term: s.zh ? '资金池' : 'Pool', lines: pool }] : []),
  ];
}
