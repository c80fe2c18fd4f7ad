import { restatementText } from '~/text/restatement.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { RadioCards } from '~/ui/parts/choice-field.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';
import type { RestatementShown } from './restatement-table.tsx';

export type NoticeShown = {
  readonly id: string;
  readonly firm: string;
  readonly uscc: string | null;
  readonly cause: RestatementShown['cause'];
  readonly kind: 'viewer' | 'open-application' | 'second-look';
  readonly applicationId: string | null;
  readonly state: 'told' | 'open' | 'kept' | 'invited';
  readonly dueOn: string | null;
  readonly at: string;
  readonly fits: 'pass' | 'fail' | 'unknown' | null;
  readonly note: string | null;
  readonly handledAt: string | null;
  readonly handledName: string | null;
};

function StateBadge({ kind, state }: Pick<NoticeShown, 'kind' | 'state'>) {
  const t = useText(restatementText);
  const word = kind === 'open-application' && state === 'kept' ? 'seen' : state;
  return <Badge tone={state === 'open' ? 'warn' : 'mute'}>{t(`restatement.notice.${word}`)}</Badge>;
}

type NoticesProps = {
  readonly notices: readonly NoticeShown[];
  readonly page: number;
  readonly more: boolean;
};

/** What a bank was told of: what waits for it first. */
export function NoticesPage({ notices, page, more }: NoticesProps) {
  const t = useText(restatementText);
  const address = (p: number) => `/bank/restatements?page=${p}`;
  const columns: Column<NoticeShown>[] = [
    {
      key: 'kind',
      header: t('restatement.bank.kind'),
      primary: true,
      cell: (n) => <TextLink to={`/bank/restatements/${n.id}`}>{t(`restatement.kind.${n.kind}`)}</TextLink>,
    },
    { key: 'firm', header: t('restatement.bank.firm'), cell: (n) => n.firm },
    { key: 'cause', header: t('restatement.cause'), cell: (n) => t(`restatement.cause.${n.cause}`) },
    { key: 'at', header: t('restatement.bank.at'), cell: (n) => <InstantText at={n.at} /> },
    { key: 'state', header: t('restatement.bank.state'), cell: (n) => <StateBadge {...n} /> },
  ];
  return (
    <div className="stack-lg">
      <PageHeader title={t('restatement.bank.title')} lede={t('restatement.bank.lede')} />
      <DataTable
        caption={t('restatement.bank.title')}
        captionHidden
        columns={columns}
        rows={notices}
        rowKey={(n) => n.id}
        empty={<EmptyState title={t('restatement.bank.none')} />}
      />
      <KeysetPager
        previous={page > 0 ? address(page - 1) : undefined}
        next={more ? address(page + 1) : undefined}
        shown={notices.length}
      />
    </div>
  );
}

/** One notice with what the bank has to do about it. */
export function NoticePage({
  notice,
  mayHandle,
  today,
}: {
  notice: NoticeShown;
  mayHandle: boolean;
  today: string;
}) {
  const t = useText(restatementText);
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('restatement.bank.title'), to: '/bank/restatements' }, { label: notice.firm }]}
        title={t(`restatement.kind.${notice.kind}`)}
        lede={[notice.firm, notice.uscc].filter(Boolean).join(' · ')}
        badge={<StateBadge {...notice} />}
      />
      <Card footer={t('restatement.no-details')}>
        <DefinitionList
          items={[
            { term: t('restatement.cause'), value: t(`restatement.cause.${notice.cause}`) },
            { term: t('restatement.bank.at'), value: <InstantText at={notice.at} /> },
            ...(notice.fits
              ? [{ term: t('restatement.fits'), value: t(`restatement.fits.${notice.fits}`) }]
              : []),
            ...(notice.dueOn
              ? [{ term: t('restatement.due'), value: <DayText day={notice.dueOn} today={today} /> }]
              : []),
            ...(notice.handledAt
              ? [
                  {
                    term: t('restatement.handled'),
                    value: notice.handledName ?? '',
                    note: <InstantText at={notice.handledAt} />,
                  },
                  { term: t('restatement.handle-note'), value: notice.note ?? '' },
                ]
              : []),
          ]}
        />
        {notice.applicationId ? (
          <div className="mt-4">
            <LinkButton to={`/bank/applications/${notice.applicationId}`} variant="secondary">
              {t('restatement.to-file')}
            </LinkButton>
          </div>
        ) : null}
      </Card>
      {notice.state === 'open' ? <Handle kind={notice.kind} mayHandle={mayHandle} /> : null}
    </div>
  );
}

function Handle({ kind, mayHandle }: { kind: NoticeShown['kind']; mayHandle: boolean }) {
  const t = useText(restatementText);
  const isSecond = kind === 'second-look';
  if (!mayHandle) return <Notice tone="info" title={t('restatement.handle-second')} />;
  return (
    <Card
      title={t('restatement.handle')}
      lede={t(isSecond ? 'restatement.handle-second' : 'restatement.handle-open')}
    >
      <CommandForm>
        {isSecond ? (
          <RadioCards
            name="outcome"
            legend={t('restatement.handle-outcome')}
            columns={2}
            options={(['kept', 'invited'] as const).map((value) => ({
              value,
              label: t(`restatement.outcome.${value}`),
            }))}
          />
        ) : (
          <input type="hidden" name="outcome" value="kept" />
        )}
        <TextAreaField name="note" label={t('restatement.handle-note')} rows={3} maxLength={1000} required />
        <div>
          <Button>{t('restatement.handle-do')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}
