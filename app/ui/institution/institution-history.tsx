import { institutionText } from '~/text/institution.ts';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { Timeline } from '~/ui/parts/timeline.tsx';
import { useText } from '~/ui/text.ts';

export type HistoryEvent = {
  readonly id: string;
  readonly kind: string;
  readonly reason: string | null;
  readonly until: string | null;
  readonly at: string;
  readonly by: string | null;
};

const kinds = [
  'institution.applied',
  'institution.approved',
  'institution.assessed',
  'institution.evidence-added',
  'institution.listed',
  'institution.suspended',
  'institution.resumed',
] as const;
const tones = {
  'institution.applied': 'mute',
  'institution.approved': 'good',
  'institution.assessed': 'info',
  'institution.evidence-added': 'info',
  'institution.listed': 'info',
  'institution.suspended': 'bad',
  'institution.resumed': 'good',
} as const;

/** What the security administrators did about an institution, latest first. */
export function InstitutionHistory({ events }: { events: readonly HistoryEvent[] }) {
  const t = useText(institutionText);
  const items = events.flatMap((event) => {
    const kind = kinds.find((known) => known === event.kind);
    if (!kind) return [];
    return [
      {
        key: event.id,
        at: <InstantText at={event.at} />,
        by: event.by ?? undefined,
        title: t(`institution.event.${kind}`),
        tone: tones[kind],
        children: event.until ? (
          <>
            {t('institution.until')} <DayText day={event.until} />
          </>
        ) : (
          event.reason
        ),
      },
    ];
  });
  return items.length > 0 ? <Timeline items={items} /> : <EmptyState title={t('institution.no-history')} />;
}
