import { mostDrawn, type PortraitNode, type PortraitTie, placeNodes } from '~/domain/overview/portrait.ts';
import { circleText } from '~/text/circle.ts';
import { showDay } from '~/ui/format.ts';
import { GraphLegend, RelationGraph } from '~/ui/parts/chart/relation-graph.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type CircleGraphProps = {
  readonly firm: { readonly key: string; readonly name: string };
  readonly nodes: readonly (PortraitNode & { readonly nameEn: string })[];
  readonly ties: readonly PortraitTie[];
};

/** Who guarantees whom around a firm; every guarantee is in the table behind. */
export function CircleGraph({ firm, nodes, ties }: CircleGraphProps) {
  const t = useText(circleText);
  const locale = useLocale();
  if (ties.length === 0) return <EmptyState title={t('circle.none')}>{t('circle.none-next')}</EmptyState>;
  const named = nodes.map((node) => (locale === 'en' ? { ...node, name: node.nameEn } : node));
  const nameOf = (key: string) => named.find((node) => node.key === key)?.name ?? key;
  const about = t('circle.graph-about', firm.name, nodes.length - 1, ties.length);
  return (
    <RelationGraph
      title={t('circle.graph')}
      description={nodes.length > mostDrawn ? `${about} ${t('circle.graph-rest', mostDrawn)}` : about}
      nodes={placeNodes(named, ties)}
      edges={ties.map(({ from, to }) => ({
        from,
        to,
        label: t('circle.label', nameOf(from), nameOf(to)),
        line: 'whole',
        directed: true,
      }))}
      table={{
        head: [t('circle.guarantor'), t('circle.debtor'), t('circle.since')],
        rows: ties.map(({ from, to, since }) => [
          nameOf(from),
          nameOf(to),
          since ? showDay(since, locale, 'short') : '—',
        ]),
      }}
      legend={
        <GraphLegend
          items={[
            { type: 'self', text: t('circle.legend-self') },
            { type: 'firm', text: t('circle.legend-firm') },
            ...(nodes.some(({ type }) => type === 'party')
              ? [{ type: 'party' as const, text: t('circle.legend-party') }]
              : []),
          ]}
        />
      }
    />
  );
}
