import type { GuaranteeRules } from '~/domain/guarantee/guarantee-rules.ts';
import { type Fen, plus, zeroFen } from '~/domain/kernel/money.ts';
import { type Ppm, ppm, shareOf } from '~/domain/kernel/rate.ts';

/** A guarantee taken on in the period. */
export type GuaranteedVolume = { readonly liability: Fen; readonly fee: Ppm; readonly isSmeAgri: boolean };

export type GuarantorSubsidy = {
  readonly volume: Fen;
  /** For the guaranteed volume of SME and agriculture. */
  readonly forVolume: Fen;
  /** For fees below the usual one. */
  readonly forFees: Fen;
  readonly amount: Fen;
};

/** What the government pays a guarantor for a period (notice 002 (十二)): per guaranteed SME volume and per fee forgone. */
export function guarantorSubsidyOf(
  guarantees: readonly GuaranteedVolume[],
  { guarantorSubsidy: rules }: Pick<GuaranteeRules, 'guarantorSubsidy'>,
): GuarantorSubsidy {
  const counted = guarantees.filter((each) => each.isSmeAgri);
  const volume = plus(zeroFen, ...counted.map((each) => each.liability));
  const forgone = counted.map(({ liability, fee }) =>
    shareOf(liability, ppm(Math.max(0, rules.usualFeePpm - fee))),
  );
  const forVolume = shareOf(volume, ppm(rules.volumePpm));
  const forFees = shareOf(plus(zeroFen, ...forgone), ppm(rules.feeGapPartPpm));
  return { volume, forVolume, forFees, amount: plus(forVolume, forFees) };
}
