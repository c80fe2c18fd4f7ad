import { Form } from '@remix-run/react';
import { invitationDays } from '~/domain/institution/invitation.ts';
import type { Role } from '~/domain/institution/role.ts';
import { accessText } from '~/text/access.ts';
import { branchText } from '~/text/branch.ts';
import { shellText } from '~/text/shell.ts';
import type { FormReply } from '~/ui/form-reply.ts';
import { Button } from '~/ui/parts/button.tsx';
import { RadioCards } from '~/ui/parts/choice-field.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { FormActions, PostForm } from '~/ui/parts/form.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useNamed, useText } from '~/ui/text.ts';

export type OpenInvitation = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly expiresAt: string;
};
export type BranchOption = { readonly id: string; readonly zh: string; readonly en: string };

type InviteProps = {
  readonly roles: readonly Role[];
  readonly branches: readonly BranchOption[];
  readonly reply: FormReply | null;
};

/** Asks for a name and a role, in a bank with branches for where the person will work, and makes a link. */
export function InviteForm({ roles, branches, reply }: InviteProps) {
  const t = useText(accessText);
  const branch = useText(branchText);
  const name = useNamed();
  const word = useText(shellText);
  return (
    <PostForm id="invite" result={reply?.submission}>
      <input type="hidden" name="intent" value="invite" />
      <TextField name="name" label={t('access.account.name')} required />
      <RadioCards
        name="role"
        legend={t('access.account.role')}
        defaultValue={roles[0]}
        options={roles.map((role) => ({
          value: role,
          label: word(`role.${role}`),
          hint: t(`access.role.${role}`),
        }))}
      />
      {branches.length > 0 ? (
        <SelectField
          name="branch"
          label={branch('branch.works-at')}
          empty={branch('branch.head-office')}
          options={branches.map((each) => ({ value: each.id, label: name(each) }))}
        />
      ) : null}
      <p className="text-sm text-ink-soft">{t('access.people.invite-hint', invitationDays)}</p>
      <FormActions>
        <Button type="submit">{t('access.people.create-link')}</Button>
      </FormActions>
    </PostForm>
  );
}

type WaitingProps = { readonly invitations: readonly OpenInvitation[]; readonly actions?: boolean };

/** Links that can still be used, each with its end; with `actions` they may be revoked. */
export function InvitationsWaiting({ invitations, actions = false }: WaitingProps) {
  const t = useText(accessText);
  const word = useText(shellText);
  return (
    <DataTable
      caption={t('access.people.invitations')}
      captionHidden
      empty={<EmptyState title={t('access.people.no-invitations')} />}
      rows={invitations}
      rowKey={(invitation) => invitation.id}
      columns={[
        { key: 'name', header: t('access.people.invited-for'), primary: true, cell: (i) => i.name },
        { key: 'role', header: t('access.account.role'), cell: (i) => word(`role.${i.role}`) },
        { key: 'until', header: t('access.people.expires'), cell: (i) => <InstantText at={i.expiresAt} /> },
        ...(actions ? [{ key: 'action', header: t('access.people.action'), cell: revoke }] : []),
      ]}
    />
  );
}

const revoke = (invitation: OpenInvitation) => <Revoke id={invitation.id} />;

function Revoke({ id }: { id: string }) {
  const t = useText(accessText);
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="revoke" />
      <Button name="id" value={id} variant="secondary" size="sm">
        {t('access.people.revoke')}
      </Button>
    </Form>
  );
}
