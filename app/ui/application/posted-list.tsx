import { postingText } from '~/text/need-posting.ts';
import { purposeWords } from '~/text/product-words.ts';
import { showFen } from '~/ui/format.ts';
import { Badge, GradeBadge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { ClockChip } from '~/ui/parts/clock-chip.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import type { CodeNames } from '~/ui/product/rule-names.ts';
import { useLocale, useText } from '~/ui/text.ts';
import { usePlaces } from './posted-profile.tsx';
import type { PostedRow } from './posting-shown.ts';

const filters = ['fitting', 'recommended', 'all', 'mine'] as const;

type PostedListProps = {
  readonly filter: (typeof filters)[number];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly now: string;
  readonly rows: readonly PostedRow[];
  readonly names: CodeNames;
};

/** Needs that firms put before the bank, those its products fit first. */
export function PostedListPage({ filter, page, pages, total, now, rows, names }: PostedListProps) {
  const t = useText(postingText);
  const at = (to: number) => (to >= 1 && to <= pages ? `/bank/needs?show=${filter}&page=${to}` : null);
  return (
    <div className="stack">
      <PageHeader title={t('posted.title')} lede={t('posted.lede')} />
      <TabLinks
        label={t('posted.filters')}
        items={filters.map((each) => ({
          to: `/bank/needs?show=${each}`,
          label: t(`posted.filter.${each}`),
          current: each === filter,
        }))}
      />
      <DataTable
        caption={t('posted.title')}
        captionHidden
        columns={usePostedColumns(names, now)}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('posted.none')}>{t('posted.none-next')}</EmptyState>}
      />
      <KeysetPager previous={at(page - 1)} next={at(page + 1)} shown={rows.length} total={total} />
    </div>
  );
}

function usePostedColumns(names: CodeNames, now: string): Column<PostedRow>[] {
  const t = useText(postingText);
  const locale = useLocale();
  return [
    {
      key: 'need',
      header: t('posted.need'),
      primary: true,
      cell: ({ id, profile }) => (
        <TextLink to={`/bank/needs/${id}`}>
          {showFen(profile.amountFen, locale, 'short')} · {t('posting.months', profile.termMonths)} ·{' '}
          {purposeWords[profile.purpose][locale]}
        </TextLink>
      ),
    },
    {
      key: 'firm',
      header: t('posted.firm'),
      cell: (row) => <FirmStrokes row={row} names={names} />,
    },
    {
      key: 'fits',
      header: t('posted.fits'),
      cell: ({ fits }) => <FitBadge fits={fits} />,
    },
    {
      key: 'until',
      header: t('posted.until'),
      cell: ({ openUntil, isOpen }) =>
        isOpen ? <DayText day={openUntil} /> : <Badge>{t('posted.over')}</Badge>,
    },
    {
      key: 'own',
      header: t('posted.own'),
      cell: ({ own }) => <OwnState own={own} now={now} />,
    },
  ];
}

function FirmStrokes({ row: { profile, firm }, names }: { row: PostedRow; names: CodeNames }) {
  const t = useText(postingText);
  const { place, industry } = usePlaces(names);
  return (
    <>
      {firm ? <span className="block font-medium">{firm}</span> : null}
      {[place(profile), industry(profile)].filter(Boolean).join(' · ') || t('profile.hidden')}{' '}
      {profile.grade ? <GradeBadge grade={profile.grade} /> : null}
    </>
  );
}

/** How a need stands with the bank's products. */
export function FitBadge({ fits }: { fits: PostedRow['fits'] }) {
  const t = useText(postingText);
  const tone = fits === 'pass' ? 'good' : fits === 'unknown' ? 'info' : 'mute';
  return <Badge tone={tone}>{t(`posted.fits.${fits ?? 'none'}`)}</Badge>;
}

function OwnState({ own, now }: { own: PostedRow['own']; now: string }) {
  const t = useText(postingText);
  if (!own) return <span className="text-ink-soft">{t('posted.not-taken')}</span>;
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge>{t(`posting.state.${own.state}`)}</Badge>
      {own.state === 'taken' ? <ClockChip due={own.dueAt} now={now} /> : null}
    </span>
  );
}
