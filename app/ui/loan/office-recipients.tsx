import { remits } from '~/domain/loan/office.ts';
import { loanOfficeText } from '~/text/loan-office.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Appointment = {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly remit: 'month-list' | 'maturity';
  readonly region: string;
  readonly ended: boolean;
  readonly madeAt: string | null;
  readonly openedAt: string | null;
};

export type RecipientsProps = {
  readonly appointments: readonly Appointment[];
  readonly authorities: readonly { readonly id: string; readonly nameZh: string; readonly nameEn: string }[];
};

/** Who gets the monthly list or the reminders, whether this month's copy was opened, and the form to appoint another. */
export function OfficeRecipients({ appointments, authorities }: RecipientsProps) {
  const t = useText(loanOfficeText);
  const locale = useLocale();
  return (
    <Section title={t('office.recipients')} lede={t('office.recipients-lede')}>
      <DataTable
        caption={t('office.recipients')}
        captionHidden
        rows={appointments}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('office.none')}>{t('office.none-next')}</EmptyState>}
        columns={[
          {
            key: 'office',
            header: t('office.office'),
            primary: true,
            cell: (row) => (locale === 'en' ? row.nameEn : row.nameZh),
          },
          { key: 'remit', header: t('office.remit'), cell: (row) => t(`office.remit.${row.remit}`) },
          { key: 'region', header: t('office.region'), cell: (row) => row.region },
          { key: 'copy', header: t('office.copy'), cell: (row) => <Copy row={row} /> },
          { key: 'end', header: t('office.state'), cell: (row) => <End row={row} /> },
        ]}
      />
      <Card title={t('office.appoint')}>
        <CommandForm intent="appoint">
          <SelectField
            name="office"
            label={t('office.office')}
            options={authorities.map((a) => ({ value: a.id, label: locale === 'en' ? a.nameEn : a.nameZh }))}
            required
          />
          <SelectField
            name="remit"
            label={t('office.remit')}
            options={remits.map((value) => ({ value, label: t(`office.remit.${value}`) }))}
            required
          />
          <TextField
            name="region"
            label={t('office.region-code')}
            hint={t('office.region-hint')}
            maxLength={6}
            code
            required
          />
          <div>
            <Button>{t('office.appoint')}</Button>
          </div>
        </CommandForm>
      </Card>
    </Section>
  );
}

function Copy({ row }: { row: Appointment }) {
  const t = useText(loanOfficeText);
  if (row.remit !== 'month-list') return '—';
  if (row.openedAt)
    return (
      <>
        <Badge tone="good">{t('office.copy-opened')}</Badge> <InstantText at={row.openedAt} />
      </>
    );
  return row.madeAt ? <Badge tone="warn">{t('office.copy-made')}</Badge> : t('office.copy-none');
}

function End({ row }: { row: Appointment }) {
  const t = useText(loanOfficeText);
  if (row.ended) return <Badge>{t('office.ended')}</Badge>;
  return (
    <CommandForm intent="end-office" id={`end-${row.id}`}>
      <input type="hidden" name="appointment" value={row.id} />
      <Button variant="secondary">{t('office.end')}</Button>
    </CommandForm>
  );
}
