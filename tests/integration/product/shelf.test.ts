import { describe, expect, it } from 'vitest';
import { productId } from '#prisma/seed/product-rows.ts';
import { freshDatabase } from '#tests/database.ts';
import { shelfTemplate } from '#tests/templates.ts';
import { anonymous } from '~/server/access/actor.ts';
import { CompareSearch, compareProducts } from '~/server/product/compare-products.ts';
import { listProducts } from '~/server/product/list-products.ts';
import { ShelfSearch } from '~/server/product/shelf-query.ts';

freshDatabase({ template: shelfTemplate });

const list = (query: object = {}) => listProducts(anonymous, ShelfSearch.parse(query));
const countOf = (facets: readonly { value: string; count: number }[], value: string) =>
  facets.find((facet) => facet.value === value)?.count;

describe('the shelf, read by anybody', () => {
  it('shows offers before examples, thirty a page, and all of them', async () => {
    const first = await list();
    expect(first.total).toBe(74);
    expect(first.rows).toHaveLength(30);
    expect(first.rows.findIndex((row) => row.example)).toBe(24);
    const last = await list({ page: '3' });
    expect(last.rows).toHaveLength(14);
    const beyond = await list({ page: '99' });
    expect(beyond.query.page).toBe(3);
  });

  it('finds Chinese words that stand inside a text, and the counts follow', async () => {
    const found = await list({ q: '知识产权' });
    expect(found.rows.map((row) => row.id)).toContain(productId('xinghai-ip'));
    expect(found.rows[0]?.nameZh).toContain('知识产权');
    expect(found.facets.zone.reduce((sum, facet) => sum + facet.count, 0)).toBeGreaterThan(0);
    const narrowed = await list({ q: '知识产权', zone: 'specialised' });
    expect(narrowed.total).toBe(countOf(found.facets.zone, 'specialised'));
    expect((await list({ q: '没有这样的产品' })).total).toBe(0);
  });

  it('finds by the first letters of the pinyin and forgives a slip, and says that it guessed', async () => {
    const lettered = await list({ q: 'zscq' });
    expect(lettered.near).toBe(true);
    expect(lettered.rows.map((row) => row.id)).toContain(productId('xinghai-ip'));
    const slipped = await list({ q: '知识产劝' });
    expect(slipped.near).toBe(true);
    expect(slipped.rows.map((row) => row.id)).toContain(productId('xinghai-ip'));
    expect(await list({ q: '知识产权' })).toMatchObject({ near: false });
  });

  it('compares four at the same amount and term, skips what is no product, and prices only what is offered', async () => {
    const { rows } = await list();
    const ids = rows.slice(0, 5).map((row) => row.id);
    const compared = await compareProducts(
      anonymous,
      CompareSearch.parse({ p: [...ids, 'nonsense'], amount: '50', term: '12' }),
    );
    expect(compared.products.map((each) => each.id)).toEqual(ids.slice(0, 4));
    expect(compared.leftOut).toBe(1);
    expect(compared.products.some((each) => each.price !== null)).toBe(true);
    const none = await compareProducts(
      anonymous,
      CompareSearch.parse({ p: ids.join(), amount: '99999', term: '360' }),
    );
    expect(none.products.every((each) => each.price === null)).toBe(true);
    expect(await compareProducts(anonymous, CompareSearch.parse({ amount: 'x', term: 'y' }))).toMatchObject({
      products: [],
      term: 12,
    });
  });

  it('a count says exactly what choosing it shows', async () => {
    const { facets } = await list({ audience: 'sole-trader' });
    for (const { value, count } of facets.collateral)
      expect((await list({ audience: 'sole-trader', collateral: value })).total).toBe(count);
  });

  it('narrows by amount, term and rate together, and ignores what it cannot read', async () => {
    const { rows, total } = await list({ amount: '2000', term: '36', rate: '3.5', offer: 'current' });
    expect(total).toBeGreaterThan(0);
    for (const row of rows) {
      expect(BigInt(row.maxFen ?? 0)).toBeGreaterThanOrEqual(2_000_000_000n);
      expect(row.maxTermMonths).toBeGreaterThanOrEqual(36);
      expect(row.lowestPpm).toBeLessThanOrEqual(35_000);
    }
    expect((await list({ amount: 'many', zone: 'nowhere', page: '-1' })).total).toBe(74);
  });

  it('names a sole trader no product for companies', async () => {
    const { rows } = await list({ audience: 'sole-trader', q: '科创信用贷' });
    expect(rows.map((row) => row.id)).not.toContain(productId('xinghai-science'));
  });
});
