import type { Role } from '~/domain/institution/role.ts';
import { accessText } from '~/text/access.ts';
import { shellText } from '~/text/shell.ts';
import { AccountFields } from '~/ui/access/account-fields.tsx';
import type { FormReply } from '~/ui/form-reply.ts';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { FormActions, PostForm } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { RefusalNotice } from '~/ui/refusal-notice.tsx';
import { useText } from '~/ui/text.ts';

export type InvitePageProps = {
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  readonly expiresAt: string;
  readonly leastPassword: number;
  readonly reply: FormReply | null;
};

/** Where an invited person makes their account. */
export function InvitePage({ name, role, organisation, expiresAt, leastPassword, reply }: InvitePageProps) {
  const t = useText(accessText);
  const word = useText(shellText);
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        title={t('access.invite.title')}
        lede={t('access.invite.lede', organisation, word(`role.${role}`))}
      />
      <Card>
        <RefusalNotice reply={reply} />
        <PostForm result={reply?.submission} className="stack mt-2">
          <TextField
            name="name"
            label={t('access.account.name')}
            hint={t('access.account.name-hint')}
            defaultValue={name}
            autoComplete="name"
            required
          />
          <AccountFields leastPassword={leastPassword} />
          <p className="text-sm text-ink-soft">
            {t('access.invite.until')} <InstantText at={expiresAt} />
          </p>
          <FormActions>
            <Button type="submit">{t('access.invite.submit')}</Button>
          </FormActions>
        </PostForm>
      </Card>
    </div>
  );
}
