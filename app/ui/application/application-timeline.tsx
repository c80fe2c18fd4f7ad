import { applicationText } from '~/text/application.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { Timeline } from '~/ui/parts/timeline.tsx';
import { useText } from '~/ui/text.ts';
import type { StepShown } from './application-shown.ts';

const tones: Record<string, 'good' | 'alert' | 'warn' | 'mute'> = {
  approved: 'good',
  accepted: 'good',
  contracted: 'good',
  disbursed: 'good',
  declined: 'alert',
  returned: 'warn',
  lapsed: 'warn',
  withdrawn: 'mute',
};

/** What happened, in order; each step of the bank with its checked signature. */
export function ApplicationTimeline({ events }: { events: readonly StepShown[] }) {
  const t = useText(applicationText);
  return (
    <Timeline
      items={events.map((event) => ({
        key: event.key,
        at: <InstantText at={event.at} />,
        by: event.userName || undefined,
        tone: tones[event.kind] ?? 'info',
        title: t(`step.${event.kind}` as 'step.submitted'),
        children:
          event.signed === null ? undefined : (
            <Badge tone={event.signed ? 'good' : 'bad'}>{t(event.signed ? 'signed.yes' : 'signed.no')}</Badge>
          ),
      }))}
    />
  );
}
