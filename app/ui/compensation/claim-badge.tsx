import { claimStateNames, waitsName } from '~/text/compensation-words.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { useLocale } from '~/ui/text.ts';

const tones: Readonly<Record<string, 'good' | 'info' | 'warn' | 'alert' | 'mute'>> = {
  waiting: 'warn',
  held: 'info',
  returned: 'alert',
  proposed: 'info',
  paid: 'good',
  refused: 'mute',
  withdrawn: 'mute',
};

/** Where a claim stands, and why it waits where it does. */
export function ClaimBadge({ state, waits }: { state: string; waits: string | null }) {
  const locale = useLocale();
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <Badge tone={tones[state] ?? 'mute'}>{claimStateNames(state, locale)}</Badge>
      {waits && state === 'waiting' ? (
        <span className="text-sm text-ink-soft">{waitsName(waits, locale)}</span>
      ) : null}
    </span>
  );
}
