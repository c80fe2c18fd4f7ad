import { deliveryText } from '~/text/delivery.ts';
import { Card } from '~/ui/parts/card.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useText } from '~/ui/text.ts';
import { type OpenUpload, OpenUploads } from './open-uploads.tsx';
import { UploadForm, type UploadFormProps } from './upload-form.tsx';

export type UploadProps = UploadFormProps & { readonly uploads: readonly OpenUpload[] };

/** A file of one item, handed in by a liaison or an operator, and the uploads that stopped on the way. */
export function UploadPage({ uploads, ...form }: UploadProps) {
  const t = useText(deliveryText);
  const { base } = form;
  const home = base === '/provider' ? base : `${base}/batches`;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('delivery.batches.title'), to: home }, { label: t('delivery.upload.title') }]}
        title={t('delivery.upload.title')}
        lede={t('delivery.upload.lede')}
      />
      <OpenUploads uploads={uploads} base={base} />
      <Card>
        <UploadForm {...form} />
      </Card>
      <Columns />
    </div>
  );
}

/** What ingestion reads of a row. */
const columnUses = [
  'firm',
  'date',
  'end',
  'amount',
  'quantity',
  'category',
  'record-no',
  'reference',
] as const;
type ColumnUse = (typeof columnUses)[number];

function Columns() {
  const t = useText(deliveryText);
  const columns: Column<ColumnUse>[] = [
    {
      key: 'name',
      header: t('delivery.upload.column'),
      primary: true,
      cell: (use) => t(`delivery.upload.name.${use}`),
    },
    {
      key: 'use',
      header: t('delivery.upload.column-use'),
      cell: (use) => t(`delivery.upload.use.${use}`),
    },
  ];
  return (
    <Card title={t('delivery.upload.columns')} lede={t('delivery.upload.columns-lede')}>
      <div className="stack">
        <DataTable
          caption={t('delivery.upload.columns')}
          captionHidden
          columns={columns}
          rows={columnUses}
          rowKey={(use) => use}
        />
        <p className="measure text-sm text-ink-soft">{t('delivery.upload.registration')}</p>
      </div>
    </Card>
  );
}
