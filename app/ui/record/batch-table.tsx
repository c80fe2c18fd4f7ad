import { deliveryText } from '~/text/delivery.ts';
import { type Named, useNamed } from '~/ui/catalogue/named.ts';
import { showCount } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { Waiting } from './waiting.tsx';

export type BatchShown = {
  readonly id: string;
  readonly provider: Named;
  readonly item: Named | null;
  readonly mapping: string;
  readonly fileName: string;
  readonly state: 'received' | 'accepted' | 'refused';
  readonly read: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly quarantined: number;
  readonly waiting: number;
  readonly replayOf: string | null;
  readonly receivedAt: string;
};

const stateTone = { received: 'info', accepted: 'good', refused: 'bad' } as const;

/** Where a batch stands. */
export function BatchState({ state }: { state: BatchShown['state'] }) {
  const t = useText(deliveryText);
  return <Badge tone={stateTone[state]}>{t(`delivery.state.${state}`)}</Badge>;
}

type BatchTableProps = {
  readonly batches: readonly BatchShown[];
  /** The desk: `/provider` or `/operator`. */
  readonly base: string;
  readonly withProvider: boolean;
};

/** The batches that wait for somebody, ahead of all others. */
export function WaitingBatches(props: BatchTableProps) {
  const t = useText(deliveryText);
  if (props.batches.length === 0) return null;
  return (
    <Section title={t('delivery.waiting.title')} lede={t('delivery.waiting.lede')}>
      <BatchTable {...props} caption={t('delivery.waiting.title')} />
    </Section>
  );
}

/** Batches, the newest first. */
export function BatchTable({ batches, base, withProvider, caption }: BatchTableProps & { caption?: string }) {
  const t = useText(deliveryText);
  const columns = useColumns(base, withProvider);
  return (
    <DataTable
      caption={caption ?? t('delivery.batches.caption')}
      captionHidden
      columns={columns}
      rows={batches}
      rowKey={(batch) => batch.id}
      empty={<EmptyState title={t('delivery.batches.none')}>{t('delivery.batches.none-next')}</EmptyState>}
    />
  );
}

function useColumns(base: string, withProvider: boolean): Column<BatchShown>[] {
  const t = useText(deliveryText);
  const named = useNamed();
  const locale = useLocale();
  const count = (key: 'read' | 'accepted' | 'duplicate' | 'quarantined'): Column<BatchShown> => ({
    key,
    header: t(`delivery.${key}`),
    align: 'end',
    cell: (batch) => (batch.state === 'accepted' ? showCount(batch[key], locale) : null),
  });
  const provider: Column<BatchShown> = {
    key: 'provider',
    header: t('delivery.provider'),
    cell: (batch) => named(batch.provider),
  };
  return [
    {
      key: 'item',
      header: t('delivery.item'),
      primary: true,
      cell: (batch) => <BatchName batch={batch} base={base} />,
    },
    ...(withProvider ? [provider] : []),
    { key: 'at', header: t('delivery.received-at'), cell: (batch) => <InstantText at={batch.receivedAt} /> },
    { key: 'state', header: t('delivery.state'), cell: (batch) => <BatchState state={batch.state} /> },
    count('read'),
    count('accepted'),
    count('duplicate'),
    count('quarantined'),
    {
      key: 'waiting',
      header: t('delivery.waiting'),
      align: 'end',
      cell: (batch) => <Waiting count={batch.waiting} />,
    },
  ];
}

function BatchName({ batch, base }: { batch: BatchShown; base: string }) {
  const t = useText(deliveryText);
  const named = useNamed();
  return (
    <>
      <span className="inline-flex flex-wrap items-center gap-2">
        <TextLink to={`${base}/batches/${batch.id}`}>
          {batch.item ? named(batch.item) : batch.mapping}
        </TextLink>
        {batch.replayOf ? <Badge>{t('delivery.replay')}</Badge> : null}
      </span>
      <span className="block text-sm font-normal break-all text-ink-soft">{batch.fileName}</span>
    </>
  );
}
