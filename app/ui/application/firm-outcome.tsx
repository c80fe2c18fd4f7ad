import { applicationText } from '~/text/application.ts';
import { LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { useText } from '~/ui/text.ts';
import type { ApplicationPageProps } from './application-page.tsx';
import { OfferTerms } from './offer-terms.tsx';
import { ReasonList } from './reason-list.tsx';

/** What came of the application, and what the firm can do now: never a dead end. */
export function Outcome({ application, offer, reasons }: ApplicationPageProps) {
  const t = useText(applicationText);
  const toMatches = <TextLink to={`/my/needs/${application.needId}`}>{t('app.to-matches')}</TextLink>;
  if (application.state === 'declined') {
    return (
      <>
        <Card title={t('app.declined-title')} lede={t('app.declined-lede')}>
          <ReasonList reasons={reasons} needId={application.needId} />
        </Card>
        <Notice tone="info" title={t('app.second-look')} next={toMatches}>
          {t('app.second-look-text')}
        </Notice>
      </>
    );
  }
  if (application.state === 'returned') {
    return (
      <Notice tone="warn" title={t('app.returned-title')} next={toMatches}>
        {t('app.returned-text')}
      </Notice>
    );
  }
  if (!offer) return null;
  const compare = (
    <LinkButton to={`/my/offers/compare?need=${application.needId}`}>{t('app.offer-compare')}</LinkButton>
  );
  return (
    <Card
      title={t('app.offer')}
      lede={t('app.offer-lede')}
      tone="brand"
      actions={application.state === 'approved' ? compare : null}
    >
      <OfferTerms terms={offer} />
    </Card>
  );
}
