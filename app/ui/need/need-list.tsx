import type { Collateral, Purpose } from '~/domain/product/vocabulary.ts';
import { needText } from '~/text/need.ts';
import { collateralWords, purposeWords } from '~/text/product-words.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { InstantText, Money } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type NeedRow = {
  readonly id: string;
  readonly amountFen: string;
  readonly termMonths: number;
  readonly purpose: Purpose;
  readonly collateral: readonly Collateral[];
  readonly state: 'open' | 'closed';
  readonly createdAt: string;
};

/** The firm's needs, open ones first. */
export function NeedListPage({ needs }: { needs: readonly NeedRow[] }) {
  const t = useText(needText);
  const columns = useNeedColumns();
  const add = <LinkButton to="/my/needs/new">{t('need.list.new')}</LinkButton>;
  return (
    <>
      <PageHeader
        title={t('need.list.title')}
        lede={t('need.list.lede')}
        actions={needs.length > 0 ? add : null}
      />
      <DataTable
        caption={t('need.list.caption')}
        captionHidden
        columns={columns}
        rows={needs}
        rowKey={(need) => need.id}
        empty={
          <EmptyState title={t('need.list.none')} action={add}>
            {t('need.list.none-next')}
          </EmptyState>
        }
      />
    </>
  );
}

function useNeedColumns(): Column<NeedRow>[] {
  const t = useText(needText);
  const locale = useLocale();
  return [
    {
      key: 'amount',
      header: t('need.amount'),
      primary: true,
      cell: (need) => (
        <TextLink to={`/my/needs/${need.id}`}>
          <Money fen={need.amountFen} style="short" />
        </TextLink>
      ),
    },
    { key: 'term', header: t('need.term'), cell: (need) => t('need.months', need.termMonths) },
    { key: 'purpose', header: t('need.purpose'), cell: (need) => purposeWords[need.purpose][locale] },
    {
      key: 'collateral',
      header: t('need.collateral'),
      cell: (need) => wordPledges(need, locale) ?? t('need.collateral-none'),
    },
    { key: 'created', header: t('need.created'), cell: (need) => <InstantText at={need.createdAt} /> },
    {
      key: 'state',
      header: t('need.state'),
      cell: (need) => (
        <Badge tone={need.state === 'open' ? 'good' : 'mute'}>{t(`need.state.${need.state}`)}</Badge>
      ),
    },
  ];
}

const wordPledges = ({ collateral }: NeedRow, locale: 'zh-CN' | 'en'): string | null =>
  collateral.length === 0
    ? null
    : collateral.map((c) => collateralWords[c][locale]).join(locale === 'en' ? ', ' : '、');
