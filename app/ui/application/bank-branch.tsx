import { branchText } from '~/text/branch.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useNamed, useText } from '~/ui/text.ts';
import type { BankFileShown } from './bank-file-shown.ts';

/** The head office moves an application, with its loan, to a branch or back to itself. */
export function TransferStep({ file }: { file: BankFileShown }) {
  const t = useText(branchText);
  const name = useNamed();
  const reply = useReply('transfer');
  const elsewhere = file.branches.filter(({ id }) => id !== file.application.branchId);
  if (!file.may.transfer || file.branches.length === 0) return null;
  return (
    <ConfirmStep ask={t('branch.transfer')} title={t('branch.transfer-title')} open={reply !== null}>
      <CommandForm intent="transfer">
        <SelectField
          name="branch"
          label={t('branch.lies-with')}
          {...(file.application.branchId && { empty: t('branch.head-office') })}
          options={elsewhere.map((branch) => ({ value: branch.id, label: name(branch) }))}
        />
        <TextAreaField name="reason" label={t('branch.transfer-reason')} rows={2} maxLength={200} required />
        <Button variant="secondary">{t('branch.transfer')}</Button>
      </CommandForm>
    </ConfirmStep>
  );
}
