import type { GlassState } from '~/domain/privacy/glass.ts';
import { privacyDeskText } from '~/text/privacy-desk.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { NumberField } from '~/ui/parts/amount-field.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';
import { GlassStateBadge, ReviewDue } from './glass-state-badge.tsx';

type GlassLine = {
  readonly id: string;
  readonly firm: string;
  readonly reason: string;
  readonly askerName: string;
  readonly state: GlassState;
  readonly askedAt: string;
  readonly reviewDue: string | null;
  readonly isReviewLate: boolean;
};
type GlassListProps = {
  readonly rows: readonly GlassLine[];
  readonly longestMinutes: number;
  readonly mayAsk: boolean;
};

/** Every emergency access, and the form that asks for one. */
export function GlassList({ rows, longestMinutes, mayAsk }: GlassListProps) {
  const t = useText(privacyDeskText);
  return (
    <div className="stack-lg">
      <PageHeader title={t('glass.title')} lede={t('glass.lede')} />
      {mayAsk ? <AskForm longestMinutes={longestMinutes} /> : null}
      <Section title={t('glass.list')}>
        <DataTable
          caption={t('glass.list')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('glass.none')} />}
          columns={[
            {
              key: 'firm',
              header: t('glass.firm'),
              primary: true,
              cell: (row) => <TextLink to={`/operator/emergency/${row.id}`}>{row.firm}</TextLink>,
            },
            { key: 'reason', header: t('glass.reason'), cell: (row) => row.reason },
            { key: 'by', header: t('glass.by'), cell: (row) => row.askerName },
            { key: 'at', header: t('glass.asked-at'), cell: (row) => <InstantText at={row.askedAt} /> },
            { key: 'state', header: t('glass.state'), cell: (row) => <GlassStateBadge state={row.state} /> },
            { key: 'due', header: t('glass.review-due'), cell: (row) => <ReviewDue {...row} /> },
          ]}
        />
      </Section>
    </div>
  );
}

function AskForm({ longestMinutes }: Pick<GlassListProps, 'longestMinutes'>) {
  const t = useText(privacyDeskText);
  return (
    <Card title={t('glass.ask')}>
      <CommandForm>
        <TextField name="uscc" label={t('glass.uscc')} code maxLength={18} required />
        <TextAreaField
          name="reason"
          label={t('glass.reason')}
          hint={t('glass.reason-hint')}
          rows={3}
          maxLength={500}
          required
        />
        <NumberField
          name="minutes"
          label={t('glass.minutes')}
          hint={t('glass.minutes-hint', longestMinutes)}
          unit={t('glass.minute-unit')}
          required
        />
        <FormActions>
          <Button>{t('glass.submit')}</Button>
        </FormActions>
      </CommandForm>
    </Card>
  );
}
