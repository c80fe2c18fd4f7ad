import { applicationText } from '~/text/application.ts';
import { postingText } from '~/text/need-posting.ts';
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
        <Referral needId={application.needId} />
      </>
    );
  }
  if (application.state === 'returned') {
    return (
      <>
        <Notice tone="warn" title={t('app.returned-title')} next={toMatches}>
          {t('app.returned-text')}
        </Notice>
        <Referral needId={application.needId} />
      </>
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

/** The need may go on to other banks without the firm's name, if the firm wants that (domain.md row E7). */
function Referral({ needId }: { needId: string }) {
  const t = useText(postingText);
  return (
    <Notice
      tone="info"
      title={t('posting.refer')}
      next={
        <LinkButton to={`/my/needs/${needId}/banks`} size="sm">
          {t('posting.refer')}
        </LinkButton>
      }
    >
      {t('posting.refer-text')}
    </Notice>
  );
}
