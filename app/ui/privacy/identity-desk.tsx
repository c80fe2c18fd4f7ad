import { type IdentityState, identityDocuments } from '~/domain/privacy/identity-check.ts';
import { identityText } from '~/text/identity.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { showInstant } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { RadioCards } from '~/ui/parts/choice-field.tsx';
import type { Tone } from '~/ui/parts/class-names.ts';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { HashChip } from '~/ui/parts/hash-chip.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type IdentityShown = {
  readonly id: string;
  readonly document: (typeof identityDocuments)[number];
  readonly reason: string;
  readonly note: string | null;
  readonly askerName: string;
  readonly deciderName: string | null;
  readonly isOwn: boolean;
  readonly state: IdentityState;
  readonly askedAt: string;
  readonly expiresAt: string | null;
};

export type IdentityDeskProps = {
  readonly identities: {
    readonly rows: readonly IdentityShown[];
    readonly decideWithinHours: number;
    readonly linkDays: number;
  };
  readonly mayAskIdentity: boolean;
  readonly fresh: { readonly url: string } | null;
};

const tones = {
  ...{ waiting: 'warn', lapsed: 'mute', refused: 'bad', open: 'good', over: 'mute' },
} as const satisfies Record<IdentityState, Tone>;

/** Who came to the desk to see everything held about them: the form that enters it, and what a second person decides. */
export function IdentityDesk({ identities, mayAskIdentity, fresh }: IdentityDeskProps) {
  const t = useText(identityText);
  const { rows, decideWithinHours, linkDays } = identities;
  return (
    <Section
      id="identities"
      title={t('identity.title')}
      lede={t('identity.lede', decideWithinHours, linkDays)}
    >
      {fresh ? (
        <Notice live tone="good" title={t('identity.link')} next={t('identity.link-next')}>
          <HashChip value={fresh.url} label={t('identity.link-copy')} keep={0} />
        </Notice>
      ) : null}
      {mayAskIdentity ? <AskForm /> : null}
      {rows.length === 0 ? <EmptyState title={t('identity.none')} /> : null}
      <ul className="stack">
        {rows.map((row) => (
          <li key={row.id}>
            <Line row={row} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function AskForm() {
  const t = useText(identityText);
  return (
    <ConfirmStep ask={t('identity.ask')} title={t('identity.ask')} open={useReply('identify') !== null}>
      <CommandForm intent="identify">
        <TextField
          name="idNumber"
          label={t('identity.number')}
          code
          autoComplete="off"
          maxLength={24}
          required
        />
        <SelectField
          name="document"
          label={t('identity.document')}
          options={identityDocuments.map((value) => ({ value, label: t(`identity.document.${value}`) }))}
          required
        />
        <TextAreaField
          name="reason"
          label={t('identity.reason')}
          hint={t('identity.reason-hint')}
          rows={3}
          maxLength={1_000}
          required
        />
        <FormActions>
          <Button>{t('identity.submit')}</Button>
        </FormActions>
      </CommandForm>
    </ConfirmStep>
  );
}

function Line({ row }: { row: IdentityShown }) {
  const t = useText(identityText);
  const locale = useLocale();
  const until =
    row.state === 'open' && row.expiresAt ? t('identity.until', showInstant(row.expiresAt, locale)) : '';
  return (
    <Card
      level={3}
      title={t(`identity.document.${row.document}`)}
      lede={[row.askerName, showInstant(row.askedAt, locale)].join(' · ')}
      actions={
        <Badge tone={tones[row.state]}>
          {[t(`identity.state.${row.state}`), until].filter(Boolean).join(' ')}
        </Badge>
      }
    >
      <div className="stack">
        <p className="measure whitespace-pre-line">{row.reason}</p>
        {row.deciderName ? (
          <p className="text-ink-soft">
            {t('identity.decided-by')} {row.deciderName} · {row.note}
          </p>
        ) : null}
        {row.state === 'waiting' && row.isOwn ? <p className="text-ink-soft">{t('identity.own')}</p> : null}
        {row.state === 'waiting' && !row.isOwn ? <DecideForm id={row.id} /> : null}
      </div>
    </Card>
  );
}

function DecideForm({ id }: { id: string }) {
  const t = useText(identityText);
  const form = `decide-${id}`;
  return (
    <ConfirmStep
      ask={t('identity.decide')}
      title={t('identity.decide-title')}
      open={useReply('decide-identity', form) !== null}
    >
      <CommandForm intent="decide-identity" id={form}>
        <input type="hidden" name="identity" value={id} />
        <RadioCards
          name="decision"
          legend={t('identity.decide-title')}
          columns={2}
          options={(['confirmed', 'refused'] as const).map((value) => ({
            value,
            label: t(`identity.decision.${value}`),
          }))}
        />
        <TextField
          name="idNumber"
          label={t('identity.number-again')}
          code
          autoComplete="off"
          maxLength={24}
        />
        <TextAreaField name="note" label={t('identity.note')} rows={2} maxLength={1_000} required />
        <FormActions>
          <Button>{t('identity.decide-do')}</Button>
        </FormActions>
      </CommandForm>
    </ConfirmStep>
  );
}
