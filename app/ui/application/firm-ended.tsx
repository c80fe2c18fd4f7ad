import type { ReactNode } from 'react';
import { applicationText } from '~/text/application.ts';
import { postingText } from '~/text/need-posting.ts';
import { LinkButton } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { useText } from '~/ui/text.ts';
import type { ApplicationPageProps } from './application-page.tsx';
import { OfferTerms } from './offer-terms.tsx';

type End = 'returned' | 'offer-lapsed' | 'contract-lapsed' | 'money-lapsed' | 'offer-declined' | 'withdrawn';

/** How an application ended that brought no money and was not declined. */
function endOf({ application, events }: Pick<ApplicationPageProps, 'application' | 'events'>): End {
  const happened = (kind: string) => events.some((event) => event.kind === kind);
  if (application.state === 'returned') return 'returned';
  if (application.state === 'withdrawn') return happened('offer-declined') ? 'offer-declined' : 'withdrawn';
  if (happened('contracted')) return 'money-lapsed';
  return happened('accepted') ? 'contract-lapsed' : 'offer-lapsed';
}

/** The end, what it means, and where the firm can go from here; an offer that ended with it stays to be read. */
export function EndedNotice({
  toMatches,
  ...props
}: ApplicationPageProps & { readonly toMatches: ReactNode }) {
  const t = useText(applicationText);
  const { application, offer } = props;
  const end = endOf(props);
  const isFirms = end === 'withdrawn' || end === 'offer-declined';
  return (
    <>
      <Notice tone={isFirms ? 'info' : 'warn'} title={t(`app.${end}-title`)} next={toMatches}>
        {t(`app.${end}-text`)}
      </Notice>
      <Referral needId={application.needId} />
      {offer ? (
        <Card title={t('app.offer')} lede={t('app.offer-over')} tone="well">
          <OfferTerms terms={offer} />
        </Card>
      ) : null}
    </>
  );
}

/** The need may go on to other banks without the firm's name, if the firm wants that (domain.md row E7). */
export function Referral({ needId }: { needId: string }) {
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
