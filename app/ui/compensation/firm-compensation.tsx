import { compensationText } from '~/text/compensation.ts';
import { ClaimBadge } from '~/ui/compensation/claim-badge.tsx';
import type { EnrolledEntry } from '~/ui/compensation/enrolled-list.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Money } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Entry = EnrolledEntry & { readonly loanId: string };
type FirmCompensationProps = {
  readonly rows: readonly Entry[];
  readonly page: number;
  readonly more: boolean;
};

const roomOf = (r: Entry): string => {
  const room = BigInt(r.ceilingFen) - BigInt(r.paidFen);
  return (room > 0n ? room : 0n).toString();
};

/** What pools stand ready for on a firm's loans, what was paid on them, what flowed back, and what room is left. */
export function FirmCompensation({ rows, page, more }: FirmCompensationProps) {
  const t = useText(compensationText);
  const locale = useLocale();
  const columns: Column<Entry>[] = [
    {
      key: 'contract',
      header: t('comp.contract'),
      primary: true,
      cell: (r) => <TextLink to={`/my/loans/${r.loanId}`}>{r.contractNo}</TextLink>,
    },
    { key: 'bank', header: t('comp.bank'), cell: (r) => (locale === 'en' ? r.bankEn : r.bankZh) },
    { key: 'pool', header: t('comp.pool'), cell: (r) => (locale === 'en' ? r.poolEn : r.poolZh) },
    { key: 'ceiling', header: t('comp.ceiling'), align: 'end', cell: (r) => <Money fen={r.ceilingFen} /> },
    {
      key: 'state',
      header: t('comp.state'),
      cell: (r) => (r.state ? <ClaimBadge state={r.state} waits={r.waits} /> : '—'),
    },
    { key: 'paid', header: t('comp.paid'), align: 'end', cell: (r) => <Money fen={r.paidFen} /> },
    { key: 'back', header: t('comp.returned'), align: 'end', cell: (r) => <Money fen={r.returnedFen} /> },
    { key: 'room', header: t('comp.firm.room'), align: 'end', cell: (r) => <Money fen={roomOf(r)} /> },
    { key: 'on', header: t('comp.enrolled-on'), cell: (r) => <DayText day={r.enrolledOn} /> },
  ];
  return (
    <div className="stack-lg">
      <PageHeader title={t('comp.firm.title')} lede={t('comp.firm.lede')} />
      <DataTable
        caption={t('comp.caption')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(r) => r.enrolmentId}
        empty={<EmptyState title={t('comp.firm.empty')}>{t('comp.firm.empty-next')}</EmptyState>}
      />
      <KeysetPager
        previous={page > 0 ? `/my/compensation?page=${page - 1}` : undefined}
        next={more ? `/my/compensation?page=${page + 1}` : undefined}
        shown={rows.length}
      />
    </div>
  );
}
