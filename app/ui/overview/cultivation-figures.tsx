import { MetricFigure } from '~/ui/overview/metric-figure.tsx';
import { FigureRow } from '~/ui/parts/figures.tsx';

const standings = ['joined', 'waiting', 'contacted', 'borrowed', 'graduated'] as const;

/** How many firms are on the way to their first loan, by how far they came. */
export function CultivationFigures({
  pool,
}: {
  pool: { readonly [S in (typeof standings)[number]]: number };
}) {
  return (
    <FigureRow>
      {standings.map((standing) => (
        <MetricFigure key={standing} code={`cultivation.${standing}`} value={pool[standing]} />
      ))}
    </FigureRow>
  );
}
