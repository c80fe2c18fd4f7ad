import { Form } from '@remix-run/react';
import type { Role } from '~/domain/institution/role.ts';
import { accessText } from '~/text/access.ts';
import { shellText } from '~/text/shell.ts';
import { type MailProps, MailSection } from '~/ui/access/mail-section.tsx';
import { replyTo } from '~/ui/form-reply.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { RadioCards } from '~/ui/parts/choice-field.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { FormActions, PostForm } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { RefusalNotice } from '~/ui/refusal-notice.tsx';
import { useText } from '~/ui/text.ts';

type OwnSession = { readonly startedAt: string; readonly lastSeenAt: string; readonly isThis: boolean };

export type AccountPageProps = {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly locale: string | null;
  readonly shownIn: string;
  readonly isDemo: boolean;
  readonly leastPassword: number;
  readonly sessions: readonly OwnSession[];
  /** Null for a role without an inbox. */
  readonly mail: MailProps | null;
  readonly reply: unknown;
};

/** One's own name, language, password and sessions. */
export function AccountPage(props: AccountPageProps) {
  const t = useText(accessText);
  const role = useText(shellText)(`role.${props.role}`);
  return (
    <div className="stack-lg">
      <PageHeader title={t('access.account.title')} lede={t('access.account.lede')} />
      <DefinitionList
        items={[
          { term: t('access.login.name'), value: <span className="num">{props.login}</span> },
          { term: t('access.account.role'), value: role },
        ]}
      />
      <Section title={t('access.account.self')}>
        <SelfForm {...props} />
      </Section>
      {props.mail ? <MailSection mail={props.mail} reply={props.reply} /> : null}
      <Section title={t('access.account.password')}>
        {props.isDemo ? <p>{t('access.account.demo-password')}</p> : <PasswordForm {...props} />}
      </Section>
      <Section title={t('access.account.sessions')} lede={t('access.account.sessions-lede')}>
        <Sessions sessions={props.sessions} />
      </Section>
    </div>
  );
}

function SelfForm({ name, locale, shownIn, reply }: AccountPageProps) {
  const t = useText(accessText);
  return (
    <PostForm id="self" result={replyTo(reply, 'save')?.submission}>
      <input type="hidden" name="intent" value="save" />
      <TextField
        name="name"
        label={t('access.account.name')}
        hint={t('access.account.name-hint')}
        defaultValue={name}
        autoComplete="name"
        required
      />
      <RadioCards
        name="locale"
        legend={t('access.account.locale')}
        columns={2}
        defaultValue={locale ?? shownIn}
        options={[
          { value: 'zh-CN', label: t('access.account.zh') },
          { value: 'en', label: t('access.account.en') },
        ]}
      />
      <FormActions>
        <Button type="submit">{t('access.account.save')}</Button>
      </FormActions>
    </PostForm>
  );
}

function PasswordForm({ login, leastPassword, reply }: AccountPageProps) {
  const t = useText(accessText);
  const own = replyTo(reply, 'password');
  return (
    <>
      <RefusalNotice reply={own} />
      <PostForm id="password" result={own?.submission}>
        <input type="hidden" name="intent" value="password" />
        <input type="text" name="username" value={login} autoComplete="username" readOnly hidden />
        <TextField
          name="current"
          type="password"
          label={t('access.account.current')}
          autoComplete="current-password"
          required
        />
        <TextField
          name="next"
          type="password"
          label={t('access.account.next')}
          hint={t('access.password-hint', leastPassword)}
          autoComplete="new-password"
          required
        />
        <FormActions>
          <Button type="submit">{t('access.account.password')}</Button>
        </FormActions>
      </PostForm>
    </>
  );
}

function Sessions({ sessions }: { sessions: readonly OwnSession[] }) {
  const t = useText(accessText);
  return (
    <>
      <DataTable
        caption={t('access.account.sessions')}
        captionHidden
        rows={sessions}
        rowKey={(session) => `${session.startedAt} ${session.lastSeenAt} ${session.isThis}`}
        columns={[
          {
            key: 'device',
            header: t('access.account.device'),
            primary: true,
            cell: (session) =>
              session.isThis ? (
                <Badge tone="good">{t('access.account.this-session')}</Badge>
              ) : (
                t('access.account.other-session')
              ),
          },
          {
            key: 'started',
            header: t('access.account.started'),
            cell: (s) => <InstantText at={s.startedAt} />,
          },
          {
            key: 'seen',
            header: t('access.account.last-seen'),
            cell: (s) => <InstantText at={s.lastSeenAt} />,
          },
        ]}
      />
      {sessions.length > 1 ? (
        <Form method="post">
          <Button name="intent" value="end-others" variant="secondary">
            {t('access.account.end-others')}
          </Button>
        </Form>
      ) : null}
    </>
  );
}
