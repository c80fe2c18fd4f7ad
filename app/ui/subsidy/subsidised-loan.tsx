import { subsidyText } from '~/text/subsidy.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { NumberField } from '~/ui/parts/amount-field.tsx';
import { Button, LinkButton } from '~/ui/parts/button.tsx';
import { Card, CardGrid } from '~/ui/parts/card.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Figure, FigureRow, Money, Rate } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { Explanation } from '~/ui/subsidy/explanation.tsx';
import { MoneyStatements, type SchemeOption, type StatementShown } from '~/ui/subsidy/money-statements.tsx';
import { ReclaimTable, useReclaimWords } from '~/ui/subsidy/reclaim-table.tsx';
import type { PositionShown, ReclaimShown } from '~/ui/subsidy/subsidy-shown.ts';
import { useLocale, useText } from '~/ui/text.ts';

export type SubsidisedLoanProps = {
  readonly loanId: string;
  readonly contractNo: string;
  readonly firm: string;
  readonly drawnOn: string;
  readonly today: string;
  readonly isRenewal: boolean;
  readonly statements: readonly StatementShown[];
  readonly schemes: readonly SchemeOption[];
  readonly positions: readonly PositionShown[];
  readonly reclaims: readonly ReclaimShown[];
};

/** One subsidised loan for its bank: each scheme with its explanation, the part that is eligible, reports. */
export function SubsidisedLoan(loan: SubsidisedLoanProps) {
  const t = useText(subsidyText);
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('subsidy.bank.title'), to: '/bank/subsidies' }]}
        title={t('subsidy.bank.loan-title', loan.contractNo)}
        lede={loan.firm}
        actions={
          <LinkButton variant="secondary" to={`/bank/loans/${loan.loanId}`}>
            {t('subsidy.loan')}
          </LinkButton>
        }
      />
      <Positions positions={loan.positions} />
      <MoneyStatements {...loan} />
      {loan.reclaims.length > 0 ? (
        <Section title={t('subsidy.reports')}>
          <ReclaimTable reclaims={loan.reclaims} />
        </Section>
      ) : null}
      <CardGrid>
        <PurposeForm />
        <ReportForm drawnOn={loan.drawnOn} today={loan.today} />
      </CardGrid>
    </div>
  );
}

/** What each scheme pays on a loan and why. */
export function Positions({ positions }: Pick<SubsidisedLoanProps, 'positions'>) {
  const t = useText(subsidyText);
  const locale = useLocale();
  return (
    <>
      {positions.length === 0 ? <EmptyState title={t('subsidy.empty')} /> : null}
      {positions.map((p) => (
        <Card key={p.key} title={locale === 'en' ? p.schemeEn : p.schemeZh}>
          <div className="stack">
            <FigureRow>
              <Figure label={t('subsidy.paid')} value={<Money fen={p.paidFen} />} />
              <Figure label={t('subsidy.purpose.title')} value={<Rate ppm={p.eligiblePpm} decimals={0} />} />
              <Figure label={t('subsidy.quarter')} value={p.latest?.quarter ?? '—'} />
            </FigureRow>
            {p.latest ? (
              <Explanation {...p.latest} />
            ) : (
              <p className="text-ink-soft">{t('subsidy.not-settled')}</p>
            )}
          </div>
        </Card>
      ))}
    </>
  );
}

function PurposeForm() {
  const t = useText(subsidyText);
  return (
    <Card title={t('subsidy.purpose.title')}>
      <CommandForm intent="purpose">
        <NumberField
          name="percent"
          label={t('subsidy.purpose.label')}
          hint={t('subsidy.purpose.hint')}
          unit="%"
          decimal
          required
        />
        <div>
          <Button variant="secondary">{t('subsidy.purpose.do')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}

function ReportForm({ drawnOn, today }: { drawnOn: string; today: string }) {
  const t = useText(subsidyText);
  const words = useReclaimWords();
  return (
    <Card title={t('subsidy.report.title')} lede={t('subsidy.report.about')}>
      <CommandForm intent="report">
        <SelectField name="cause" label={t('subsidy.cause')} options={words.causes} required />
        <DateField name="misuseOn" label={t('subsidy.misuse-on')} min={drawnOn} max={today} required />
        <TextAreaField name="note" label={t('subsidy.note')} rows={3} maxLength={500} required />
        <div>
          <Button variant="danger">{t('subsidy.report.do')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}
