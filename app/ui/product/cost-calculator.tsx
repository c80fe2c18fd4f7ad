import { Form } from '@remix-run/react';
import type { PlanView, PriceView } from '~/domain/product/price-view.ts';
import type { RepaymentMethod } from '~/domain/product/schedule.ts';
import { productText } from '~/text/product.ts';
import { methodWords } from '~/text/product-words.ts';
import { fenToInput, showFen, showPpm } from '~/ui/format.ts';
import { AmountField, NumberField } from '~/ui/parts/amount-field.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { StackedBar } from '~/ui/parts/chart/stacked-bar.tsx';
import { Figure, FigureRow, Money } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { useAmountText, useTermText } from '~/ui/product/product-facts.tsx';
import type { ProductDetails } from '~/ui/product/product-terms.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type CalculatorData = {
  readonly amountFen: string;
  readonly termMonths: number;
  readonly method: RepaymentMethod;
  readonly isClamped: boolean;
  readonly price: PriceView | null;
  readonly plan: PlanView | null;
};

type CalculatorProps = { readonly product: ProductDetails; readonly calculator: CalculatorData };

/** The true cost of the product for an amount and a term; a GET form, so the result has an address. */
export function CostCalculator({ product, calculator }: CalculatorProps) {
  const t = useText(productText);
  const amount = useAmountText();
  const term = useTermText();
  const { price, plan } = calculator;
  if (!price || !plan) return <Notice tone="info" title={t('calculator.unpriced')} />;
  return (
    <Card>
      <div className="stack">
        <CalculatorForm product={product} calculator={calculator} />
        {calculator.isClamped ? (
          <Notice tone="warn" title={t('calculator.outside', `${amount(product)}，${term(product)}`)} />
        ) : null}
        <PriceFigures price={price} />
        <PlanChart plan={plan} />
      </div>
    </Card>
  );
}

function CalculatorForm({ product, calculator }: CalculatorProps) {
  const t = useText(productText);
  const locale = useLocale();
  const methods = product.methods.length > 0 ? product.methods : [calculator.method];
  return (
    <Form method="get" preventScrollReset className="flex flex-wrap items-end gap-4">
      <AmountField
        name="amount"
        unit="wan"
        label={t('shelf.amount')}
        defaultValue={fenToInput(calculator.amountFen, 'wan')}
      />
      <NumberField
        name="term"
        label={t('shelf.term')}
        unit={t('shelf.months')}
        defaultValue={calculator.termMonths}
      />
      <SelectField
        name="method"
        label={t('product.methods')}
        defaultValue={calculator.method}
        options={methods.map((value) => ({ value, label: methodWords[value][locale] }))}
      />
      <Button variant="secondary">{t('calculator.do')}</Button>
    </Form>
  );
}

/** The cost in yuan, its parts, and the all-in yearly rate. */
export function PriceFigures({ price }: { price: PriceView }) {
  const t = useText(productText);
  const locale = useLocale();
  return (
    <FigureRow>
      <Figure
        label={t('calculator.total')}
        value={<Money fen={price.netFen} />}
        note={t('calculator.at-rate', showPpm(price.rate, locale))}
      />
      <Figure label={t('calculator.apr')} value={price.apr === null ? '–' : showPpm(price.apr, locale)} />
      <Figure label={t('calculator.interest')} value={<Money fen={price.interestFen} />} />
      <Figure label={t('calculator.fees')} value={<Money fen={price.feeFen} />} />
      <Figure label={t('calculator.guarantee')} value={<Money fen={price.guaranteeFeeFen} />} />
    </FigureRow>
  );
}

function PlanChart({ plan }: { plan: PlanView }) {
  const t = useText(productText);
  const locale = useLocale();
  return (
    <StackedBar
      title={t('calculator.schedule')}
      description={t(
        'calculator.schedule-what',
        plan.count,
        showFen(plan.firstFen, locale),
        showFen(plan.lastFen, locale),
      )}
      rowName={t('calculator.payment')}
      series={[t('calculator.principal'), t('calculator.interest')]}
      rows={plan.rows.map((row) => ({
        label: t('calculator.period', row.first === row.last ? `${row.first}` : `${row.first}–${row.last}`),
        values: [Number(row.principalFen), Number(row.interestFen)],
        texts: [showFen(row.principalFen, locale), showFen(row.interestFen, locale)],
      }))}
    />
  );
}
