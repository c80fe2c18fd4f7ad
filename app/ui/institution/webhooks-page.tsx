import { webhookTypes } from '~/domain/institution/webhook.ts';
import { webhookText } from '~/text/webhook.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { CheckboxGroups } from '~/ui/parts/checkbox-groups.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';

type Endpoint = {
  readonly id: string;
  readonly url: string;
  readonly types: readonly string[];
  readonly state: string;
  readonly disabledFor: string | null;
  readonly messages: number;
  readonly delivered: number;
  readonly pending: number;
  readonly failed: number;
};

export type WebhooksPageProps = {
  readonly endpoints: readonly Endpoint[];
  readonly fresh: { readonly name: string; readonly token: string } | null;
};

/** Where a bank's system is told: its addresses, a new one with its secret shown once, how a signature is checked. */
export function WebhooksPage({ endpoints, fresh }: WebhooksPageProps) {
  const t = useText(webhookText);
  return (
    <div className="stack-lg">
      <PageHeader
        title={t('hook.title')}
        lede={t('hook.lede')}
        actions={
          <LinkButton to="/bank/clients" variant="secondary">
            {t('hook.to-clients')}
          </LinkButton>
        }
      />
      {fresh ? (
        <Notice tone="warn" title={t('hook.fresh')}>
          <DefinitionList
            items={[{ term: t('hook.secret'), value: <code className="num break-all">{fresh.token}</code> }]}
          />
        </Notice>
      ) : null}
      <Section title={t('hook.list')}>
        <Endpoints endpoints={endpoints} />
      </Section>
      <NewEndpoint />
      <Card title={t('hook.how')}>
        <div className="stack measure">
          <p>{t('hook.how-1')}</p>
          <p>{t('hook.how-2')}</p>
          <p>{t('hook.how-3')}</p>
        </div>
      </Card>
    </div>
  );
}

function Endpoints({ endpoints }: Pick<WebhooksPageProps, 'endpoints'>) {
  const t = useText(webhookText);
  const columns: Column<Endpoint>[] = [
    {
      key: 'url',
      header: t('hook.url'),
      primary: true,
      cell: ({ id, url }) => (
        <TextLink to={`/bank/webhooks/${id}`}>
          <span className="break-all">{url}</span>
        </TextLink>
      ),
    },
    {
      key: 'types',
      header: t('hook.types'),
      cell: ({ types }) =>
        types.length === 0
          ? t('hook.all-types')
          : types.map((type) => t(`hook.type.${type}` as 'hook.type.application.submitted')).join('、'),
    },
    {
      key: 'messages',
      header: t('hook.messages'),
      cell: (row) => t('hook.counts', row.messages, row.delivered, row.pending, row.failed),
    },
    {
      key: 'state',
      header: t('hook.state'),
      cell: ({ state, disabledFor }) => <StandingBadge state={state} why={disabledFor} />,
    },
  ];
  return (
    <DataTable
      caption={t('hook.list')}
      captionHidden
      columns={columns}
      rows={endpoints}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('hook.none')}>{t('hook.none-next')}</EmptyState>}
    />
  );
}

/** On, or off and why. */
export function StandingBadge({ state, why }: { state: string; why: string | null }) {
  const t = useText(webhookText);
  if (state === 'active') return <Badge tone="good">{t('hook.state.active')}</Badge>;
  return (
    <>
      <Badge tone={why === 'by-hand' ? 'mute' : 'alert'}>{t('hook.state.disabled')}</Badge>
      {why ? <span className="block text-sm">{t(`hook.why.${why}` as 'hook.why.gone')}</span> : null}
    </>
  );
}

function NewEndpoint() {
  const t = useText(webhookText);
  return (
    <Card title={t('hook.create')}>
      <CommandForm>
        <TextField
          name="url"
          label={t('hook.url')}
          hint={t('hook.url-hint')}
          type="url"
          maxLength={500}
          required
        />
        <CheckboxGroups
          name="types"
          legend={t('hook.types')}
          columns={2}
          groups={[
            {
              id: 'all',
              label: t('hook.types-hint'),
              items: webhookTypes.map((type) => ({ value: type, label: t(`hook.type.${type}`) })),
            },
          ]}
        />
        <FormActions>
          <Button>{t('hook.create')}</Button>
        </FormActions>
      </CommandForm>
    </Card>
  );
}
