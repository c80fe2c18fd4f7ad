import type { ApiScope } from '~/domain/institution/api-scope.ts';
import { clientText } from '~/text/api-client.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, LinkButton } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { CheckboxGroups } from '~/ui/parts/checkbox-groups.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';

type Client = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  /** The short name of its public key. */
  readonly key: string | null;
  readonly expiresOn: string;
  readonly lastUsedAt: string | null;
  readonly state: 'active' | 'expired' | 'revoked';
};

export type ClientsPageProps = {
  /** What the institution's machines may be let do. */
  readonly scopes: readonly ApiScope[];
  /** Machines of a department push records; those of a recipient acknowledge withdrawals. */
  readonly side: 'provider' | 'recipient';
  readonly clients: readonly Client[];
  readonly fresh: { readonly name: string; readonly token: string } | null;
  readonly origin: string;
};

/** Machines of a department: who may push, how it is done, a new client with its secret shown once. */
export function ClientsPage({ side, scopes, clients, fresh, origin }: ClientsPageProps) {
  const t = useText(clientText);
  return (
    <div className="stack-lg">
      <PageHeader
        title={t(side === 'provider' ? 'client.title' : 'client.title-recipient')}
        lede={t(side === 'provider' ? 'client.lede' : 'client.lede-recipient')}
        actions={
          <LinkButton to="/api/openapi.json" variant="secondary" download>
            {t('client.description')}
          </LinkButton>
        }
      />
      {fresh ? (
        <Notice tone="warn" title={t('client.fresh')}>
          <DefinitionList
            items={[
              { term: t('client.id'), value: <code className="num break-all">{fresh.name}</code> },
              { term: t('client.secret'), value: <code className="num break-all">{fresh.token}</code> },
            ]}
          />
        </Notice>
      ) : null}
      <Section title={t('client.list')}>
        <Clients clients={clients} />
      </Section>
      <NewClient side={side} scopes={scopes} />
      <How side={side} scopes={scopes} origin={origin} />
    </div>
  );
}

const tones = { active: 'good', expired: 'mute', revoked: 'mute' } as const;

function Clients({ clients }: Pick<ClientsPageProps, 'clients'>) {
  const t = useText(clientText);
  const columns: Column<Client>[] = [
    {
      key: 'name',
      header: t('client.name'),
      primary: true,
      cell: (client) => (
        <>
          {client.name}
          <span className="num block text-sm font-normal break-all text-ink-soft">{client.id}</span>
        </>
      ),
    },
    {
      key: 'scopes',
      header: t('client.scopes'),
      cell: (client) => (
        <>
          {client.scopes.join(' ')}
          {client.key ? (
            <span className="num block text-sm text-ink-soft">{t('client.own-key', client.key)}</span>
          ) : null}
        </>
      ),
    },
    { key: 'expires', header: t('client.expires'), cell: (client) => <DayText day={client.expiresOn} /> },
    {
      key: 'used',
      header: t('client.last-used'),
      cell: (client) => (client.lastUsedAt ? <InstantText at={client.lastUsedAt} /> : t('client.never')),
    },
    {
      key: 'state',
      header: t('client.state'),
      cell: (client) => <Badge tone={tones[client.state]}>{t(`client.state.${client.state}`)}</Badge>,
    },
    {
      key: 'revoke',
      header: t('client.revoke'),
      cell: (client) => (client.state === 'active' ? <Revoke client={client} /> : null),
    },
  ];
  return (
    <DataTable
      caption={t('client.list')}
      captionHidden
      columns={columns}
      rows={clients}
      rowKey={(client) => client.id}
      empty={<EmptyState title={t('client.none')}>{t('client.none-next')}</EmptyState>}
    />
  );
}

function Revoke({ client }: { client: Client }) {
  const t = useText(clientText);
  return (
    <ConfirmStep ask={t('client.revoke')} title={t('client.revoke-ask', client.name)} tone="danger">
      <CommandForm intent="revoke" id={`revoke-${client.id}`}>
        <input type="hidden" name="id" value={client.id} />
        <Button variant="danger" size="sm">
          {t('client.revoke')}
        </Button>
      </CommandForm>
    </ConfirmStep>
  );
}

function NewClient({ side, scopes }: Pick<ClientsPageProps, 'side' | 'scopes'>) {
  const t = useText(clientText);
  return (
    <Card title={t('client.create')}>
      <CommandForm intent="create">
        <TextField
          name="name"
          label={t('client.name')}
          hint={t('client.name-hint')}
          maxLength={60}
          required
        />
        <CheckboxGroups
          name="scopes"
          legend={t('client.scopes')}
          columns={1}
          groups={[
            {
              id: 'all',
              label: t('client.scopes'),
              items: scopes.map((scope) => ({
                value: scope,
                label: t(`client.scope.${scope}`),
                hint: scope,
              })),
            },
          ]}
        />
        {side === 'recipient' ? (
          <TextAreaField
            name="publicKey"
            label={t('client.key')}
            hint={t('client.key-hint')}
            rows={4}
            optional
          />
        ) : null}
        <DateField name="expiresOn" label={t('client.expires')} hint={t('client.expires-hint')} required />
        <FormActions>
          <Button>{t('client.create')}</Button>
        </FormActions>
      </CommandForm>
    </Card>
  );
}

