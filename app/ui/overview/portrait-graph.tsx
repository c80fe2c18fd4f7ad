import { mostDrawn, type PortraitNode, type PortraitTie, placeNodes } from '~/domain/overview/portrait.ts';
import { groupOf } from '~/domain/overview/trade-tie.ts';
import { portraitText } from '~/text/portrait.ts';
import { showDay, showFen, showPpm } from '~/ui/format.ts';
import { GraphLegend, type GraphLine, RelationGraph } from '~/ui/parts/chart/relation-graph.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type PortraitGraphProps = {
  readonly nodes: readonly PortraitNode[];
  readonly ties: readonly PortraitTie[];
};

const lineOf = ({ kind }: PortraitTie): GraphLine =>
  kind === 'trade' ? 'dotted' : kind === 'guarantee' ? 'broken' : 'whole';

/** Whom a firm is tied to, and with whom it trades. */
export function PortraitGraph({ nodes, ties }: PortraitGraphProps) {
  const t = useText(portraitText);
  const locale = useLocale();
  const kindOf = useTieWords(nodes, ties);
  if (ties.length === 0)
    return <EmptyState title={t('portrait.graph-none')}>{t('portrait.graph-none-next')}</EmptyState>;
  const nameOf = (key: string) => nodes.find((node) => node.key === key)?.name ?? key;
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
        line: lineOf(tie),
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
      legend={<Legend />}
    />
  );
}

/** Names a tie: of ownership with its share, of trade with what states it, how much and whether it stays within the group. */
function useTieWords(nodes: PortraitGraphProps['nodes'], ties: PortraitGraphProps['ties']) {
  const t = useText(portraitText);
  const locale = useLocale();
  const group = groupOf(nodes.find(({ type }) => type === 'self')?.key ?? '', ties);
  return ({ kind, sharePpm, trade, from, to }: PortraitTie): string => {
    const name = t(`portrait.kind.${kind}`);
    if (!trade) return sharePpm === null ? name : `${name} ${showPpm(sharePpm, locale, 0)}`;
    const words = [
      t(`portrait.trade.${trade.source}`, trade.count),
      trade.amountFen && showFen(trade.amountFen, locale, 'short'),
      trade.count > 1 && trade.latest && t('portrait.trade.latest', showDay(trade.latest, locale, 'short')),
      group.has(from) && group.has(to) && t('portrait.trade.inside'),
    ];
    return `${name} · ${words.filter(Boolean).join(' · ')}`;
  };
}

function Legend() {
  const t = useText(portraitText);
  return (
    <GraphLegend
      items={[
        { type: 'self', text: t('portrait.legend-self') },
        { type: 'firm', text: t('portrait.legend-firm') },
        { type: 'party', text: t('portrait.legend-party') },
      ]}
      lines={[
        { line: 'whole', text: t('portrait.legend-owner') },
        { line: 'broken', text: t('portrait.legend-guarantee') },
        { line: 'dotted', text: t('portrait.legend-trade') },
      ]}
    />
  );
}
