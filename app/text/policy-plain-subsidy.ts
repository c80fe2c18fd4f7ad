import type { SubsidyRules, Window } from '~/domain/policy/subsidy-rules.ts';
import type { Paragraph, Say } from '~/text/policy-say.ts';
import { schemeWords, wordOf } from '~/text/policy-words.ts';

const tellWindow = (window: Window, s: Say): string =>
  s.zh ? `${s.day(window.from)}至${s.day(window.to)}` : `${s.day(window.from)} to ${s.day(window.to)}`;

function tellPoints(rules: SubsidyRules, s: Say): string {
  if (rules.form === 'points')
    return s.zh ? `年化贴息 ${s.ppm(rules.pointsPpm)}。` : `${s.ppm(rules.pointsPpm)} of interest a year.`;
  if (rules.form === 'interest-share')
    return s.zh
      ? `按合同利息的 ${s.ppm(rules.sharePpm)} 贴息。`
      : `${s.ppm(rules.sharePpm)} of the contract’s interest.`;
  const years = rules.tenor === 'one-year' ? 1 : 5;
  const points = s.ppm(Math.abs(rules.plusPpm));
  const less = rules.plusPpm < 0;
  return s.zh
    ? `借款人承担 ${years} 年期 LPR ${less ? '减' : '加'} ${points} 以内的利息，超出部分由财政贴息。`
    : `The borrower bears interest up to the ${years}-year LPR ${less ? 'less' : 'plus'} ${points}; the rest is subsidised.`;
}

function tellCaps(rules: SubsidyRules, s: Say): string[] {
  const lines: string[] = [];
  const say = (zhText: string, enText: string) => lines.push(s.zh ? zhText : enText);
  say(
    `自首次放款起最长 ${rules.maxMonths} 个月。`,
    `For at most ${rules.maxMonths} months from the first drawdown.`,
  );
  if (rules.principalCapWan !== null) {
    const cap = s.wan(rules.principalCapWan);
    say(
      `单户贴息本金在各行合计不超过 ${cap}。`,
      `At most ${cap} of principal per borrower at all banks together.`,
    );
  }
  if (rules.amountCapWan !== null) {
    const cap = s.wan(rules.amountCapWan);
    say(`单户贴息合计不超过 ${cap}。`, `At most ${cap} of subsidy per borrower.`);
  }
  if (rules.yearAmountCapWan) {
    const cap = s.wan(rules.yearAmountCapWan);
    say(`单户每年不超过 ${cap}。`, `At most ${cap} per borrower and year.`);
  }
  return lines;
}

function tellConditions(rules: SubsidyRules, s: Say): string[] {
  const lines: string[] = [];
  const say = (zhText: string, enText: string) => lines.push(s.zh ? zhText : enText);
  if (rules.contractWindow) {
    const window = tellWindow(rules.contractWindow, s);
    say(`合同签订于${window}。`, `Contracts of ${window}.`);
  }
  const drawn = tellWindow(rules.drawdownWindow, s);
  say(`放款于${drawn}。`, `Drawn from ${drawn}.`);
  if (rules.newMoneyOnly)
    say('仅限新发放贷款，续贷、转贷不在内。', 'New money only: no renewals, no refinancing.');
  if (rules.paidFirst) say('先结后贴：利息实际支付后才贴。', 'Subsidised after the interest was paid.');
  if (rules.level === 'central')
    say(
      '一笔贷款只享受一项中央贴息；与地方贴息合计不超过合同利率。',
      'One loan takes one central subsidy; with local ones it never exceeds the contract rate.',
    );
  else say('与其他贴息合计不超过合同利率。', 'With other subsidies it never exceeds the contract rate.');
  if (rules.volumeRewardPpm) {
    const reward = s.ppm(rules.volumeRewardPpm);
    say(`另按新增贷款的 ${reward} 奖励银行。`, `Banks also receive ${reward} of their new lending.`);
  }
  if (rules.firstLoanRewardPpm) {
    const reward = s.ppm(rules.firstLoanRewardPpm);
    say(
      `另按首贷的 ${reward} 奖励银行；事后查明已有贷款的，冲减奖励。`,
      `Banks also receive ${reward} of their first loans; where an earlier loan comes to light, it is taken back.`,
    );
    if (rules.ownerLoan === 'counts')
      say('企业主经营性贷款也算已有贷款。', 'A business loan of the owner counts as an earlier loan.');
  }
  return lines;
}

/** A subsidy scheme: points, limits, who pays. */
export function tellSubsidy(rules: SubsidyRules, s: Say): Paragraph[] {
  const payers = rules.funding.map(({ payer, sharePpm }) => {
    const [who, share] = [wordOf(schemeWords, payer, s.locale), s.ppm(sharePpm)];
    return s.zh ? `${who}承担 ${share}。` : `${share} from ${who}.`;
  });
  const limits = [...tellCaps(rules, s), ...tellConditions(rules, s)];
  return [
    { term: s.zh ? '贴息标准' : 'Subsidy', lines: [tellPoints(rules, s)] },
    { term: s.zh ? '期限、限额和条件' : 'Period, limits and conditions', lines: limits },
    { term: s.zh ? '资金分担' : 'Who pays', lines: payers },
  ];
}
