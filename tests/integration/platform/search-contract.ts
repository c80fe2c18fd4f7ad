import { expect, test } from 'vitest';
import type { SearchDocument } from '#search/documents.ts';
import type { Search } from '#search/port.ts';

const document = (id: string, title: string, body = '', facets = {}): SearchDocument => ({
  kind: 'product',
  id,
  title,
  body,
  facets,
});

const shelf = [
  document('a', '科创贷', '面向科技型小微企业的信用贷款', { zone: ['440000'], guarantee: ['credit'] }),
  document('b', '科创贷·知识产权质押', '专利质押', { zone: ['440000', '310000'], guarantee: ['pledge'] }),
  document('c', '税易贷', '凭纳税记录申请，最高300万元', { zone: ['310000'], guarantee: ['credit'] }),
  document('d', 'ICBC 经营快贷', '小企业微贷两不误', { zone: [], guarantee: ['credit'] }),
];

/** What every search driver promises; `use` opens the driver for one piece of work. */
export function searchKeepsItsPromises(use: <T>(work: (search: Search) => Promise<T>) => Promise<T>): void {
  const find = (text: string, facets = {}, more = {}) =>
    use((search) => search.find({ kind: 'product', text, facets, ...more }));
  const idsOf = async (...question: Parameters<typeof find>) =>
    (await find(...question)).hits.map(({ id }) => id);

  test.each([
    ['a piece of the title', '贷', ['a', 'b', 'c', 'd']],
    ['a piece of the body', '纳税记录', ['c']],
    ['neighbouring characters only: 小…微 apart is no 小微贷', '小微贷', []],
    ['one character', '税', ['c']],
    ['words apart must all occur', '科创 专利', ['b']],
    ['wide letters and capitals do not matter', 'ｉｃｂｃ', ['d']],
    ['the beginning of a word', 'ic', ['d']],
    ['nothing that can be looked for finds everything', '%_', ['a', 'b', 'c', 'd']],
    ['signs of the query language are harmless', `' | & ! :*`, ['a', 'b', 'c', 'd']],
  ])('%s', async (_, text, expected) => {
    await use((search) => search.write(shelf));
    expect((await idsOf(text)).toSorted()).toEqual(expected);
  });

  test('best first: the title itself, one that begins so, one that holds it, the body', async () => {
    const ranked = [
      document('body', '好贷', '可搭配经营快贷'),
      document('holds', '邮储经营快贷'),
      document('begins', '经营快贷二期'),
      document('very', '经营快贷'),
    ];
    await use((search) => search.write(ranked));
    expect(await idsOf('经营快贷')).toEqual(['very', 'begins', 'holds', 'd', 'body']);
    await use((search) => search.remove('product', ['body', 'holds', 'begins', 'very']));
  });

  test('facets narrow: any value of each', async () => {
    await use((search) => search.write(shelf));
    expect(await idsOf('贷', { guarantee: ['credit'], zone: ['310000', '440000'] })).toEqual(['a', 'c']);
    expect(await idsOf('', { zone: ['990000'] })).toEqual([]);
  });

  test('pages do not overlap and the total counts all', async () => {
    await use((search) => search.write(shelf));
    const first = await find('贷', {}, { limit: 3 });
    const second = await find('贷', {}, { limit: 3, offset: 3 });
    expect([first.total, second.total]).toEqual([4, 4]);
    expect(new Set([...first.hits, ...second.hits].map(({ id }) => id)).size).toBe(4);
  });

  test('writing again replaces, removing makes unfindable, kinds are apart', async () => {
    await use(async (search) => {
      await search.write(shelf);
      await search.write([document('c', '烟商贷', '凭订烟记录')]);
      await search.write([{ ...document('c', '税务局'), kind: 'institution' }]);
    });
    expect(await idsOf('税易贷')).toEqual([]);
    expect(await idsOf('烟商')).toEqual(['c']);
    await use((search) => search.remove('product', ['c']));
    expect(await idsOf('烟商')).toEqual([]);
    const institutions = await use((search) => search.find({ kind: 'institution', text: '税务' }));
    expect(institutions.hits.map(({ id }) => id)).toEqual(['c']);
  });
}
