import { needText } from '~/text/need.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { useText } from '~/ui/text.ts';

/** The firm no longer wants the money. */
export function CloseNeed() {
  const t = useText(needText);
  return (
    <ConfirmStep ask={t('need.close')} title={t('need.close-title')}>
      <p className="measure">{t('need.close-what')}</p>
      <CommandForm intent="close">
        <Button variant="secondary">{t('need.close')}</Button>
      </CommandForm>
    </ConfirmStep>
  );
}
