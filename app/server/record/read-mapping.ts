import type { Item } from '~/domain/catalogue/item.ts';
import { type Mapping, type MappingTable, mappingSchema } from '~/domain/record/mapping.ts';
import bdci2017 from './mappings/bdci2017.json' with { type: 'json' };
import ccf2020 from './mappings/ccf2020.json' with { type: 'json' };
import delivery from './mappings/delivery.json' with { type: 'json' };
import jinan from './mappings/jinan.json' with { type: 'json' };

export const dataSets = ['bdci2017', 'ccf2020', 'jinan'] as const;
export type DataSet = (typeof dataSets)[number];

const files = { bdci2017, ccf2020, jinan };

/** The mapping of a data set. */
export const mappingOf = (set: DataSet): Mapping => mappingSchema.parse(files[set]);

const deliveryMapping = mappingSchema.parse(delivery);

/** The mapping of a provider's delivery of one item: a register's own table, or the one for all other items. */
export function deliveryTable(item: Item): { readonly mapping: Mapping; readonly table: MappingTable } {
  const [general, ...own] = deliveryMapping.tables;
  const table = own.find(({ records }) => records.some((record) => record.item === item.code)) ?? general;
  return { mapping: deliveryMapping, table: table as MappingTable };
}

/** A mapping and table by the name that a batch keeps, such as `bdci2017/lawsuit`. */
export function tableNamed(name: string): { readonly mapping: Mapping; readonly table: MappingTable } {
  const mappings = [deliveryMapping, ...dataSets.map(mappingOf)];
  for (const mapping of mappings)
    for (const table of mapping.tables) if (nameOf(mapping, table) === name) return { mapping, table };
  throw new Error(`no mapping ${name}`);
}

/** The name under which a batch keeps how it was read. */
export const nameOf = (mapping: Mapping, table: MappingTable): string => `${mapping.name}/${table.table}`;

/** Every column name that a table understands: what a header in an unknown encoding is compared with. */
export const columnNames = (table: MappingTable): string[] => namesIn(table);

function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('names' in value && Array.isArray(value.names)) return value.names as string[];
  return Object.values(value).flatMap(namesIn);
}

/** Names of the columns that hold dates. */
export const dateColumns = (table: MappingTable): string[] =>
  table.records.flatMap(({ occurredOn, endedOn }) => [
    ...(occurredOn?.names ?? []),
    ...(endedOn?.names ?? []),
  ]);
