import { applicationText } from '~/text/application.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
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
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Badge tone={event.signed ? 'good' : 'bad'}>
                {t(event.signed ? 'signed.yes' : 'signed.no')}
              </Badge>
              <span className="text-sm text-ink-soft">
                {event.bankKey ? t('signed.own', event.bankKey) : t('signed.platform')}
              </span>
            </p>
          ),
      }))}
    />
  );
}

/** The way to the signed messages as a file; nothing where none was signed. */
export function SignedMessages({ at, events }: { at: string; events: readonly StepShown[] }) {
  const t = useText(applicationText);
  if (events.every(({ signed }) => signed === null)) return null;
  return (
    <p className="no-print mt-3">
      <TextLink to={`${at}/messages.json`} download>
        {t('signed.messages')}
      </TextLink>
    </p>
  );
}
