import { matchText } from '~/text/match.ts';
import { showFen } from '~/ui/format.ts';
import type { MatchRow } from '~/ui/match/match-data.ts';
import { Card } from '~/ui/parts/card.tsx';
import { BarList } from '~/ui/parts/chart/bar-list.tsx';
import { useProductNames } from '~/ui/product/product-facts.tsx';
import { useLocale, useText } from '~/ui/text.ts';

const mostBars = 10;

/** The priced products that are open to the firm, cheapest first, as bars. */
export function CostChart({ matches }: { matches: readonly MatchRow[] }) {
  const t = useText(matchText);
  const locale = useLocale();
  const names = useProductNames();
  const priced = matches.flatMap(({ product, price, verdict }) =>
    price && verdict !== 'fail' ? [{ product, price, verdict }] : [],
  );
  const bars = priced
    .sort((a, b) => (BigInt(a.price.netFen) < BigInt(b.price.netFen) ? -1 : 1))
    .slice(0, mostBars)
    .map(({ product, price, verdict }, index) => ({
      label: names(product).name,
      note: verdict === 'unknown' ? t('match.group.unknown') : names(product).bank,
      value: Number(price.netFen),
      text: showFen(price.netFen, locale),
      marked: index === 0,
    }));
  const [best] = bars;
  if (!best || bars.length < 2) return null;
  return (
    <Card>
      <BarList
        title={t('match.chart.title')}
        description={t('match.chart.what', best.label, best.text)}
        bars={bars}
      />
    </Card>
  );
}
