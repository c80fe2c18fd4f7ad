import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { refusals } from '~/text/all-refusals.ts';
import { deliveryText } from '~/text/delivery.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { type Named, useNamed } from '~/ui/catalogue/named.ts';
import { showBytes, showCount } from '~/ui/format.ts';
import { TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { Figure, FigureRow, InstantText } from '~/ui/parts/figures.tsx';
import { HashChip } from '~/ui/parts/hash-chip.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { type BatchShown, BatchState } from './batch-table.tsx';
import { Quarantine, type QuarantinedShown } from './quarantine.tsx';

type Counts = {
  readonly read: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly quarantined: number;
};

export type BatchPageProps = {
  readonly batch: BatchShown & {
    readonly refusal: { readonly code: string } | null;
    readonly format: 'csv' | 'xlsx' | 'jsonl' | 'push' | null;
    readonly charset: string | null;
    readonly fileHash: string;
    readonly fileBytes: number;
    readonly contentHash: string | null;
    readonly firms: number;
    readonly receiver: string | null;
    readonly finishedAt: string | null;
  };
  readonly items: readonly (Counts & { readonly name: Named })[];
  readonly rows: readonly QuarantinedShown[];
  readonly next: string | null;
  readonly replays: readonly {
    readonly id: string;
    readonly at: string;
    readonly read: number;
    readonly accepted: number;
    readonly state: string;
  }[];
  readonly base: string;
};

/** One batch: what became of its records, and the quarantine to be mended. */
export function BatchPage(props: BatchPageProps) {
  const { batch, items, rows, next, base } = props;
  const t = useText(deliveryText);
  const named = useNamed();
  const name = batch.item ? named(batch.item) : batch.mapping;
  useLookAgain(batch.state === 'received');
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[
          { label: t('delivery.batches.title'), to: base === '/provider' ? base : `${base}/batches` },
          { label: t('delivery.batch.page') },
        ]}
        eyebrow={batch.fileName}
        title={t('delivery.batch.title', name)}
        badge={<BatchState state={batch.state} />}
      />
      <Outcome batch={batch} />
      {items.length > 1 ? <ByItem items={items} /> : null}
      {rows.length > 0 ? <Quarantine batch={batch} rows={rows} next={next} base={base} /> : null}
      <Replays {...props} />
      <About batch={batch} base={base} />
    </div>
  );
}

/** Looks again every second and a half while the batch is being taken in. */
function useLookAgain(waiting: boolean) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(revalidate, 1_500);
    return () => clearInterval(timer);
  }, [waiting, revalidate]);
}

function Outcome({ batch }: Pick<BatchPageProps, 'batch'>) {
  const t = useText(deliveryText);
  const locale = useLocale();
  if (batch.state === 'received')
    return (
      <Notice tone="info" live title={t('delivery.batch.taking-in')}>
        {t('delivery.batch.taking-in-next')}
      </Notice>
    );
  if (batch.refusal)
    return (
      <Notice tone="refusal" title={t('delivery.batch.refused')}>
        {wordRefusal(refusals, batch.refusal, locale)}
      </Notice>
    );
  const counts = (['read', 'accepted', 'duplicate', 'quarantined', 'waiting'] as const).map((key) => (
    <Figure key={key} label={t(`delivery.${key}`)} value={showCount(batch[key], locale)} />
  ));
  return (
    <>
      <FigureRow>
        {counts}
        <Figure label={t('delivery.batch.firms')} value={showCount(batch.firms, locale)} />
      </FigureRow>
      {batch.quarantined === 0 ? <Notice tone="good" title={t('delivery.batch.clean')} /> : null}
    </>
  );
}

function ByItem({ items }: Pick<BatchPageProps, 'items'>) {
  const t = useText(deliveryText);
  const named = useNamed();
  const locale = useLocale();
  const count = (key: keyof Counts) => ({
    key,
    header: t(`delivery.${key}`),
    align: 'end' as const,
    cell: (item: Counts) => showCount(item[key], locale),
  });
  return (
    <Section title={t('delivery.batch.by-item')}>
      <DataTable
        caption={t('delivery.batch.by-item')}
        captionHidden
        columns={[
          { key: 'item', header: t('delivery.item'), primary: true, cell: (item) => named(item.name) },
          ...(['read', 'accepted', 'duplicate', 'quarantined'] as const).map(count),
        ]}
        rows={items}
        rowKey={(item) => item.name.zh}
      />
    </Section>
  );
}

function Replays({ replays, base }: BatchPageProps) {
  const t = useText(deliveryText);
  const locale = useLocale();
  if (replays.length === 0) return null;
  return (
    <Section title={t('delivery.batch.replays')}>
      <DataTable
        caption={t('delivery.batch.replays')}
        captionHidden
        columns={[
          {
            key: 'at',
            header: t('delivery.received-at'),
            primary: true,
            cell: (each) => (
              <TextLink to={`${base}/batches/${each.id}`}>
                <InstantText at={each.at} />
              </TextLink>
            ),
          },
          {
            key: 'read',
            header: t('delivery.read'),
            align: 'end',
            cell: (each) => showCount(each.read, locale),
          },
          {
            key: 'accepted',
            header: t('delivery.accepted'),
            align: 'end',
            cell: (each) => showCount(each.accepted, locale),
          },
        ]}
        rows={replays}
        rowKey={(each) => each.id}
      />
    </Section>
  );
}

function About({ batch, base }: Pick<BatchPageProps, 'batch' | 'base'>) {
  const t = useText(deliveryText);
  const named = useNamed();
  const facts = [
    { term: t('delivery.provider'), value: named(batch.provider) },
    { term: t('delivery.received-at'), value: <InstantText at={batch.receivedAt} /> },
    { term: t('delivery.batch.receiver'), value: batch.receiver ?? t('delivery.batch.machine') },
    batch.format && {
      term: t('delivery.batch.format'),
      value: [t(`delivery.format.${batch.format}`), batch.charset?.toUpperCase()].filter(Boolean).join(' · '),
    },
    { term: t('delivery.batch.size'), value: showBytes(batch.fileBytes) },
    batch.fileHash && {
      term: t('delivery.batch.file-hash'),
      value: <HashChip value={batch.fileHash} label={t('delivery.batch.file-hash')} />,
    },
    batch.contentHash && {
      term: t('delivery.batch.content-hash'),
      value: <HashChip value={batch.contentHash} label={t('delivery.batch.content-hash')} />,
    },
    batch.replayOf && {
      term: t('delivery.batch.replay-of'),
      value: <TextLink to={`${base}/batches/${batch.replayOf}`}>{t('delivery.batch.original')}</TextLink>,
    },
  ];
  return (
    <Card title={t('delivery.batch.about')}>
      <DefinitionList
        layout="grid"
        items={facts.filter((fact) => typeof fact === 'object' && fact !== null)}
      />
    </Card>
  );
}