function How({ side, scopes, origin }: Pick<ClientsPageProps, 'side' | 'scopes' | 'origin'>) {
  const t = useText(clientText);
  const own = side === 'provider' ? pushSteps(t, origin) : answerSteps(t, origin);
  const steps = scopes.includes('applications:handle') ? [...own, ...lendSteps(t, origin)] : own;
  return (
    <Card title={t(side === 'provider' ? 'client.how' : 'client.how-answer')}>
      <ol className="stack">
        {steps.map(([title, line]) => (
          <li key={title}>
            <p className="measure">{title}</p>
            <pre className="whitespace-pre-wrap break-all rounded-sheet border border-line bg-well p-3 text-sm">
              <code>{line}</code>
            </pre>
          </li>
        ))}
      </ol>
    </Card>
  );
}

type Word = (key: `client.how-${1 | 2 | 3 | 4 | 5 | 6}` | `client.bank-how-${2 | 3 | 4}`) => string;

const answerSteps = (t: Word, origin: string) =>
  [
    [t('client.how-4'), 'openssl genpkey -algorithm ed25519 -out key.pem\nopenssl pkey -in key.pem -pubout'],
    [
      t('client.how-5'),
      `curl -d grant_type=client_credentials -d client_id=ID -d client_secret=SECRET ${origin}/api/v1/token\ncurl -H 'Authorization: Bearer TOKEN' ${origin}/api/v1/withdrawals`,
    ],
    [
      t('client.how-6'),
      `printf %s "$STATEMENT" > statement\nSIGNATURE=$(openssl pkeyutl -sign -rawin -inkey key.pem -in statement | base64 -w0)\ncurl -H 'Authorization: Bearer TOKEN' -H 'Idempotency-Key: purge-0001' -H 'Content-Type: application/json' \\\n  -d "{\\"step\\":\\"stopped\\",\\"signature\\":\\"$SIGNATURE\\"}" ${origin}/api/v1/withdrawals/CONSENT/acknowledgements`,
    ],
  ] as const;

/** How a bank's lending system takes its steps. */
const lendSteps = (t: Word, origin: string) => {
  const write = `-H 'Authorization: Bearer TOKEN' -H 'Idempotency-Key: step-0001' -H 'Content-Type: application/json'`;
  const one = `${origin}/api/v1/applications/APPLICATION`;
  const waiting = `curl -H 'Authorization: Bearer TOKEN' '${origin}/api/v1/applications?state=submitted'`;
  return [
    [t('client.bank-how-2'), `${waiting}\ncurl -X POST ${write} ${one}/pick-up`],
    [
      t('client.bank-how-3'),
      `curl ${write} \\\n  -d '{"outcome":"decline","reasons":["documents-incomplete"]}' ${one}/proposal\ncurl ${write} -d '{"answer":"confirm","proposal":"HASH"}' ${one}/decision`,
    ],
    [
      t('client.bank-how-4'),
      `printf 'xinqiao-bank-message/1\\nAPPLICATION\\nCLIENT\\nin-review\\n100000000\\nDAY\\nstep-0001\\n' > m.txt\nopenssl pkeyutl -sign -inkey bank.pem -rawin -in m.txt | base64 -w0\ncurl -X POST ${write} -H 'Bank-Day: DAY' -H 'Bank-Signature: SIGNATURE' ${one}/pick-up`,
    ],
  ] as const;
};

const pushSteps = (t: Word, origin: string) =>
  [
    [
      t('client.how-1'),
      `curl -d grant_type=client_credentials -d client_id=ID -d client_secret=SECRET ${origin}/api/v1/token`,
    ],
    [
      t('client.how-2'),
      `curl -H 'Authorization: Bearer TOKEN' -H 'Idempotency-Key: 2026-11-27-0001' -H 'Content-Type: application/json' \\\n  -d '{"item":"tax.payment","records":[{"uscc":"91640100MAXX00015K","date":"2026-10","amount":"1075.00","category":"vat"}]}' \\\n  ${origin}/api/v1/batches`,
    ],
    [
      t('client.how-3'),
      `curl -H 'Authorization: Bearer TOKEN' ${origin}/api/v1/batches/BATCH\ncurl -H 'Authorization: Bearer TOKEN' ${origin}/api/v1/batches/BATCH/rejects`,
    ],
  ] as const;
