import { describe, expect, test } from 'vitest';
import catalogue from '#prisma/seed/catalogue/items.json' with { type: 'json' };
import providers from '#prisma/seed/catalogue/providers.json' with { type: 'json' };
import { mappingSchema, type RecordSpec } from '~/domain/record/mapping.ts';
import { columnNames, dataSets, mappingOf, nameOf, tableNamed } from './read-mapping.ts';

const items = new Map(catalogue.items.map((item) => [item.code, item]));
const categoriesOf = ({ category }: RecordSpec): string[] => {
  if (!category) return [];
  if ('fixed' in category) return [category.fixed];
  return [...Object.values(category.values), ...(category.otherwise ? [category.otherwise] : [])];
};

describe.each(dataSets)('the mapping of %s', (set) => {
  const mapping = mappingOf(set);
  const records = mapping.tables.flatMap((table) => table.records);

  test('names items that are in the catalogue and may be delivered, and their categories', () => {
    for (const record of records) {
      const item = items.get(record.item);
      expect(item?.mode, record.item).toMatch(/physical|interface/);
      const known = item?.categories.map(({ code }) => code) ?? [];
      for (const category of categoriesOf(record)) expect(known, record.item).toContain(category);
      if (record.amount) expect(item?.amount, record.item).not.toBeNull();
      if (record.quantity) expect(item?.quantity, record.item).not.toBeNull();
    }
  });

  test('names providers that exist', () => {
    for (const { provider } of mapping.tables) expect(providers.map(({ code }) => code)).toContain(provider);
  });

  test('each of its tables is found again by the name that a batch keeps', () => {
    for (const table of mapping.tables) expect(tableNamed(nameOf(mapping, table)).table).toEqual(table);
  });
});

test('what knows the outcome of a data set is in no record', () => {
  const read = dataSets.flatMap((set) => mappingOf(set).tables.flatMap((table) => columnNames(table)));
  for (const leak of ['TARGET', 'ENDDATE', 'label']) expect(read).not.toContain(leak);
});

test('the records of a wide table must be known by their cells', () => {
  const record = { item: 'a', key: 'row' };
  const table = { table: 't', provider: 'p', firm: 'id', records: [record, record] };
  expect(mappingSchema.safeParse({ name: 'm', firms: 'data-set', tables: [table] }).success).toBe(false);
});
