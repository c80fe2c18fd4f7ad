import { MetricFigure } from '~/ui/overview/metric-figure.tsx';
import { FigureRow } from '~/ui/parts/figures.tsx';

type Standing = 'joined' | 'waiting' | 'contacted' | 'borrowed' | 'graduated';

/** How many firms are on the way to their first loan, by how far they came. */
export function CultivationFigures({ pool }: { pool: { readonly [S in Standing]: number } }) {
  return (
    <FigureRow>
      <MetricFigure code="cultivation.joined" value={pool.joined} />
      <MetricFigure code="cultivation.waiting" value={pool.waiting} />
      <MetricFigure code="cultivation.contacted" value={pool.contacted} />
      <MetricFigure code="cultivation.borrowed" value={pool.borrowed} />
      <MetricFigure code="cultivation.graduated" value={pool.graduated} />
    </FigureRow>
  );
}
