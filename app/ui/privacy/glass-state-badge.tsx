import type { GlassState } from '~/domain/privacy/glass.ts';
import { privacyDeskText } from '~/text/privacy-desk.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { useText } from '~/ui/text.ts';

const tones = {
  waiting: 'info',
  refused: 'mute',
  open: 'bad',
  'to-review': 'warn',
  reviewed: 'good',
} as const satisfies Record<GlassState, string>;

export function GlassStateBadge({ state }: { state: GlassState }) {
  const t = useText(privacyDeskText);
  return <Badge tone={tones[state]}>{t(`glass.state.${state}`)}</Badge>;
}

/** By when an access has to be reviewed, red once that is over. */
export function ReviewDue({
  reviewDue,
  isReviewLate,
}: {
  readonly reviewDue: string | null;
  readonly isReviewLate: boolean;
}) {
  const t = useText(privacyDeskText);
  if (!reviewDue) return '—';
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <InstantText at={reviewDue} />
      {isReviewLate ? <Badge tone="bad">{t('glass.review-late')}</Badge> : null}
    </span>
  );
}
