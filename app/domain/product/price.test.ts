import { describe, expect, it } from 'vitest';
import services from '#prisma/seed/policy/schemes/services-subsidy-2026.json' with { type: 'json' };
import { productWith } from '#tests/factories/product.ts';
import { day } from '~/domain/kernel/day.ts';
import { fen, wan, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { percent, ppm } from '~/domain/kernel/rate.ts';
import type { SubsidyScheme } from '~/domain/policy/scheme.ts';
import { any } from '~/domain/product/predicate.ts';
import { methodFor, needsGuarantor, priceFor, type Subsidised, type Wish } from '~/domain/product/price.ts';

const market = {
  lpr: { oneYear: percent('3'), fiveYear: percent('3.5') },
  today: day('2026-11-23'),
  subsidised: null,
};
const need: Wish = {
  amountFen: yuan(1_000_000),
  termMonths: 12,
  purpose: 'working-capital',
  collateral: [],
  method: null,
};
const caterer: Subsidised = {
  schemes: [services as unknown as SubsidyScheme],
  borrower: {
    regionPath: ['640000'],
    industryPath: ['H', '62', '621'],
    size: 'micro',
    kind: 'company',
    lists: [],
  },
  capUsed: {},
};

describe('the price of a product', () => {
  it('is the interest of domain.md §2.9 where nothing else is charged', () => {
    const price = priceFor(productWith(), need, market);
    expect(price).toMatchObject({ rate: 36_500, isFrom: false, apr: 36_500, method: 'equal-instalment' });
    expect(price?.cost.net).toBe(fen(1_988_092));
  });

  it('takes the upper end of a published range, and says when only "from" is published', () => {
    const range = productWith({ rateRule: { kind: 'range', lowest: 30_000, highest: 36_500 } });
    expect(priceFor(range, need, market)?.cost.net).toBe(fen(1_988_092));
    const from = productWith({ rateRule: { kind: 'lpr-spread', tenor: '1y', spread: 6_500, highest: null } });
    expect(priceFor(from, need, market)).toMatchObject({ rate: 36_500, isFrom: true });
  });

  it('does not exist without a published rate', () => {
    expect(priceFor(productWith({ rateRule: { kind: 'unpublished' } }), need, market)).toBeNull();
  });

  it('less one point on the balance for a caterer under the services scheme of 2026', () => {
    const bullet = productWith({ methods: ['bullet-at-maturity'] });
    const price = priceFor(bullet, need, { ...market, subsidised: caterer });
    expect(price?.cost).toMatchObject({ interest: yuan(36_500), subsidy: yuan(10_000), net: yuan(26_500) });
    expect(price?.schemes).toEqual(['services-subsidy']);
  });

  it('subsidises only what other loans leave of the cap', () => {
    const bullet = productWith({ methods: ['bullet-at-maturity'] });
    const used = { ...caterer, capUsed: { 'services-subsidy': wan(950) } };
    expect(priceFor(bullet, need, { ...market, subsidised: used })?.cost.subsidy).toBe(yuan(5000));
  });

  it('expects no subsidy beyond the dates of every table', () => {
    const later = { ...market, today: day('2027-06-01'), subsidised: caterer };
    expect(priceFor(productWith(), need, later)?.cost.subsidy).toBe(zeroFen);
  });
});

describe('the guarantor', () => {
  const product = productWith({
    guaranteeFeePpm: ppm(10_000),
    collateral: ['credit', 'guarantee'],
    eligibility: any({ kind: 'amount', atMost: Number(wan(50)) }, { kind: 'collateral', in: ['guarantee'] }),
  });
  const of = (amount: number, collateral: Wish['collateral'] = ['guarantee']) =>
    needsGuarantor(product, { ...need, amountFen: wan(amount), collateral });

  it('is needed only above what is lent unsecured', () => {
    expect([of(50), of(51), of(51, [])]).toEqual([false, true, true]);
  });

  it('costs its fee only where it is needed', () => {
    const fee = (amount: number) =>
      priceFor(product, { ...need, amountFen: wan(amount), collateral: ['guarantee'] }, market)?.cost
        .guaranteeFee;
    expect([fee(50), fee(100)]).toEqual([zeroFen, yuan(10_000)]);
  });
});

it('prices with the preferred repayment where it is offered, else the first, else the dearest common one', () => {
  const product = productWith({ methods: ['equal-instalment', 'bullet-at-maturity'] });
  expect(methodFor(product, 'bullet-at-maturity')).toBe('bullet-at-maturity');
  expect(methodFor(product, 'equal-principal')).toBe('equal-instalment');
  expect(methodFor(productWith({ methods: [] }), null)).toBe('bullet-monthly');
});
