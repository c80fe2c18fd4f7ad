import { type Fen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import { ppm, shareOf } from '~/domain/kernel/rate.ts';
import { type Funding, splitFunding } from '~/domain/policy/subsidy.ts';
import type { SubsidyRules } from '~/domain/policy/subsidy-rules.ts';

/** What a bank is paid for its new lending of a period under a scheme. */
export type VolumeReward = {
  readonly volume: Fen;
  /** Less what was granted for the period before; never below zero. */
  readonly amount: Fen;
  /** Per payer, adding up to the amount. */
  readonly funding: readonly Funding[];
};

/**
 * The reward for new lending (domain.md G13: 1 % of new volume): the scheme's part of the volume, rounded half up once and
 * divided over the payers of the scheme, less what each of them was asked for before.
 */
export function volumeRewardOf(
  { volumeRewardPpm, funding: split }: Pick<SubsidyRules, 'volumeRewardPpm' | 'funding'>,
  principals: readonly Fen[],
  before: readonly Funding[] = [],
): VolumeReward {
  const volume = plus(zeroFen, ...principals);
  const whole = splitFunding(shareOf(volume, ppm(volumeRewardPpm ?? 0)), split);
  const funding = whole.map(({ payer, amount }): Funding => {
    const asked = plus(zeroFen, ...before.filter((part) => part.payer === payer).map((part) => part.amount));
    return { payer, amount: amount > asked ? minus(amount, asked) : zeroFen };
  });
  return { volume, amount: plus(zeroFen, ...funding.map((part) => part.amount)), funding };
}
