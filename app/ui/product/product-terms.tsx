import type { RateRule } from '~/domain/product/rate-rule.ts';
import type { RepaymentMethod } from '~/domain/product/schedule.ts';
import type { Purpose } from '~/domain/product/vocabulary.ts';
import { productText } from '~/text/product.ts';
import { methodWords, purposeWords, segmentWords } from '~/text/product-words.ts';
import { showFen, showPpm } from '~/ui/format.ts';
import { Card } from '~/ui/parts/card.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import {
  useAmountText,
  useCollateralText,
  useRateText,
  useTermText,
  ZoneBadges,
} from '~/ui/product/product-facts.tsx';
import type { ShelfRow } from '~/ui/product/shelf-row.ts';
import { useLocale, useText } from '~/ui/text.ts';

export type ProductDetails = ShelfRow & {
  readonly rateRule: RateRule;
  readonly feePpm: number;
  readonly guaranteeFeePpm: number;
  readonly methods: readonly RepaymentMethod[];
  readonly purposes: readonly Purpose[];
  /** What the bank lends in all, in fen, and the last day on the shelf; null where it states none. */
  readonly quotaFen: string | null;
  readonly validTo: string | null;
  readonly eligibilityText: string | null;
  readonly sourceNote: string | null;
  readonly sourceGrade: string | null;
};

/** Everything the bank publishes of the product's terms, and where an example was found. */
export function ProductTerms({ product }: { product: ProductDetails }) {
  const t = useText(productText);
  const locale = useLocale();
  const rate = useRateText();
  const amount = useAmountText();
  const term = useTermText();
  const collateral = useCollateralText();
  const join = (words: readonly string[]) => words.join(locale === 'en' ? ', ' : '、');
  const fee = (ppm: number) => (ppm === 0 ? t('product.free') : showPpm(ppm, locale));
  const items = [
    { term: t('product.rate'), value: rate(product), note: useRateRuleText(product.rateRule) },
    { term: t('product.amount'), value: amount(product) },
    { term: t('product.term'), value: term(product) },
    { term: t('product.collateral'), value: collateral(product.collateral) },
    {
      term: t('product.methods'),
      value: join(product.methods.map((m) => methodWords[m][locale])) || t('product.not-published'),
    },
    {
      term: t('product.purposes'),
      value: join(product.purposes.map((p) => purposeWords[p][locale])) || t('product.any-purpose'),
    },
    { term: t('product.segment'), value: segmentWords[product.segment][locale] },
    { term: t('product.fee'), value: fee(product.feePpm) },
    { term: t('product.guarantee-fee'), value: fee(product.guaranteeFeePpm) },
  ];
  const limits = [
    ...(product.quotaFen === null
      ? []
      : [{ term: t('product.quota'), value: showFen(product.quotaFen, locale, 'short') }]),
    ...(product.validTo === null
      ? []
      : [{ term: t('product.valid-to'), value: <DayText day={product.validTo} /> }]),
  ];
  const zones = { term: t('product.zones'), value: <ZoneBadges zones={product.zones} /> };
  const source = [
    { term: t('product.source'), value: <span lang="zh-CN">{product.sourceNote}</span> },
    { term: t('product.source-grade'), value: product.sourceGrade, note: t('product.grade-means') },
  ];
  return (
    <Card title={t('product.terms')}>
      <DefinitionList
        layout="grid"
        items={[
          ...items,
          ...limits,
          ...(product.zones.length > 0 ? [zones] : []),
          ...(product.example ? source : []),
        ]}
      />
    </Card>
  );
}

/** How the rate is made, such as "1-year LPR +85 bp". */
function useRateRuleText(rule: RateRule): string | undefined {
  const t = useText(productText);
  if (rule.kind === 'fixed') return t('product.rate-fixed');
  if (rule.kind !== 'lpr-spread') return undefined;
  const points = (ppm: number) => `${ppm < 0 ? '−' : '+'}${Math.abs(ppm) / 100}`;
  const { spread, highest } = rule;
  const range =
    highest === undefined || highest === null ? points(spread) : `${points(spread)} – ${points(highest)}`;
  return t('product.rate-lpr', t(`product.tenor.${rule.tenor}`), t('product.basis-points', range));
}
