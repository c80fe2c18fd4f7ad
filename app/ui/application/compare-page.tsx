import type { ApplicationState } from '~/domain/application/state.ts';
import { applicationText } from '~/text/application.ts';
import { applyText } from '~/text/apply.ts';
import { methodWords } from '~/text/product-words.ts';
import type { FormReply } from '~/ui/form-reply.ts';
import { showDay } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { Card, CardGrid } from '~/ui/parts/card.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Figure, FigureRow, Money, Rate } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { RefusalNotice } from '~/ui/refusal-notice.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';
import type { TermsShown } from './application-shown.ts';
import { AcceptOffer, DeclineOffer } from './offer-answer.tsx';
import { StateBadge } from './state-badge.tsx';

export type OfferShown = {
  readonly id: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly watchedBy: { readonly id: string; readonly zh: string; readonly en: string } | null;
  readonly productZh: string;
  readonly productEn: string;
  readonly state: ApplicationState;
  readonly terms: TermsShown;
  readonly net: string;
  readonly interest: string;
  readonly subsidy: string;
  readonly apr: number | null;
  readonly firstPayment: string;
  readonly largestPayment: string;
};

type ComparePageProps = {
  readonly needId: string;
  readonly today: string;
  readonly offers: readonly OfferShown[];
  /** Other live applications for the same need. */
  readonly others: number;
  readonly mayAnswer: boolean;
  readonly reply: FormReply | null;
};

/** All offers for one need side by side, the cheapest first, each with its true price tag. */
export function ComparePage({ needId, today, offers, others, mayAnswer, reply }: ComparePageProps) {
  const t = useText(applyText);
  const apps = useText(applicationText);
  const locale = useLocale();
  const lowest = Math.min(...offers.map(({ apr }) => apr ?? Number.POSITIVE_INFINITY));
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: apps('apps.title'), to: '/my/applications' }, { label: t('compare.title') }]}
        title={t('compare.title')}
        lede={t('compare.lede')}
        actions={<TextLink to={`/my/needs/${needId}`}>{apps('app.need-see')}</TextLink>}
      />
      <RefusalNotice reply={reply} />
      {offers.length === 0 ? (
        <EmptyState title={t('compare.none')}>{t('compare.none-next')}</EmptyState>
      ) : (
        <>
          {isUnlike(offers) ? <Notice tone="info" title={t('compare.unlike')} /> : null}
          <CardGrid>
            {offers.map((offer, index) => (
              <OfferCard
                key={offer.id}
                offer={offer}
                cheapest={index === 0 && offers.length > 1}
                lowestYearly={offers.length > 1 && offer.apr !== null && offer.apr === lowest}
                others={others}
                mayAnswer={mayAnswer}
              />
            ))}
          </CardGrid>
          <p className="measure text-sm text-ink-soft">{t('compare.assumed', showDay(today, locale))}</p>
        </>
      )}
    </div>
  );
}

/** Whether sums over the whole loan compare unlike loans. */
const isUnlike = (offers: readonly OfferShown[]): boolean =>
  new Set(offers.map(({ terms }) => `${terms.amount} ${terms.termMonths} ${terms.method}`)).size > 1;

type OfferCardProps = {
  offer: OfferShown;
  cheapest: boolean;
  lowestYearly: boolean;
  others: number;
  mayAnswer: boolean;
};

function OfferCard({ offer, cheapest, lowestYearly, others, mayAnswer }: OfferCardProps) {
  const t = useText(applyText);
  const name = useNamed();
  const bank = name({ zh: offer.bankZh, en: offer.bankEn });
  return (
    <Card
      title={bank}
      lede={name({ zh: offer.productZh, en: offer.productEn })}
      tone={cheapest ? 'brand' : 'plain'}
      actions={
        <>
          {cheapest ? <Badge tone="good">{t('compare.cheapest')}</Badge> : null}
          {lowestYearly ? <Badge tone="good">{t('compare.lowest-yearly')}</Badge> : null}
          {cheapest || lowestYearly ? null : <StateBadge state={offer.state} />}
        </>
      }
      footer={
        mayAnswer && offer.state === 'approved' ? (
          <div className="stack gap-3">
            <AcceptOffer id={offer.id} bank={bank} watchedBy={offer.watchedBy} others={others} />
            <DeclineOffer id={offer.id} />
          </div>
        ) : null
      }
    >
      <div className="stack">
        <FigureRow>
          <Figure label={t('compare.net')} value={<Money fen={offer.net} />} />
        </FigureRow>
        <OfferFigures offer={offer} />
      </div>
    </Card>
  );
}

function OfferFigures({ offer }: { offer: OfferShown }) {
  const t = useText(applyText);
  const apps = useText(applicationText);
  const locale = useLocale();
  const { terms } = offer;
  return (
    <DefinitionList
      items={[
        { term: apps('terms.amount'), value: <Money fen={terms.amount} style="short" /> },
        { term: apps('terms.term'), value: apps('apps.months', terms.termMonths) },
        { term: apps('terms.rate'), value: <Rate ppm={terms.rate} /> },
        {
          term: t('compare.apr'),
          value: offer.apr === null ? t('compare.no-apr') : <Rate ppm={offer.apr} />,
        },
        { term: apps('terms.method'), value: methodWords[terms.method][locale] },
        { term: t('compare.interest'), value: <Money fen={offer.interest} /> },
        { term: apps('terms.fee'), value: <Money fen={terms.fee} /> },
        { term: apps('terms.guarantee-fee'), value: <Money fen={terms.guaranteeFee} /> },
        { term: t('compare.subsidy'), value: <Money fen={offer.subsidy} /> },
        { term: t('compare.first'), value: <Money fen={offer.firstPayment} /> },
        { term: t('compare.largest'), value: <Money fen={offer.largestPayment} /> },
        { term: apps('terms.valid-until'), value: <DayText day={terms.validUntil} /> },
        ...(terms.conditions ? [{ term: apps('terms.conditions'), value: terms.conditions }] : []),
      ]}
    />
  );
}
