import { mailModes } from '~/domain/institution/mail-wish.ts';
import { mailText } from '~/text/mail-setting.ts';
import { replyTo } from '~/ui/form-reply.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { CheckboxField, RadioCards } from '~/ui/parts/choice-field.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { FormActions, PostForm } from '~/ui/parts/form.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { RefusalNotice } from '~/ui/refusal-notice.tsx';
import { useText } from '~/ui/text.ts';

type Mail = {
  readonly id: string;
  readonly kind: string;
  readonly dueAt: string;
  readonly state: string;
  readonly attempts: number;
};

export type MailProps = {
  readonly address: string | null;
  readonly isConfirmed: boolean;
  readonly codeWaits: boolean;
  readonly mode: string;
  readonly digestHour: number;
  readonly quietFrom: number;
  readonly quietTo: number;
  readonly urgentAnytime: boolean;
  readonly hasServer: boolean;
  readonly mails: readonly Mail[];
};

type Props = { readonly mail: MailProps; readonly reply: unknown };

/** Reminders by e-mail: address and its confirmation, when they come, and how the last ones went. */
export function MailSection({ mail, reply }: Props) {
  const t = useText(mailText);
  return (
    <Section title={t('mail.title')} lede={t('mail.lede')}>
      {mail.hasServer ? null : (
        <Notice tone="info" title={t('mail.no-server')}>
          {t('mail.no-server-next')}
        </Notice>
      )}
      <WishForm mail={mail} reply={reply} />
      {mail.codeWaits ? <CodeForm reply={reply} /> : null}
      {mail.mails.length > 0 ? <MailLog mails={mail.mails} /> : null}
    </Section>
  );
}

function WishForm({ mail, reply }: Props) {
  const t = useText(mailText);
  const own = replyTo(reply, 'mail');
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: t('mail.hour', hour),
  }));
  return (
    <>
      <RefusalNotice reply={own} />
      <PostForm id="mail" result={own?.submission}>
        <input type="hidden" name="intent" value="mail" />
        <TextField
          name="address"
          type="email"
          label={t('mail.address')}
          hint={t('mail.address-hint')}
          autoComplete="email"
          defaultValue={mail.address ?? undefined}
        />
        {mail.address ? (
          <p>
            <Badge tone={mail.isConfirmed ? 'good' : 'warn'}>
              {t(mail.isConfirmed ? 'mail.confirmed' : 'mail.unconfirmed')}
            </Badge>
          </p>
        ) : null}
        <RadioCards
          name="mode"
          legend={t('mail.mode')}
          columns={3}
          defaultValue={mail.mode}
          options={mailModes.map((mode) => ({ value: mode, label: t(`mail.mode.${mode}`) }))}
        />
        <div className="grid gap-4 sm:grid-cols-3">
          <SelectField
            name="digestHour"
            label={t('mail.digest')}
            options={hours}
            defaultValue={String(mail.digestHour)}
          />
          <SelectField
            name="quietFrom"
            label={t('mail.quiet-from')}
            options={hours}
            defaultValue={String(mail.quietFrom)}
          />
          <SelectField
            name="quietTo"
            label={t('mail.quiet-to')}
            options={hours}
            defaultValue={String(mail.quietTo)}
          />
        </div>
        <CheckboxField name="urgentAnytime" label={t('mail.urgent')} defaultChecked={mail.urgentAnytime} />
        <FormActions>
          <Button type="submit">{t('mail.save')}</Button>
        </FormActions>
      </PostForm>
    </>
  );
}

function CodeForm({ reply }: Pick<Props, 'reply'>) {
  const t = useText(mailText);
  const own = replyTo(reply, 'mail-code');
  return (
    <>
      <RefusalNotice reply={own} />
      <PostForm id="mail-code" result={own?.submission}>
        <input type="hidden" name="intent" value="mail-code" />
        <TextField
          name="code"
          label={t('mail.code')}
          hint={t('mail.code-hint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          width="sm"
          code
          required
        />
        <FormActions>
          <Button type="submit">{t('mail.confirm')}</Button>
        </FormActions>
      </PostForm>
    </>
  );
}

const kinds = ['single', 'digest', 'code'] as const;

function MailLog({ mails }: { mails: readonly Mail[] }) {
  const t = useText(mailText);
  const stateOf = ({ state, attempts }: Mail) => {
    if (state === 'sent' || state === 'skipped' || state === 'failed') return t(`mail.state.${state}`);
    return t('mail.state.pending', attempts);
  };
  return (
    <DataTable
      caption={t('mail.log')}
      rows={mails}
      rowKey={(mail) => mail.id}
      columns={[
        {
          key: 'kind',
          header: t('mail.log.kind'),
          primary: true,
          cell: (mail) => t(`mail.kind.${kinds.find((kind) => kind === mail.kind) ?? 'single'}`),
        },
        { key: 'due', header: t('mail.log.due'), cell: (mail) => <InstantText at={mail.dueAt} /> },
        { key: 'state', header: t('mail.log.state'), cell: stateOf },
      ]}
    />
  );
}
