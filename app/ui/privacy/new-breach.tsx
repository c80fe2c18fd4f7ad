import { privacyDeskText } from '~/text/privacy-desk.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { FieldFrame, type FieldProps, useField } from '~/ui/parts/field.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';

/** The form that enters a breach and starts its clocks. */
export function NewBreach() {
  const t = useText(privacyDeskText);
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('desk.privacy.title'), to: '/operator/privacy' }, { label: t('breach.new') }]}
        title={t('breach.new')}
      />
      <Card>
        <CommandForm>
          <TextField name="title" label={t('breach.name')} maxLength={80} required />
          <InstantField
            name="discoveredAt"
            label={t('breach.discovered')}
            hint={t('breach.discovered-hint')}
            required
          />
          <TextAreaField name="cause" label={t('breach.cause')} maxLength={1_000} required />
          <FormActions>
            <Button>{t('breach.submit')}</Button>
          </FormActions>
        </CommandForm>
      </Card>
    </div>
  );
}

/** A day with its hour, in the browser's own picker. */
function InstantField(props: FieldProps) {
  const field = useField(props);
  return (
    <FieldFrame field={field} props={props}>
      <input
        {...field.control}
        type="datetime-local"
        defaultValue={field.typedText}
        className="control num max-w-64"
      />
    </FieldFrame>
  );
}
