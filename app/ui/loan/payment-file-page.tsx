import { refusals } from '~/text/all-refusals.ts';
import { columnName, type RejectedPayment } from '~/text/loan-payment-rows.ts';
import { paymentFileText } from '~/text/loan-payments.ts';
import { wordRefusal } from '~/text/refusal.ts';
import type { FileEntry } from '~/ui/loan/payments-page.tsx';
import { type FileFinding, FileFindings } from '~/ui/loan/penalty.tsx';
import { LinkButton } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Figure, FigureRow, InstantText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Props = {
  readonly file: FileEntry & {
    readonly page: number;
    readonly more: boolean;
    readonly rejects: readonly RejectedPayment[];
    readonly findings: readonly FileFinding[];
  };
};

/** What became of the rows of one file: figures, then every rejected row with its column and the reason in words. */
export function PaymentFilePage({ file }: Props) {
  const t = useText(paymentFileText);
  const address = (page: number) => `/bank/payments/${file.id}?page=${page}`;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('payments.title'), to: '/bank/payments' }]}
        title={file.name}
        lede={<InstantText at={file.uploadedAt} />}
        actions={
          file.rejected > 0 ? (
            <LinkButton to={`/bank/payments/${file.id}/rejects.csv`} download variant="secondary">
              {t('payments.rejects-download')}
            </LinkButton>
          ) : null
        }
      />
      <FigureRow>
        <Figure label={t('payments.read')} value={file.read} />
        <Figure label={t('payments.booked')} value={file.booked} />
        <Figure label={t('payments.known')} value={file.known} />
        <Figure label={t('payments.rejected')} value={file.rejected} />
      </FigureRow>
      <FileFindings findings={file.findings} />
      <Rejects rejects={file.rejects} />
      <KeysetPager
        previous={file.page > 0 ? address(file.page - 1) : undefined}
        next={file.more ? address(file.page + 1) : undefined}
        shown={file.rejects.length}
      />
    </div>
  );
}

function Rejects({ rejects }: { rejects: readonly RejectedPayment[] }) {
  const t = useText(paymentFileText);
  const locale = useLocale();
  const columns: Column<RejectedPayment>[] = [
    { key: 'row', header: t('payments.row'), primary: true, cell: (r) => r.rowNo },
    { key: 'column', header: t('payments.column'), cell: (r) => columnName(r.column, locale) },
    { key: 'reason', header: t('payments.reason'), cell: (r) => wordRefusal(refusals, r.refusal, locale) },
    {
      key: 'cells',
      header: t('payments.cells'),
      cell: (r) => <span className="num text-sm">{r.cells.filter((c) => c !== '').join(' | ')}</span>,
    },
  ];
  return (
    <Section title={t('payments.rejects')} lede={t('payments.rejects-about')}>
      <DataTable
        caption={t('payments.rejects')}
        captionHidden
        columns={columns}
        rows={rejects}
        rowKey={(r) => String(r.rowNo)}
        empty={<EmptyState title={t('payments.rejects-none')} />}
      />
    </Section>
  );
}
