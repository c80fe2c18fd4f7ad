import type { PriceView } from '~/domain/product/price-view.ts';
import { matchText } from '~/text/match.ts';
import { methodWords } from '~/text/product-words.ts';
import { showFen, showPpm } from '~/ui/format.ts';
import { useLocale, useText } from '~/ui/text.ts';

type MatchCostProps = { readonly price: PriceView | null; readonly hasRate: boolean };

/** The net cost in yuan, large, with the parts it is made of; or why there is none. */
export function MatchCost({ price, hasRate }: MatchCostProps) {
  const t = useText(matchText);
  const locale = useLocale();
  if (!price)
    return <p className="text-ink-soft">{t(hasRate ? 'match.cost.outside' : 'match.cost.enquire')}</p>;
  const parts = [
    { name: t('match.cost.interest'), fen: price.interestFen, sign: '' },
    { name: t('match.cost.fees'), fen: price.feeFen, sign: '+' },
    { name: t('match.cost.guarantee'), fen: price.guaranteeFeeFen, sign: '+' },
    { name: t('match.cost.subsidy'), fen: price.subsidyFen, sign: '−' },
  ].filter((part) => part.sign === '' || part.fen !== '0');
  const net = showFen(price.netFen, locale);
  return (
    <div className="text-right max-sm:w-full max-sm:text-left">
      <p>
        <span className="mr-2 text-sm text-ink-soft">{t('match.cost')}</span>
        <span className="num text-xl font-semibold">{price.isFrom ? t('match.cost.from', net) : net}</span>
      </p>
      <p className="num text-sm text-ink-soft">
        {parts.map((part) => `${part.sign}${part.name} ${showFen(part.fen, locale)}`).join(' ')}
      </p>
      <p className="num text-sm text-ink-soft">
        {price.apr === null ? null : `${t('match.cost.apr')} ${showPpm(price.apr, locale)} · `}
        {methodWords[price.method][locale]}
      </p>
    </div>
  );
}
