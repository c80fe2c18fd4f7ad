import { webhookText } from '~/text/webhook.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, LinkButton } from '~/ui/parts/button.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { useText } from '~/ui/text.ts';
import { StandingBadge } from './webhooks-page.tsx';

type Attempt = {
  readonly at: string;
  readonly status: number | null;
  readonly ms: number;
  readonly outcome: string;
};
type Message = {
  readonly id: string;
  readonly type: string;
  readonly subjectId: string;
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly createdAt: string;
  readonly nextAt: string | null;
  readonly attempts: readonly Attempt[];
};

export type WebhookPageProps = {
  readonly id: string;
  readonly url: string;
  readonly standing: 'active' | 'disabled';
  readonly disabledFor: string | null;
  readonly messages: readonly Message[];
  readonly filter: Message['state'] | null;
  readonly page: number;
  readonly next: boolean;
};

const filters = [null, 'pending', 'delivered', 'failed'] as const;

/** The delivery log of one address, with what can be done about it. */
export function WebhookPage(props: WebhookPageProps) {
  const t = useText(webhookText);
  const { id, url, standing, disabledFor, messages, filter, page, next } = props;
  const href = (n: number) =>
    `/bank/webhooks/${id}?${new URLSearchParams({ ...(filter && { state: filter }), page: String(n) })}`;
  return (
    <div className="stack">
      <PageHeader
        title={t('hook.log')}
        lede={<span className="break-all">{url}</span>}
        actions={
          <LinkButton to="/bank/webhooks" variant="secondary">
            {t('hook.back')}
          </LinkButton>
        }
      />
      <div className="flex flex-wrap items-center gap-3">
        <StandingBadge state={standing} why={disabledFor} />
        <Standing active={standing === 'active'} />
      </div>
      <TabLinks
        label={t('hook.filter')}
        items={filters.map((each) => ({
          to: `/bank/webhooks/${id}${each ? `?state=${each}` : ''}`,
          label: t(each ? `hook.message.${each}` : 'hook.filter.all'),
          current: each === filter,
        }))}
      />
      <Log messages={messages} active={standing === 'active'} />
      <KeysetPager
        previous={page > 1 ? href(page - 1) : null}
        next={next ? href(page + 1) : null}
        shown={messages.length}
      />
    </div>
  );
}

function Standing({ active }: { active: boolean }) {
  const t = useText(webhookText);
  const intent = active ? 'disable' : 'enable';
  return (
    <>
      <CommandForm intent={intent} id={intent}>
        <Button variant="secondary" size="sm">
          {t(`hook.${intent}`)}
        </Button>
      </CommandForm>
      <ConfirmStep ask={t('hook.remove')} title={t('hook.remove-ask')} tone="danger">
        <CommandForm intent="remove" id="remove">
          <Button variant="danger" size="sm">
            {t('hook.remove')}
          </Button>
        </CommandForm>
      </ConfirmStep>
    </>
  );
}

const tones = { pending: 'info', delivered: 'good', failed: 'alert' } as const;

function Log({ messages, active }: { messages: readonly Message[]; active: boolean }) {
  const t = useText(webhookText);
  const columns: Column<Message>[] = [
    {
      key: 'type',
      header: t('hook.type'),
      primary: true,
      cell: ({ type, subjectId }) => (
        <>
          {t(`hook.type.${type}` as 'hook.type.application.submitted')}
          <span className="num block text-sm font-normal break-all text-ink-soft">{subjectId}</span>
        </>
      ),
    },
    { key: 'at', header: t('hook.at'), cell: ({ createdAt }) => <InstantText at={createdAt} /> },
    {
      key: 'attempts',
      header: t('hook.attempts'),
      cell: (message) => <Attempts message={message} />,
    },
    {
      key: 'state',
      header: t('hook.state'),
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`hook.message.${state}`)}</Badge>,
    },
    ...(active
      ? [{ key: 'resend', header: t('hook.resend'), cell: ({ id }: Message) => <Resend id={id} /> }]
      : []),
  ];
  return (
    <DataTable
      caption={t('hook.log')}
      captionHidden
      columns={columns}
      rows={messages}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('hook.log-none')}>{t('hook.log-none-next')}</EmptyState>}
    />
  );
}

function Attempts({ message }: { message: Message }) {
  const t = useText(webhookText);
  const said = ({ status, outcome }: Attempt) =>
    status === null ? t(`hook.outcome.${outcome}` as 'hook.outcome.timeout') : t('hook.status', status);
  return (
    <ol className="text-sm">
      {message.attempts.map((attempt) => (
        <li key={attempt.at + attempt.ms}>
          <InstantText at={attempt.at} /> {t('hook.attempt', said(attempt), attempt.ms)}
        </li>
      ))}
      {message.state === 'pending' && message.nextAt ? (
        <li className="text-ink-soft">
          {t('hook.next')} <InstantText at={message.nextAt} />
        </li>
      ) : null}
    </ol>
  );
}

function Resend({ id }: { id: string }) {
  const t = useText(webhookText);
  return (
    <CommandForm intent="resend" id={`resend-${id}`}>
      <input type="hidden" name="message" value={id} />
      <Button variant="secondary" size="sm">
        {t('hook.resend')}
      </Button>
    </CommandForm>
  );
}
