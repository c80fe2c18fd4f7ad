import type { Role } from '~/domain/institution/role.ts';
import { overviewText } from '~/text/overview.ts';
import { shellText } from '~/text/shell.ts';
import { navigationFor } from '~/ui/navigation.ts';
import { MetricFigure } from '~/ui/overview/metric-figure.tsx';
import { Card, CardGrid } from '~/ui/parts/card.tsx';
import { FigureRow } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { useText } from '~/ui/text.ts';

export type DeskProps = {
  readonly role: Role;
  readonly figures: {
    readonly [K in 'batches' | 'quarantined' | 'alerts' | 'overdue' | 'expiring' | 'applied']: number;
  };
};

/** The operator's home: what waits, and the tools of the role. */
export function Desk({ role, figures }: DeskProps) {
  const t = useText(overviewText);
  const tools = navigationFor('operator', role, useText(shellText)).flatMap((group) => group.items);
  return (
    <div className="stack-lg">
      <PageHeader title={t('desk.title')} lede={t('desk.lede')} />
      <FigureRow>
        <MetricFigure code="record.batches" value={figures.batches} />
        <MetricFigure code="record.quarantined" value={figures.quarantined} />
        <MetricFigure code="alert.live" value={figures.alerts} />
        <MetricFigure code="alert.overdue" value={figures.overdue} />
        <MetricFigure code="institution.expiring" value={figures.expiring} />
        <MetricFigure code="institution.applied" value={figures.applied} />
      </FigureRow>
      <CardGrid>
        {tools
          .filter((tool) => tool.to !== '/operator')
          .map((tool) => (
            <Card key={tool.to} title={tool.label} to={tool.to} />
          ))}
      </CardGrid>
    </div>
  );
}
