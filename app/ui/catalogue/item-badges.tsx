import type { Freshness } from '~/domain/catalogue/freshness.ts';
import type { Sensitivity } from '~/domain/catalogue/item.ts';
import { catalogueText } from '~/text/catalogue.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { useText } from '~/ui/text.ts';

const sharingTone = { public: 'good', consent: 'info', 'verify-only': 'mute', personal: 'warn' } as const;

/** How far an item may travel. */
export function SharingBadge({ sensitivity }: { sensitivity: Sensitivity }) {
  const t = useText(catalogueText);
  return <Badge tone={sharingTone[sensitivity]}>{t(`catalogue.sensitivity.${sensitivity}`)}</Badge>;
}

const freshTone = { fresh: 'good', stale: 'warn', never: 'mute' } as const;

/** Whether the source of an item has delivered in time. */
export function FreshnessBadge({ freshness }: { freshness: Freshness }) {
  const t = useText(catalogueText);
  return <Badge tone={freshTone[freshness]}>{t(`catalogue.freshness.${freshness}`)}</Badge>;
}

type Retained = {
  readonly retentionYears: number | null;
  readonly retentionStart: 'end' | 'determination' | null;
};

/** How long a record of the item is shown. */
export function RetentionText({ retentionYears, retentionStart }: Retained) {
  const t = useText(catalogueText);
  if (retentionYears === null || retentionStart === null) return <>{t('catalogue.retention.none')}</>;
  return <>{t(`catalogue.retention.${retentionStart}`, retentionYears)}</>;
}
