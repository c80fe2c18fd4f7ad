import type { GlassState } from '~/domain/privacy/glass.ts';
import { privacyDeskText } from '~/text/privacy-desk.ts';
import { Badge } from '~/ui/parts/badge.tsx';
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
