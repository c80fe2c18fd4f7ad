import { declineReasonCodes } from '~/domain/application/decline-reason.ts';
import { bankText } from '~/text/application-bank.ts';
import { declineReasonWords } from '~/text/decline-reason.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import type { BankFileShown } from './bank-file-shown.ts';
import { TermsFields } from './terms-fields.tsx';

/** The officer's proposal to approve, on terms. */
export function ApproveForm({ file }: { file: BankFileShown }) {
  const t = useText(bankText);
  const { application } = file;
  return (
    <Card title={t('act.approve')} lede={t('act.approve-lede')} tone="brand">
      <CommandForm intent="approve">
        <TermsFields
          amountFen={application.amountFen}
          termMonths={application.termMonths}
          today={file.today}
          until={file.offerUntil}
        />
        <Button>{t('act.propose-approve')}</Button>
      </CommandForm>
    </Card>
  );
}

/** The officer's proposal to decline, for one to four listed reasons. */
export function DeclineForm() {
  const t = useText(bankText);
  const locale = useLocale();
  const reply = useReply('decline');
  return (
    <ConfirmStep ask={t('act.decline')} tone="danger" title={t('act.decline')} open={reply !== null}>
      <p>{t('act.decline-lede')}</p>
      <CommandForm intent="decline">
        <fieldset className="flex min-w-0 flex-col gap-1">
          <legend className="mb-1 font-medium">{t('act.reasons')}</legend>
          {declineReasonCodes.map((code) => (
            <CheckboxField
              key={code}
              id={`reason-${code}`}
              name="reasons"
              value={code}
              label={declineReasonWords[code][locale].reason}
            />
          ))}
        </fieldset>
        <Button variant="danger">{t('act.propose-decline')}</Button>
      </CommandForm>
    </ConfirmStep>
  );
}
