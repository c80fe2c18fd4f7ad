import type { ReactNode } from 'react';
import type { ApplicationState } from '~/domain/application/state.ts';
import { applicationText } from '~/text/application.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { toneClasses } from '~/ui/parts/class-names.ts';
import { useText } from '~/ui/text.ts';

const tones = {
  submitted: 'info',
  'in-review': 'info',
  proposed: 'info',
  approved: 'good',
  accepted: 'good',
  contracted: 'good',
  disbursed: 'good',
  declined: 'alert',
  'second-look': 'info',
  withdrawn: 'mute',
  returned: 'warn',
  lapsed: 'warn',
} as const satisfies Record<ApplicationState, string>;

/** Where an application stands, in the lender's own words. */
export function StateBadge({ state }: { state: ApplicationState }) {
  const t = useText(applicationText);
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}

/** The same for the rows of a long list: no component for each. */
export function useStateBadges(): (state: ApplicationState) => ReactNode {
  const t = useText(applicationText);
  return (state) => <span className={`badge ${toneClasses[tones[state]]}`}>{t(`state.${state}`)}</span>;
}
