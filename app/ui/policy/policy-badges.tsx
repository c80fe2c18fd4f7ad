import { policyDeskText } from '~/text/policy-desk.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import { useText } from '~/ui/text.ts';

export type Standing = 'in-force' | 'ahead' | 'ended';

const tones = { 'in-force': 'good', ahead: 'info', ended: 'mute' } as const;

/** Whether a version counts today. */
export function StandingBadge({ standing }: { standing: Standing }) {
  const t = useText(policyDeskText);
  return <Badge tone={tones[standing]}>{t(`policy.standing.${standing}`)}</Badge>;
}

/** How many parts of a version were not confirmed in a source. */
export function UnverifiedBadge({ count }: { count: number }) {
  const t = useText(policyDeskText);
  if (count === 0) return <Badge tone="good">{t('policy.verified')}</Badge>;
  return <Badge tone="warn">{t('policy.unverified-count', count)}</Badge>;
}

/** From when until when a version is in force. */
export function PolicyPeriod({ from, to }: { from: string; to: string | null }) {
  const t = useText(policyDeskText);
  return (
    <span className="whitespace-nowrap">
      <DayText day={from} /> – {to === null ? t('policy.open-end') : <DayText day={to} />}
    </span>
  );
}

const draftTones = { draft: 'warn', published: 'good', discarded: 'mute' } as const;

/** How far a draft has come. */
export function DraftBadge({ state }: { state: keyof typeof draftTones }) {
  const t = useText(policyDeskText);
  return <Badge tone={draftTones[state]}>{t(`policy.state.${state}`)}</Badge>;
}
