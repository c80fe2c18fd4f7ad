import { Form } from '@remix-run/react';
import type { Role } from '~/domain/institution/role.ts';
import { accessText } from '~/text/access.ts';
import { shellText } from '~/text/shell.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useText } from '~/ui/text.ts';

export type Colleague = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly isActive: boolean;
  readonly isSelf?: boolean | undefined;
  readonly lastLoginAt: string | null;
};

/** The people of an organisation; with `actions` a colleague may be disabled or restored. */
export function PeopleTable({
  people,
  actions = false,
}: {
  people: readonly Colleague[];
  actions?: boolean;
}) {
  const t = useText(accessText);
  const role = useText(shellText);
  const columns: Column<Colleague>[] = [
    { key: 'name', header: t('access.account.name'), primary: true, cell: (p) => p.name },
    { key: 'role', header: t('access.account.role'), cell: (p) => role(`role.${p.role}`) },
    { key: 'login', header: t('access.people.login'), cell: (p) => <span className="num">{p.login}</span> },
    {
      key: 'last',
      header: t('access.people.last-login'),
      cell: (p) => (p.lastLoginAt ? <InstantText at={p.lastLoginAt} /> : t('access.people.never')),
    },
    {
      key: 'state',
      header: t('access.people.state'),
      cell: (p) => (
        <Badge tone={p.isActive ? 'good' : 'mute'}>
          {t(p.isActive ? 'access.people.active' : 'access.people.disabled')}
        </Badge>
      ),
    },
    ...(actions ? [{ key: 'action', header: t('access.people.action'), cell: standingAction }] : []),
  ];
  return (
    <DataTable
      caption={t('access.people.current')}
      captionHidden
      rows={people}
      rowKey={(p) => p.id}
      columns={columns}
    />
  );
}

const standingAction = (person: Colleague) => <StandingAction person={person} />;

function StandingAction({ person }: { person: Colleague }) {
  const t = useText(accessText);
  if (person.isSelf) return <span className="text-ink-soft">{t('access.people.you')}</span>;
  if (!person.isActive) return <StandingForm id={person.id} to="active" label={t('access.people.restore')} />;
  return (
    <ConfirmStep
      ask={t('access.people.disable')}
      title={t('access.people.disable-ask', person.name)}
      tone="danger"
    >
      <StandingForm id={person.id} to="disabled" label={t('access.people.disable')} />
    </ConfirmStep>
  );
}

function StandingForm({ id, to, label }: { id: string; to: 'active' | 'disabled'; label: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="standing" />
      <input type="hidden" name="id" value={id} />
      <Button name="to" value={to} variant={to === 'disabled' ? 'danger' : 'secondary'}>
        {label}
      </Button>
    </Form>
  );
}
