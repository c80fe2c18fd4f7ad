import { tiers } from '~/domain/loan/five-tier.ts';
import { loanText } from '~/text/loan.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { useText } from '~/ui/text.ts';

const tones = {
  normal: 'good',
  'special-mention': 'warn',
  substandard: 'alert',
  doubtful: 'bad',
  loss: 'bad',
} as const;

/** The five-tier class with the days past due beside it. */
export function TierBadge({ tier, dpd }: { tier: string | null; dpd: number | null }) {
  const t = useText(loanText);
  const known = tiers.find((x) => x === tier) ?? 'normal';
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <Badge tone={tones[known]}>{t(`tier.${known}`)}</Badge>
      {dpd ? <span className="num text-sm text-bad">{t('loan.dpd-short', dpd)}</span> : null}
    </span>
  );
}
