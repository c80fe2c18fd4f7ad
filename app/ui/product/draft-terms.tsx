import { type ComparedTerm, comparedTerms } from '~/domain/product/compared-terms.ts';
import { productDraftText } from '~/text/product-draft.ts';
import { collateralWords, methodWords, purposeWords, segmentWords, zoneWords } from '~/text/product-words.ts';
import { showDay, showFen, showPpm } from '~/ui/format.ts';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import type { BodyShown } from '~/ui/product/draft-props.ts';
import { useLocale, useText } from '~/ui/text.ts';

const labels = {
  nameZh: 'draft.name-zh',
  nameEn: 'draft.name-en',
  segment: 'draft.segment',
  zones: 'draft.zones',
  minFen: 'draft.min',
  maxFen: 'draft.max',
  minTermMonths: 'draft.min-term',
  maxTermMonths: 'draft.max-term',
  rateRule: 'draft.rate-kind',
  feePpm: 'draft.fee',
  guaranteeFeePpm: 'draft.guarantee-fee',
  methods: 'draft.methods',
  collateral: 'draft.collateral',
  purposes: 'draft.purposes',
  quotaFen: 'draft.quota',
  validTo: 'draft.valid-to',
  eligibilityText: 'draft.own-words',
} as const satisfies { readonly [T in ComparedTerm]: keyof typeof productDraftText };

/** The name of a term, and what a version says of it in words. */
export function useTermWords() {
  const t = useText(productDraftText);
  const rate = useRateWords();
  const locale = useLocale();
  const none = t('draft.unpublished');
  const join = (words: readonly string[]) => words.join(locale === 'en' ? ', ' : '、') || none;
  const money = (fen: string | null) => (fen === null ? none : showFen(BigInt(fen), locale, 'short'));
  const months = (n: number | null) => (n === null ? none : `${n} ${t('draft.months')}`);
  const words: { readonly [T in ComparedTerm]: (body: BodyShown) => string } = {
    nameZh: (b) => b.nameZh,
    nameEn: (b) => b.nameEn,
    segment: (b) => segmentWords[b.segment][locale],
    zones: (b) => join(b.zones.map((zone) => zoneWords[zone][locale])),
    minFen: (b) => money(b.minFen),
    maxFen: (b) => money(b.maxFen),
    minTermMonths: (b) => months(b.minTermMonths),
    maxTermMonths: (b) => months(b.maxTermMonths),
    rateRule: (b) => rate(b.rateRule),
    feePpm: (b) => showPpm(b.feePpm, locale),
    guaranteeFeePpm: (b) => showPpm(b.guaranteeFeePpm, locale),
    methods: (b) => join(b.methods.map((method) => methodWords[method][locale])),
    collateral: (b) => join(b.collateral.map((kind) => collateralWords[kind][locale])),
    purposes: (b) => join(b.purposes.map((purpose) => purposeWords[purpose][locale])),
    quotaFen: (b) => money(b.quotaFen),
    validTo: (b) => (b.validTo === null ? none : showDay(b.validTo, locale)),
    eligibilityText: (b) => b.eligibilityText ?? none,
  };
  return {
    label: (term: ComparedTerm) => t(labels[term]),
    value: (term: ComparedTerm, body: BodyShown) => words[term](body),
  };
}

function useRateWords(): (rule: BodyShown['rateRule']) => string {
  const t = useText(productDraftText);
  const locale = useLocale();
  const range = (low: number | null, high: number | null | undefined) =>
    [low, high].flatMap((ppm) => (typeof ppm === 'number' ? [showPpm(ppm, locale)] : [])).join(' – ');
  return (rule) => {
    switch (rule.kind) {
      case 'fixed':
        return `${t('rate.fixed')} ${showPpm(rule.ppm, locale)}`;
      case 'range':
        return `${t('rate.range')} ${range(rule.lowest, rule.highest)}`;
      case 'lpr-spread':
        return `${t(`rate.lpr-${rule.tenor}`)} ${range(rule.spread, rule.highest)}`;
      case 'unpublished':
        return t('draft.unpublished');
    }
  };
}

/** All terms of a version as it stands. */
export function DraftTerms({ body }: { body: BodyShown }) {
  const words = useTermWords();
  return (
    <DefinitionList
      layout="grid"
      items={comparedTerms.map((term) => ({ term: words.label(term), value: words.value(term, body) }))}
    />
  );
}
