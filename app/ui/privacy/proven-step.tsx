import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';

type ProvenStepProps = {
  readonly intent: string;
  readonly ask: string;
  readonly title: string;
  readonly text: string;
  /** What the field for the identity number is called. */
  readonly prove: string;
  readonly isFinal?: boolean;
};

/** A right that only the person can use: the identity number proves it. */
export function ProvenStep({ intent, ask, title, text, prove, isFinal = false }: ProvenStepProps) {
  return (
    <ConfirmStep ask={ask} title={title} tone={isFinal ? 'danger' : 'plain'} open={useReply(intent) !== null}>
      <p className="measure">{text}</p>
      <CommandForm intent={intent}>
        <TextField name="idNumber" label={prove} code autoComplete="off" maxLength={24} required />
        <FormActions>
          <Button variant={isFinal ? 'danger' : 'primary'}>{ask}</Button>
        </FormActions>
      </CommandForm>
    </ConfirmStep>
  );
}
