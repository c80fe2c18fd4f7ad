import type { Standing } from '~/domain/institution/standing.ts';
import { institutionText } from '~/text/institution.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { useText } from '~/ui/text.ts';

const tones = {
  good: 'good',
  'not-admitted': 'info',
  suspended: 'bad',
  'assessment-expired': 'alert',
} as const;

/** How an institution stands today. */
export function StandingBadge({ standing }: { standing: Standing }) {
  const t = useText(institutionText);
  return <Badge tone={tones[standing]}>{t(`institution.standing.${standing}`)}</Badge>;
}
