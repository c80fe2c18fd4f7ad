import { applicationText } from '~/text/application.ts';
import { methodWords } from '~/text/product-words.ts';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { DayText, Money, Rate } from '~/ui/parts/figures.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import type { TermsShown } from './application-shown.ts';

/** The terms of an offer, every one of them. */
export function OfferTerms({ terms }: { terms: TermsShown }) {
  const t = useText(applicationText);
  const locale = useLocale();
  return (
    <DefinitionList
      layout="grid"
      items={[
        { term: t('terms.amount'), value: <Money fen={terms.amount} /> },
        { term: t('terms.term'), value: t('apps.months', terms.termMonths) },
        { term: t('terms.rate'), value: <Rate ppm={terms.rate} decimals={terms.rate % 100 === 0 ? 2 : 4} /> },
        { term: t('terms.method'), value: methodWords[terms.method][locale] },
        { term: t('terms.day-count'), value: t(`day-count.${terms.dayCount}`) },
        { term: t('terms.fee'), value: <Money fen={terms.fee} /> },
        { term: t('terms.guarantee-fee'), value: <Money fen={terms.guaranteeFee} /> },
        { term: t('terms.valid-until'), value: <DayText day={terms.validUntil} /> },
        ...(terms.conditions ? [{ term: t('terms.conditions'), value: terms.conditions }] : []),
      ]}
    />
  );
}
