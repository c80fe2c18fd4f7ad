import type { ReactNode } from 'react';
import { applicationText } from '~/text/application.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { Button, LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';
import type { ApplicationPageProps } from './application-page.tsx';
import { EndedNotice, Referral } from './firm-ended.tsx';
import { OfferTerms } from './offer-terms.tsx';
import { ReasonList } from './reason-list.tsx';

const isEnded = (state: string): boolean => ['returned', 'lapsed', 'withdrawn'].includes(state);

/** What came of the application, and what the firm can do now: never a dead end. */
export function Outcome(props: ApplicationPageProps) {
  const { application, offer, reasons, secondLookUntil, mayChange, isPaused } = props;
  const t = useText(applicationText);
  const toMatches = <TextLink to={`/my/needs/${application.needId}`}>{t('app.to-matches')}</TextLink>;
  if (application.state === 'declined') {
    return (
      <>
        <Card title={t('app.declined-title')} lede={t('app.declined-lede')}>
          <ReasonList reasons={reasons} needId={application.needId} />
        </Card>
        <SecondLook until={secondLookUntil} mayAsk={mayChange} toMatches={toMatches} />
        <Referral needId={application.needId} />
      </>
    );
  }
  if (isPaused)
    return (
      <Notice tone="warn" title={t('app.asked-title')}>
        {t('app.asked-text')}
      </Notice>
    );
  if (application.state === 'second-look')
    return (
      <Notice tone="info" title={t('app.second-look-runs')}>
        {t('app.second-look-runs-text')}
      </Notice>
    );
  if (isEnded(application.state)) return <EndedNotice {...props} toMatches={toMatches} />;
  if (!offer) return null;
  const compare = (
    <LinkButton to={`/my/offers/compare?need=${application.needId}`}>{t('app.offer-compare')}</LinkButton>
  );
  return (
    <Card
      title={t('app.offer')}
      lede={props.disburseUntil ? t('app.disburse-until', props.disburseUntil) : t('app.offer-lede')}
      tone="brand"
      actions={application.state === 'approved' ? compare : null}
    >
      <OfferTerms terms={offer} />
    </Card>
  );
}

type SecondLookProps = { until: string | null; mayAsk: boolean; toMatches: ReactNode };

/** Another person of the bank looks again: once, within its days, with the firm's own words. */
function SecondLook({ until, mayAsk, toMatches }: SecondLookProps) {
  const t = useText(applicationText);
  const reply = useReply('second-look');
  if (!until || !mayAsk)
    return (
      <Notice tone="info" title={t('app.after-decline')} next={toMatches}>
        {t('app.second-look-text')}
      </Notice>
    );
  return (
    <>
      <Notice tone="info" title={t('app.second-look')} next={toMatches}>
        {t('app.second-look-how', until)}
      </Notice>
      <ConfirmStep ask={t('app.second-look-ask')} title={t('app.second-look-ask')} open={reply !== null}>
        <CommandForm intent="second-look">
          <TextAreaField
            name="why"
            label={t('app.second-look-why')}
            hint={t('app.second-look-why-hint')}
            rows={4}
            maxLength={600}
            required
          />
          <Button>{t('app.second-look-do')}</Button>
        </CommandForm>
      </ConfirmStep>
    </>
  );
}
