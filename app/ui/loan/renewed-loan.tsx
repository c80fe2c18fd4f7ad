import { borrowerSizes } from '~/domain/loan/servicing-rules.ts';
import { loanText } from '~/text/loan.ts';
import { renewalText } from '~/text/loan-renewal.ts';
import { servicingText } from '~/text/loan-servicing.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { TierBadge } from '~/ui/loan/tier-badge.tsx';
import { Button, LinkButton } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { DayText, Money } from '~/ui/parts/figures.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { useText } from '~/ui/text.ts';

export type RenewedShown = {
  readonly id: string;
  readonly contractNo: string;
  readonly outstandingFen: string;
  readonly maturityOn: string;
  readonly dpd: number;
  readonly tier: string;
  readonly size: string | null;
};

/** The loan that the application asks to renew, as the bank has it today. */
export function RenewedNotice({ renewed }: { renewed: RenewedShown }) {
  const t = useText(renewalText);
  const tl = useText(loanText);
  return (
    <Card title={t('renewal.for-bank')} tone="brand">
      <div className="stack">
        <DefinitionList
          layout="grid"
          items={[
            { term: t('renewal.loan'), value: renewed.contractNo },
            { term: tl('loan.balance'), value: <Money fen={renewed.outstandingFen} /> },
            { term: tl('loan.maturity'), value: <DayText day={renewed.maturityOn} /> },
            { term: tl('loan.class'), value: <TierBadge tier={renewed.tier} dpd={renewed.dpd} /> },
          ]}
        />
        <div>
          <LinkButton to={`/bank/loans/${renewed.id}`} variant="secondary">
            {t('renewal.see-loan')}
          </LinkButton>
        </div>
      </div>
    </Card>
  );
}

/** The old loan goes on under the new contract: no money is paid out. */
export function RenewForm({ today, size }: { today: string; size: string | null }) {
  const t = useText(renewalText);
  const ts = useText(servicingText);
  return (
    <Card title={t('renewal.record')} lede={t('renewal.record-lede')} tone="brand">
      <CommandForm intent="disburse">
        <DateField name="disbursedOn" label={t('renewal.on')} defaultValue={today} max={today} required />
        <SelectField
          name="size"
          label={ts('servicing.size')}
          empty={size ? t('renewal.size-register') : ''}
          required={size === null}
          options={borrowerSizes.map((value) => ({ value, label: ts(`servicing.size.${value}`) }))}
        />
        <Button>{t('renewal.record')}</Button>
      </CommandForm>
    </Card>
  );
}
