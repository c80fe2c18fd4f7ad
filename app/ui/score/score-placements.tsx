import { type Placement, smallestGroup } from '~/domain/score/percentile.ts';
import { placeText, wordPlacement } from '~/text/score-place.ts';
import { showCount } from '~/ui/format.ts';
import { BarList } from '~/ui/parts/chart/bar-list.tsx';
import { useLocale, useText } from '~/ui/text.ts';

/** Where the firm's public score stands among all firms, in its region and in its industry. */
export function ScorePlacements({ placements }: { readonly placements: readonly Placement[] }) {
  const t = useText(placeText);
  const locale = useLocale();
  if (placements.length === 0) return null;
  return (
    <BarList
      title={t('place.title')}
      description={t('place.lede', showCount(smallestGroup, locale))}
      max={100}
      bars={placements.map((placement) => {
        const { group, place, note } = wordPlacement(placement, locale);
        return { label: group, value: placement.aheadPercent, text: place, note };
      })}
    />
  );
}
