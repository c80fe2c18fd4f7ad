import type { ApplicationState } from '~/domain/application/state.ts';
import { applicationText } from '~/text/application.ts';
import { showDay } from '~/ui/format.ts';
import { LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { ClockChip } from '~/ui/parts/clock-chip.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { InstantText, Money } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';
import { StateBadge } from './state-badge.tsx';

type Line = {
  readonly id: string;
  readonly needId: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly productZh: string;
  readonly productEn: string;
  readonly amountFen: string;
  readonly termMonths: number;
  readonly state: string;
  readonly submittedAt: string;
  readonly dueAt: string | null;
  readonly offerUntil: string | null;
};

/** The firm's applications: whose move it is, and how long they still have. */
export function ApplicationList({ applications, now }: { applications: readonly Line[]; now: string }) {
  const t = useText(applicationText);
  const name = useNamed();
  const offered = applications.find((line) => line.state === 'approved');
  const compare = offered ? (
    <LinkButton to={`/my/offers/compare?need=${offered.needId}`}>{t('apps.compare')}</LinkButton>
  ) : null;
  return (
    <div className="stack-lg">
      <PageHeader title={t('apps.title')} lede={t('apps.lede')} actions={compare} />
      <DataTable
        caption={t('apps.caption')}
        captionHidden
        rows={applications}
        rowKey={(line) => line.id}
        empty={
          <EmptyState
            title={t('apps.empty')}
            action={<LinkButton to="/my/needs">{t('apps.to-needs')}</LinkButton>}
          >
            {t('apps.empty-next')}
          </EmptyState>
        }
        columns={[
          {
            key: 'bank',
            header: t('apps.bank'),
            primary: true,
            cell: (line) => (
              <>
                <TextLink to={`/my/applications/${line.id}`}>
                  {name({ zh: line.productZh, en: line.productEn })}
                </TextLink>
                <span className="block text-sm font-normal text-ink-soft">
                  {name({ zh: line.bankZh, en: line.bankEn })}
                </span>
              </>
            ),
          },
          {
            key: 'amount',
            header: t('apps.amount'),
            align: 'end',
            cell: (line) => <Money fen={line.amountFen} style="short" />,
          },
          {
            key: 'term',
            header: t('apps.term'),
            align: 'end',
            cell: (line) => t('apps.months', line.termMonths),
          },
          {
            key: 'state',
            header: t('apps.state'),
            cell: (line) => <StateBadge state={line.state as ApplicationState} />,
          },
          { key: 'clock', header: t('apps.clock'), cell: (line) => <Clock line={line} now={now} /> },
          { key: 'at', header: t('apps.submitted'), cell: (line) => <InstantText at={line.submittedAt} /> },
        ]}
      />
    </div>
  );
}

function Clock({ line, now }: { line: Line; now: string }) {
  const t = useText(applicationText);
  const locale = useLocale();
  if (line.offerUntil) return <>{t('apps.offer-until', showDay(line.offerUntil, locale, 'short'))}</>;
  return line.dueAt ? <ClockChip due={line.dueAt} now={now} label={t('apps.bank-due')} /> : '—';
}
