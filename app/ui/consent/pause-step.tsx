import { consentText } from '~/text/consent.ts';
import { Button } from '~/ui/parts/button.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { PostForm } from '~/ui/parts/form.tsx';
import { useNamed, useText } from '~/ui/text.ts';
import type { ConsentShown } from './consent-shown.ts';

type Props = { consent: Pick<ConsentShown, 'id' | 'recipient' | 'purpose' | 'status'> };

/** Pausing asks first, as withdrawing does; resuming is one click. */
export function PauseStep({ consent }: Props) {
  const t = useText(consentText);
  const name = useNamed();
  const what = consent.purpose === 'evaluation' ? 'consent.pause-evaluation' : 'consent.pause-bank';
  const field = <input type="hidden" name="consent" value={consent.id} />;
  if (consent.status === 'paused')
    return (
      <PostForm id={`resume-${consent.id}`}>
        {field}
        <Button name="intent" value="resume" variant="secondary">
          {t('consent.resume')}
        </Button>
      </PostForm>
    );
  return (
    <ConfirmStep ask={t('consent.pause')} title={t('consent.pause-title', name(consent.recipient))}>
      <p>{t(what)}</p>
      <PostForm id={`pause-${consent.id}`}>
        {field}
        <Button name="intent" value="pause">
          {t('consent.pause-do')}
        </Button>
      </PostForm>
    </ConfirmStep>
  );
}
