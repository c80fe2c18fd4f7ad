import { type Liability, liabilities } from '~/domain/loan/first-loan.ts';
import { firstLoanText } from '~/text/first-loan.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, InstantText, Money } from '~/ui/parts/figures.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type FirstLoanData = {
  readonly disbursedOn: string;
  readonly flagged: boolean;
  readonly status: 'first' | 'not-first' | 'unproven';
  readonly because: 'clear-record' | 'earlier-loan' | 'loan-here' | 'no-record' | 'record-too-old';
  readonly evidence: readonly {
    readonly id: string;
    readonly kind: 'clear-record' | 'earlier';
    readonly liability: string | null;
    readonly on: string | null;
    readonly statedBy: 'bank' | 'platform';
    readonly reference: string | null;
    readonly recordedAt: string;
    readonly standing: boolean;
    readonly mayWithdraw: boolean;
  }[];
  readonly entries: readonly {
    readonly id: string;
    readonly scheme: { readonly nameZh: string; readonly nameEn: string } | null;
    readonly loans: number;
    readonly principalFen: string;
    readonly because: string;
    readonly bookedOn: string;
  }[];
};

type Props = { readonly first: FirstLoanData; readonly today: string; readonly mayState: boolean };

const tones = { first: 'good', 'not-first': 'warn', unproven: 'mute' } as const;

/** A loan as a first loan: what the evidence says, the evidence, what the statistics booked, and the forms to add to it. */
export function FirstLoan({ first, today, mayState }: Props) {
  const t = useText(firstLoanText);
  return (
    <Section title={t('first.title')} lede={t('first.about', first.disbursedOn)}>
      {first.flagged || first.evidence.length > 0 ? (
        <>
          <p className="flex flex-wrap items-center gap-2">
            <Badge tone={tones[first.status]}>{t(`first.status.${first.status}`)}</Badge>
            <span>{t(`first.because.${first.because}`)}</span>
            {first.flagged ? <span className="text-ink-soft">{t('first.flagged')}</span> : null}
          </p>
          <Evidence first={first} mayState={mayState} />
        </>
      ) : (
        <p className="text-ink-soft">{t('first.unstated')}</p>
      )}
      {first.entries.length > 0 ? <Entries entries={first.entries} /> : null}
      {mayState ? <EvidenceForms today={today} disbursedOn={first.disbursedOn} /> : null}
    </Section>
  );
}

type Row = FirstLoanData['evidence'][number];

function Evidence({ first, mayState }: { first: FirstLoanData; mayState: boolean }) {
  const t = useText(firstLoanText);
  const kindOf = (row: Row) =>
    t(`first.kind.${row.kind === 'clear-record' ? 'clear-record' : (row.liability as Liability)}`);
  if (first.evidence.length === 0) return <p className="text-ink-soft">{t('first.no-evidence')}</p>;
  return (
    <DataTable
      caption={t('first.evidence')}
      rows={first.evidence}
      rowKey={(row) => row.id}
      columns={[
        { key: 'kind', header: t('first.kind'), primary: true, cell: kindOf },
        { key: 'on', header: t('first.on'), cell: (row) => (row.on ? <DayText day={row.on} /> : '—') },
        { key: 'by', header: t('first.by'), cell: (row) => t(`first.by.${row.statedBy}`) },
        { key: 'reference', header: t('first.reference'), cell: (row) => row.reference ?? t('first.hidden') },
        { key: 'at', header: t('first.recorded'), cell: (row) => <InstantText at={row.recordedAt} /> },
        {
          key: 'standing',
          header: t('first.standing'),
          cell: (row) =>
            row.standing ? (
              <>
                {t('first.stands')} {mayState && row.mayWithdraw ? <Withdraw of={row.id} /> : null}
              </>
            ) : (
              t('first.withdrawn')
            ),
        },
      ]}
    />
  );
}

function Withdraw({ of }: { of: string }) {
  const t = useText(firstLoanText);
  const form = `first-loan-withdraw-${of}`;
  return (
    <ConfirmStep
      ask={t('first.withdraw')}
      title={t('first.withdraw-ask')}
      tone="danger"
      open={useReply('first-loan-withdraw', form) !== null}
    >
      <CommandForm intent="first-loan-withdraw" id={form}>
        <input type="hidden" name="of" value={of} />
        <TextField name="reference" label={t('first.withdraw-why')} autoComplete="off" required />
        <FormActions>
          <Button variant="danger">{t('first.withdraw')}</Button>
        </FormActions>
      </CommandForm>
    </ConfirmStep>
  );
}

function Entries({ entries }: Pick<FirstLoanData, 'entries'>) {
  const t = useText(firstLoanText);
  const locale = useLocale();
  const schemeOf = ({ scheme }: FirstLoanData['entries'][number]) =>
    scheme ? (locale === 'en' ? scheme.nameEn : scheme.nameZh) : t('first.general');
  return (
    <DataTable
      caption={t('first.entries')}
      rows={entries}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('first.no-entries')} />}
      columns={[
        { key: 'on', header: t('first.booked-on'), primary: true, cell: (r) => <DayText day={r.bookedOn} /> },
        {
          key: 'entry',
          header: t('first.entry'),
          cell: (r) => t(r.loans > 0 ? 'first.counted' : 'first.adjusted'),
        },
        { key: 'scheme', header: t('first.scheme'), cell: (r) => schemeOf(r) },
        {
          key: 'why',
          header: t('first.why'),
          cell: (r) => t(`first.because.${r.because as FirstLoanData['because']}`),
        },
        {
          key: 'principal',
          header: t('first.principal'),
          align: 'end',
          cell: (r) => <Money fen={r.principalFen} />,
        },
      ]}
    />
  );
}

function EvidenceForms({ today, disbursedOn }: { today: string; disbursedOn: string }) {
  const t = useText(firstLoanText);
  const [clear, earlier] = [useReply('first-loan-clear'), useReply('first-loan-earlier')];
  const reference = <TextField name="reference" label={t('first.reference')} autoComplete="off" required />;
  return (
    <div className="flex flex-col items-start gap-3">
      <ConfirmStep ask={t('first.ask.clear')} title={t('first.clear-about')} open={clear !== null}>
        <CommandForm intent="first-loan-clear">
          <DateField name="on" label={t('first.seen-on')} max={today} defaultValue={disbursedOn} required />
          {reference}
          <FormActions>
            <Button>{t('first.state')}</Button>
          </FormActions>
        </CommandForm>
      </ConfirmStep>
      <ConfirmStep ask={t('first.ask.earlier')} title={t('first.earlier-about')} open={earlier !== null}>
        <CommandForm intent="first-loan-earlier">
          <SelectField
            name="liability"
            label={t('first.liability')}
            options={liabilities.map((value) => ({ value, label: t(`first.kind.${value}`) }))}
            required
          />
          <DateField name="on" label={t('first.since')} max={today} required />
          {reference}
          <FormActions>
            <Button>{t('first.state')}</Button>
          </FormActions>
        </CommandForm>
      </ConfirmStep>
    </div>
  );
}
