import { applyText } from '~/text/apply.ts';
import { Button } from '~/ui/parts/button.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { PostForm } from '~/ui/parts/form.tsx';
import { useNamed, useText } from '~/ui/text.ts';

type AcceptOfferProps = {
  readonly id: string;
  readonly bank: string;
  /** The branch that the consent to monitoring is for; null is the whole bank. */
  readonly watchedBy: { readonly id: string; readonly zh: string; readonly en: string } | null;
  readonly others: number;
};

/** Accepting, with the two choices that are the firm's own: the other applications, and monitoring. */
export function AcceptOffer({ id, bank, watchedBy, others }: AcceptOfferProps) {
  const t = useText(applyText);
  const name = useNamed();
  return (
    <ConfirmStep ask={t('compare.accept', bank)} title={t('compare.accept-title')}>
      <p>{t('compare.accept-text')}</p>
      <PostForm id={`accept-${id}`}>
        <input type="hidden" name="application" value={id} />
        <input type="hidden" name="answer" value="accept" />
        {others > 0 ? (
          <CheckboxField name="closeOthers" label={t('compare.close-others')} defaultChecked />
        ) : null}
        <CheckboxField
          name="monitoring"
          label={t('compare.monitoring', watchedBy ? t('compare.at-branch', bank, name(watchedBy)) : bank)}
          hint={t('compare.monitoring-hint')}
        />
        <input type="hidden" name="watchedBy" value={watchedBy?.id ?? ''} />
        <Button>{t('compare.accept-do')}</Button>
      </PostForm>
    </ConfirmStep>
  );
}

export function DeclineOffer({ id }: { id: string }) {
  const t = useText(applyText);
  return (
    <ConfirmStep ask={t('compare.decline')} tone="danger" title={t('compare.decline-title')}>
      <p>{t('compare.decline-text')}</p>
      <PostForm id={`decline-${id}`}>
        <input type="hidden" name="application" value={id} />
        <input type="hidden" name="answer" value="decline" />
        <Button variant="danger">{t('compare.decline-do')}</Button>
      </PostForm>
    </ConfirmStep>
  );
}
