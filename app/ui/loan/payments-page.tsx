import { paymentColumns } from '~/domain/loan/payment-file.ts';
import { paymentFileText } from '~/text/loan-payments.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button, LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { FileField } from '~/ui/parts/file-field.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useText } from '~/ui/text.ts';

export type FileEntry = {
  readonly id: string;
  readonly name: string;
  readonly uploadedAt: string;
  readonly read: number;
  readonly booked: number;
  readonly known: number;
  readonly rejected: number;
};

export type PaymentsProps = {
  readonly files: readonly FileEntry[];
  readonly page: number;
  readonly more: boolean;
  readonly maxBytes: number;
};

/** The monthly file of payments: template, upload, and what was uploaded before. */
export function PaymentsPage({ files, page, more, maxBytes }: PaymentsProps) {
  const t = useText(paymentFileText);
  return (
    <div className="stack-lg">
      <PageHeader
        title={t('payments.title')}
        lede={t('payments.lede')}
        actions={
          <>
            <LinkButton to="/bank/payments/template/xlsx" download variant="secondary">
              {t('payments.template-xlsx')}
            </LinkButton>
            <LinkButton to="/bank/payments/template/csv" download variant="secondary">
              {t('payments.template-csv')}
            </LinkButton>
          </>
        }
      />
      <Card title={t('payments.upload')}>
        <CommandForm encType="multipart/form-data">
          <FileField
            name="file"
            label={t('payments.file')}
            accept=".csv,.xlsx"
            maxBytes={maxBytes}
            required
          />
          <FormActions>
            <Button>{t('payments.do')}</Button>
          </FormActions>
        </CommandForm>
      </Card>
      <History files={files} />
      <KeysetPager
        previous={page > 0 ? `/bank/payments?page=${page - 1}` : undefined}
        next={more ? `/bank/payments?page=${page + 1}` : undefined}
        shown={files.length}
      />
      <Columns />
    </div>
  );
}

function History({ files }: Pick<PaymentsProps, 'files'>) {
  const t = useText(paymentFileText);
  const columns: Column<FileEntry>[] = [
    {
      key: 'name',
      header: t('payments.name'),
      primary: true,
      cell: (f) => <TextLink to={`/bank/payments/${f.id}`}>{f.name}</TextLink>,
    },
    { key: 'at', header: t('payments.at'), cell: (f) => <InstantText at={f.uploadedAt} /> },
    { key: 'read', header: t('payments.read'), align: 'end', cell: (f) => f.read },
    { key: 'booked', header: t('payments.booked'), align: 'end', cell: (f) => f.booked },
    { key: 'known', header: t('payments.known'), align: 'end', cell: (f) => f.known },
    { key: 'rejected', header: t('payments.rejected'), align: 'end', cell: (f) => f.rejected },
  ];
  return (
    <Section title={t('payments.history')}>
      <DataTable
        caption={t('payments.history')}
        captionHidden
        columns={columns}
        rows={files}
        rowKey={(f) => f.id}
        empty={<EmptyState title={t('payments.none')}>{t('payments.none-next')}</EmptyState>}
      />
    </Section>
  );
}

function Columns() {
  const t = useText(paymentFileText);
  return (
    <Card title={t('payments.columns')}>
      <DataTable
        caption={t('payments.columns')}
        captionHidden
        columns={[
          {
            key: 'name',
            header: t('payments.column'),
            primary: true,
            cell: (c) => t(`payments.col.${c}`),
          },
          { key: 'use', header: t('payments.means'), cell: (c) => t(`payments.use.${c}`) },
        ]}
        rows={paymentColumns}
        rowKey={(c) => c}
      />
    </Card>
  );
}
