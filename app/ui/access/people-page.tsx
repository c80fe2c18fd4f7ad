import { Form } from '@remix-run/react';
import type { Role } from '~/domain/institution/role.ts';
import { accessText } from '~/text/access.ts';
import { shellText } from '~/text/shell.ts';
import { InvitationsWaiting, InviteForm } from '~/ui/access/invitations.tsx';
import { replyTo } from '~/ui/form-reply.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { HashChip } from '~/ui/parts/hash-chip.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { RefusalNotice } from '~/ui/refusal-notice.tsx';
import { useText } from '~/ui/text.ts';

export type Colleague = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly isActive: boolean;
  readonly isSelf: boolean;
  readonly lastLoginAt: string | null;
};

export type PeoplePageProps = {
  readonly people: readonly Colleague[];
  readonly invitations: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: Role;
    readonly expiresAt: string;
  }[];
  readonly roles: readonly Role[];
  /** The link that was just made: shown this once. */
  readonly fresh: { readonly name: string; readonly url: string } | null;
  readonly reply: unknown;
};

/** The people of one firm or institution, managed by its own administrator. */
export function PeoplePage({ people, invitations, roles, fresh, reply }: PeoplePageProps) {
  const t = useText(accessText);
  const title = useText(shellText)('nav.people');
  return (
    <div className="stack-lg">
      <PageHeader title={title} lede={t('access.people.lede')} />
      <RefusalNotice reply={replyTo(reply)} />
      {fresh ? <FreshLink {...fresh} /> : null}
      <Section title={t('access.people.current')}>
        <People people={people} />
      </Section>
      <Section title={t('access.people.invite')}>
        <InviteForm roles={roles} reply={replyTo(reply, 'invite')} />
      </Section>
      <Section title={t('access.people.invitations')}>
        <InvitationsWaiting invitations={invitations} />
      </Section>
    </div>
  );
}

function FreshLink({ name, url }: { name: string; url: string }) {
  const t = useText(accessText);
  return (
    <Notice live tone="good" title={t('access.people.link')} next={t('access.people.link-for', name)}>
      <HashChip value={url} label={t('access.people.copy')} keep={0} />
    </Notice>
  );
}

function People({ people }: { people: readonly Colleague[] }) {
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
    { key: 'action', header: t('access.people.action'), cell: (p) => <StandingAction person={p} /> },
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
