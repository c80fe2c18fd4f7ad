import { deliveryText } from '~/text/delivery.ts';
import { type Named, useNamed } from '~/ui/catalogue/named.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { FileField } from '~/ui/parts/file-field.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useText } from '~/ui/text.ts';

export type UploadProps = {
  readonly items: readonly { readonly code: string; readonly name: Named; readonly provider: Named }[];
  readonly base: string;
  readonly maxBytes: number;
};

const encodings = ['auto', 'utf-8', 'gb18030'] as const;

/** A file of one item, handed in by a liaison or an operator. */
export function UploadPage({ items, base, maxBytes }: UploadProps) {
  const t = useText(deliveryText);
  const named = useNamed();
  const home = base === '/provider' ? base : `${base}/batches`;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('delivery.batches.title'), to: home }, { label: t('delivery.upload.title') }]}
        title={t('delivery.upload.title')}
        lede={t('delivery.upload.lede')}
      />
      <Card>
        <CommandForm encType="multipart/form-data">
          <SelectField
            name="item"
            label={t('delivery.upload.item')}
            empty={t('delivery.upload.item-empty')}
            required
            width="full"
            options={items.map(({ code, name, provider }) => ({
              value: code,
              label: named(name),
              group: named(provider),
            }))}
          />
          <SelectField
            name="encoding"
            label={t('delivery.upload.encoding')}
            options={encodings.map((value) => ({ value, label: t(`delivery.upload.encoding.${value}`) }))}
          />
          <FileField
            name="file"
            label={t('delivery.upload.file')}
            accept=".csv,.gz,.xlsx,.jsonl,.ndjson,.json"
            maxBytes={maxBytes}
            required
          />
          <FormActions>
            <Button>{t('delivery.upload.submit')}</Button>
          </FormActions>
        </CommandForm>
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
