import type { ConsentStatus } from '~/domain/consent/artefact.ts';
import { consentText } from '~/text/consent.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { useText } from '~/ui/text.ts';

const tones = {
  active: 'good',
  pending: 'info',
  paused: 'warn',
  expired: 'mute',
  withdrawn: 'alert',
  reached: 'mute',
} as const;

/** Whether a consent holds now. */
export function StatusBadge({ status }: { status: ConsentStatus | 'reached' }) {
  const t = useText(consentText);
  return <Badge tone={tones[status]}>{t(`consent.status.${status}`)}</Badge>;
}
