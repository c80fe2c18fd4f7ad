import { recommendedText } from '~/text/recommended.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { useText } from '~/ui/text.ts';
import type { RecommendedShown } from './posting-shown.ts';
import { StandardsList } from './standards-list.tsx';

type RecommendedCardProps = { readonly recommended: RecommendedShown; readonly mayPost: boolean };

/** The firm's word on the recommended list: how it stands with the five standards, and what it agrees to. */
export function RecommendedCard({ recommended, mayPost }: RecommendedCardProps) {
  const t = useText(recommendedText);
  const { latest, standards, mayAgree, isPosted } = recommended;
  if (!mayAgree && !latest) return isPosted ? <PostedFirst /> : null;
  const isOpen = latest?.state === 'nominated' || latest?.state === 'agreed';
  return (
    <Card
      title={t('agree.title')}
      lede={t('agree.lede')}
      actions={latest ? <Badge>{t(`recommended.state.${latest.state}`)}</Badge> : null}
    >
      <div className="stack">
        {latest?.nominator ? (
          <p className="measure">{t('agree.nominated', latest.nominator, latest.reason)}</p>
        ) : null}
        {latest?.note ? (
          <p className="measure whitespace-pre-line">
            {t('agree.note')}：{latest.note}
          </p>
        ) : null}
        <StandardsList
          standards={standards.map((each) => ({
            ...each,
            vouched: latest?.vouched.includes(each.standard) ?? false,
          }))}
        />
        {mayAgree && mayPost && latest?.state !== 'agreed' ? <Agree /> : null}
        {isOpen && mayPost ? <Decline /> : null}
      </div>
    </Card>
  );
}

function PostedFirst() {
  const t = useText(recommendedText);
  return (
    <Card title={t('agree.title')} lede={t('agree.lede')}>
      <p className="measure">{t('agree.posted-first')}</p>
    </Card>
  );
}

function Agree() {
  const t = useText(recommendedText);
  return (
    <>
      <p className="measure">{t('agree.told')}</p>
      <CommandForm intent="agree">
        <CheckboxField id="agree-listed" name="agreed" value="yes" label={t('agree.agree')} />
        <Button variant="secondary">{t('agree.do')}</Button>
      </CommandForm>
    </>
  );
}

function Decline() {
  const t = useText(recommendedText);
  return (
    <ConfirmStep ask={t('agree.decline')} title={t('agree.decline')}>
      <p className="measure">{t('agree.decline-text')}</p>
      <CommandForm intent="decline">
        <Button variant="secondary">{t('agree.decline')}</Button>
      </CommandForm>
    </ConfirmStep>
  );
}
