import { CommandForm } from '~/ui/command-form.tsx';
import { AmountField } from '~/ui/parts/amount-field.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';

type FundingFormProps = {
  /** Whose money it is: the field's name and its choices. */
  readonly from: {
    readonly name: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  };
  readonly today: string;
  readonly words: {
    readonly title: string;
    readonly lede?: string;
    readonly from: string;
    readonly amount: string;
    readonly on: string;
    readonly reference: string;
    readonly hint: string;
    readonly send: string;
  };
};

/** Money that a payer put into a pool, booked by the number of its document. */
export function FundingForm({ from, today, words }: FundingFormProps) {
  return (
    <Card title={words.title} lede={words.lede}>
      <CommandForm intent="fund">
        <SelectField name={from.name} label={words.from} options={from.options} required />
        <AmountField name="amount" label={words.amount} unit="yuan" required />
        <DateField name="receivedOn" label={words.on} max={today} defaultValue={today} required />
        <TextField name="reference" label={words.reference} hint={words.hint} maxLength={40} required />
        <div>
          <Button variant="secondary">{words.send}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}
