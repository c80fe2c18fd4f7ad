import { type Fen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import { ppm, shareOf } from '~/domain/kernel/rate.ts';
import { type Funding, splitFunding } from '~/domain/policy/subsidy.ts';
import type { SubsidyRules } from '~/domain/policy/subsidy-rules.ts';

/** What a bank is paid for its new lending of a period under a scheme. */
export type VolumeReward = {
  readonly volume: Fen;
  /** Less what was granted before. */
  readonly amount: Fen;
  /** Per payer, adding up to the amount. */
  readonly funding: readonly Funding[];
};

/**
 * The reward for new lending (domain.md G13: 1 % of new volume): the scheme's part of the volume, rounded half up once and
 * divided over the payers of the scheme, less what each of them was asked for before; never below zero.
 */
export function volumeRewardOf(
  { volumeRewardPpm, funding: split }: Pick<SubsidyRules, 'volumeRewardPpm' | 'funding'>,
  principals: readonly Fen[],
  before: readonly Funding[] = [],
): VolumeReward {
  const volume = plus(zeroFen, ...principals);
  const funding = differences(volume, volumeRewardPpm, split, before).map(({ payer, amount }) => ({
    payer,
    amount: amount > 0n ? amount : zeroFen,
  }));
  return { volume, amount: plus(zeroFen, ...funding.map((part) => part.amount)), funding };
}

/**
 * The reward for first loans: the scheme's part of those that count now, less what was granted so far. Negative where some
 * of them proved to be none (domain.md, edge case 7): what was paid is posted back and stays on the books.
 */
export function firstLoanRewardOf(
  { firstLoanRewardPpm, funding: split }: Pick<SubsidyRules, 'firstLoanRewardPpm' | 'funding'>,
  volume: Fen,
  before: readonly Funding[] = [],
): VolumeReward {
  const funding = differences(volume, firstLoanRewardPpm, split, before);
  return { volume, amount: plus(zeroFen, ...funding.map((part) => part.amount)), funding };
}

/** Per payer, its part of the whole reward less what it was asked for before. */
function differences(
  volume: Fen,
  share: number | undefined,
  split: SubsidyRules['funding'],
  before: readonly Funding[],
): Funding[] {
  return splitFunding(shareOf(volume, ppm(share ?? 0)), split).map(({ payer, amount }) => {
    const asked = before.filter((part) => part.payer === payer).map((part) => part.amount);
    return { payer, amount: minus(amount, plus(zeroFen, ...asked)) };
  });
}
