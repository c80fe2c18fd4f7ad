import { mostDrawn, type PortraitNode, type PortraitTie, placeNodes } from '~/domain/overview/portrait.ts';
import { portraitText } from '~/text/portrait.ts';
import { showDay, showPpm } from '~/ui/format.ts';
import { GraphLegend, RelationGraph } from '~/ui/parts/chart/relation-graph.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type PortraitGraphProps = {
  readonly nodes: readonly PortraitNode[];
  readonly ties: readonly PortraitTie[];
};

/** Whom the public register ties a firm to. */
export function PortraitGraph({ nodes, ties }: PortraitGraphProps) {
  const t = useText(portraitText);
  const locale = useLocale();
  if (ties.length === 0)
    return <EmptyState title={t('portrait.graph-none')}>{t('portrait.graph-none-next')}</EmptyState>;
  const nameOf = (key: string) => nodes.find((node) => node.key === key)?.name ?? key;
  const kindOf = ({ kind, sharePpm }: PortraitTie) =>
    `${t(`portrait.kind.${kind}`)}${sharePpm === null ? '' : ` ${showPpm(sharePpm, locale, 0)}`}`;
  const about = t('portrait.graph-about', nodes.length - 1, ties.length);
  return (
    <RelationGraph
      title={t('portrait.graph')}
      description={nodes.length > mostDrawn ? `${about} ${t('portrait.graph-rest', mostDrawn)}` : about}
      nodes={placeNodes(nodes, ties)}
      edges={ties.map((tie) => ({
        from: tie.from,
        to: tie.to,
        label: `${nameOf(tie.from)} · ${kindOf(tie)} · ${nameOf(tie.to)}`,
        broken: tie.kind === 'guarantee',
      }))}
      table={{
        head: [t('portrait.from'), t('portrait.kind'), t('portrait.to'), t('portrait.since')],
        rows: ties.map((tie) => [
          nameOf(tie.from),
          kindOf(tie),
          nameOf(tie.to),
          tie.since ? showDay(tie.since, locale, 'short') : '—',
        ]),
      }}
      legend={
        <GraphLegend
          items={[
            { type: 'self', text: t('portrait.legend-self') },
            { type: 'firm', text: t('portrait.legend-firm') },
            { type: 'party', text: t('portrait.legend-party') },
          ]}
        />
      }
    />
  );
}
