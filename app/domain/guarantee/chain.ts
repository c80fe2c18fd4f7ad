import type { ChainParty, GuaranteeRules } from '~/domain/guarantee/guarantee-rules.ts';
import { type Fen, leastFen, minus, plus, wan, zeroFen } from '~/domain/kernel/money.ts';
import { type Ppm, ppm, shareOf } from '~/domain/kernel/rate.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

export type ChainShare = { readonly party: ChainParty; readonly share: Ppm; readonly amount: Fen };

export type ChainRefusal = {
  readonly code: 'guarantee.bank-share-too-small';
  readonly field: 'share';
  readonly minPpm: number;
};

/**
 * How the chain bears a loan of which `guaranteed` is guaranteed: the bank keeps the rest and no less than its least part;
 * the parties before it share the guaranteed part in the proportion of the table. Amounts add up to the principal.
 */
export function chainOf(
  principal: Fen,
  guaranteed: Ppm,
  rules: GuaranteeRules,
): Result<ChainShare[], ChainRefusal> {
  if (1_000_000 - guaranteed < rules.bankShareMinPpm)
    return refuse({ code: 'guarantee.bank-share-too-small', field: 'share', minPpm: rules.bankShareMinPpm });
  const others = rules.chain.filter(({ party }) => party !== 'bank');
  const whole = others.reduce((sum, { sharePpm }) => sum + sharePpm, 0);
  let leftPpm: number = guaranteed;
  let left = shareOf(principal, guaranteed);
  const shares = others.map(({ party, sharePpm }, i): ChainShare => {
    const last = i === others.length - 1;
    const share = last ? leftPpm : Math.round((guaranteed * sharePpm) / whole);
    const amount = last ? left : leastFen(shareOf(principal, ppm(share)), left);
    leftPpm -= share;
    left = minus(left, amount);
    return { party, share: ppm(share), amount };
  });
  const borne = plus(zeroFen, ...shares.map(({ amount }) => amount));
  const bank = {
    party: 'bank',
    share: ppm(1_000_000 - guaranteed),
    amount: minus(principal, borne),
  } as const;
  return accept([...shares, bank]);
}

/** The fund's yearly fee for its liability: the lower rate for loans up to the small amount (domain.md G14). */
export const fundFeeOf = (principal: Fen, liability: Fen, { fundFee }: GuaranteeRules): Fen =>
  shareOf(liability, ppm(principal <= wan(fundFee.smallUpToWan) ? fundFee.smallPpm : fundFee.otherPpm));
