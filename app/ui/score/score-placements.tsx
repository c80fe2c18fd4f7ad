import type { Placement } from '~/domain/score/percentile.ts';
import { placeText, wordPlacement } from '~/text/score-place.ts';
import { showCount } from '~/ui/format.ts';
import { BarList } from '~/ui/parts/chart/bar-list.tsx';
import { useLocale, useText } from '~/ui/text.ts';

/** Where the firm's public score stands among all firms, in its region and in its industry. */
export function ScorePlacements({ placements }: { readonly placements: readonly Placement[] }) {
  const t = useText(placeText);
  const locale = useLocale();
  const [first] = placements;
  if (!first) return null;
  return (
    <BarList
      title={t('place.title')}
      description={first.least ? t('place.lede', showCount(first.least, locale)) : t('place.lede-before')}
      max={100}
      bars={placements.map((placement) => {
        const { group, place, note } = wordPlacement(placement, locale);
        return { label: group, value: placement.aheadPercent, text: place, note };
      })}
    />
  );
}
