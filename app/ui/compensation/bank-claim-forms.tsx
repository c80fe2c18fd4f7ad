import { compensationText } from '~/text/compensation.ts';
import { bearerText } from '~/text/compensation-bearer.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import type { ClaimData } from '~/ui/compensation/claim-page.tsx';
import { DocumentFields } from '~/ui/compensation/document-fields.tsx';
import { AmountField } from '~/ui/parts/amount-field.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';

/** What the bank can do with its claim now. */
export function BankClaimForms({ claim }: { claim: ClaimData }) {
  const { state } = claim;
  const isOpen = state === 'waiting' || state === 'held' || state === 'returned';
  const isClosed = state === 'refused' || state === 'withdrawn';
  return (
    <>
      {state === 'returned' ? <CompleteForm today={claim.today} /> : null}
      {isClosed ? null : <RecoveryForm claim={claim} />}
      {isOpen && claim.paidFen === '0' ? <WithdrawForm /> : null}
    </>
  );
}

function CompleteForm({ today }: { today: string }) {
  const t = useText(compensationText);
  return (
    <Card title={t('comp.complete.title')}>
      <CommandForm intent="complete">
        <TextAreaField name="note" label={t('comp.complete.note')} rows={3} required />
        <DocumentFields today={today} />
        <Button>{t('comp.complete.do')}</Button>
      </CommandForm>
    </Card>
  );
}

function RecoveryForm({ claim }: { claim: ClaimData }) {
  const t = useText(compensationText);
  const bearer = useText(bearerText);
  return (
    <Card title={t('comp.recover.title')} lede={bearer('bearer.recover-about')}>
      <CommandForm intent="recover">
        <DateField
          name="receivedOn"
          label={t('comp.recover.on')}
          min={claim.determinedOn}
          max={claim.today}
          defaultValue={claim.today}
          required
        />
        <AmountField name="gross" label={t('comp.claim.gross')} unit="yuan" required />
        <AmountField name="costs" label={t('comp.claim.costs')} unit="yuan" defaultValue="0" required />
        <Button>{t('comp.recover.do')}</Button>
      </CommandForm>
    </Card>
  );
}

function WithdrawForm() {
  const t = useText(compensationText);
  const reply = useReply('withdraw');
  return (
    <ConfirmStep
      ask={t('comp.withdraw.ask')}
      title={t('comp.withdraw.title')}
      tone="danger"
      open={reply !== null}
    >
      <CommandForm intent="withdraw">
        <Button variant="danger">{t('comp.withdraw.do')}</Button>
      </CommandForm>
    </ConfirmStep>
  );
}
