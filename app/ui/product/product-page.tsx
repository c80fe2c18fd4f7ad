import type { Rule } from '~/domain/product/predicate.ts';
import { productText } from '~/text/product.ts';
import { LinkButton } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type CalculatorData, CostCalculator } from '~/ui/product/cost-calculator.tsx';
import { useMayApply } from '~/ui/product/may-apply.ts';
import { ExampleBadge, useProductNames } from '~/ui/product/product-facts.tsx';
import { type ProductDetails, ProductTerms } from '~/ui/product/product-terms.tsx';
import { RuleList } from '~/ui/product/rule-list.tsx';
import type { CodeNames } from '~/ui/product/rule-names.ts';
import { useText } from '~/ui/text.ts';

type ProductPageProps = {
  readonly product: ProductDetails;
  readonly conditions: Rule;
  readonly names: CodeNames;
  readonly calculator: CalculatorData;
};

/** One product: its terms, what it really costs, and every condition in plain words. */
export function ProductPage({ product, conditions, names, calculator }: ProductPageProps) {
  const t = useText(productText);
  const mayApply = useMayApply();
  const { name, bank } = useProductNames()(product);
  const apply = <LinkButton to="/my/needs/new">{t('product.apply')}</LinkButton>;
  return (
    <>
      <PageHeader
        title={name}
        eyebrow={bank}
        badge={product.example ? <ExampleBadge /> : null}
        trail={[{ label: t('shelf.title'), to: '/products' }, { label: name }]}
        actions={product.example || !mayApply ? null : apply}
      />
      <div className="stack-lg">
        {product.example ? (
          <Notice tone="info" title={t('product.reach')}>
            {t('product.reach-what', bank)}
          </Notice>
        ) : null}
        <ProductTerms product={product} />
        <Section title={t('calculator.title')} lede={t('calculator.lede')}>
          <CostCalculator product={product} calculator={calculator} />
        </Section>
        <Section title={t('product.conditions')} lede={t('product.conditions-lede')}>
          <RuleList rule={conditions} names={names} />
          {product.eligibilityText ? (
            <Card tone="well" title={t('product.in-words')} level={3}>
              <p lang="zh-CN" className="measure">
                {product.eligibilityText}
              </p>
            </Card>
          ) : null}
        </Section>
      </div>
    </>
  );
}
