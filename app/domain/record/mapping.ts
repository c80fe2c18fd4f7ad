import { z } from 'zod';

/**
 * When a column must be there: `header` — the file must have it, a cell may be empty; `value` — every cell must be
 * filled as well; `item` — `value` if the catalogue item cannot do without it, else it may be missing; `none`.
 */
export const columnNeeds = ['header', 'value', 'item', 'none'] as const;
export type ColumnNeed = (typeof columnNeeds)[number];

/** A column by any of its names; the first found in the header is taken. */
export type ColumnSpec = { readonly names: readonly string[]; readonly need: ColumnNeed };

const column = z
  .union([
    z
      .string()
      .min(1)
      .transform((name): ColumnSpec => ({ names: [name], need: 'header' })),
    z.strictObject({ names: z.array(z.string().min(1)).min(1), need: z.enum(columnNeeds) }),
  ])
  .describe('a column name, or its names and how much it is needed');

const category = z.union([
  z.strictObject({ fixed: z.string() }),
  z.strictObject({
    column,
    /** The source's words for the categories of the item; codes and names of the catalogue are understood anyway. */
    values: z.record(z.string(), z.string()).default({}),
    /** The category of every other value; without it such a row is quarantined. */
    otherwise: z.string().optional(),
  }),
]);

const record = z.strictObject({
  /** A catalogue code, or `$item`: the item that the delivery names. */
  item: z.string(),
  /** Tells apart the records that one row of a wide table yields. */
  name: z.string().optional(),
  /** The row yields this record only where this cell is filled. */
  when: column.optional(),
  occurredOn: column.optional(),
  endedOn: column.optional(),
  amount: column.optional(),
  /** The amount where the source counts in 万元. */
  amountWan: column.optional(),
  quantity: column.optional(),
  /** A part of the quantity that another record of the row already counts. */
  quantityLess: column.optional(),
  /** A quantity of zero yields no record. */
  skipZero: z.boolean().default(false),
  category: category.optional(),
  /** Further cells kept as text beside the record. */
  detail: z.record(z.string(), column).default({}),
  /** The source's own number of the record. */
  recordNo: column.optional(),
  /**
   * What makes two deliveries the same record. `row`: equal rows. `cell`: the firm's cell of this name, whatever it
   * holds. `content`: the record number, else everything but the end, which comes later.
   */
  key: z.enum(['row', 'cell', 'content']).default('row'),
});

const registration = z.strictObject({ name: column, region: column, industry: column });

const tableShape = z.strictObject({
  table: z.string(),
  /** Code of the provider who answers for the table; `$provider` is the one who delivers. */
  provider: z.string(),
  firm: column,
  /** What a register says of the firm besides the record itself (its date is the establishment, its category the status). */
  registration: registration.optional(),
  records: z.array(record),
});

/** Were such records known by their whole row, mending one cell would make the others new records as well. */
const table = tableShape.refine(
  ({ records }) => records.length < 2 || records.every(({ key }) => key === 'cell'),
  {
    error: 'the records of a wide table are known by their cells',
  },
);

/** How files of one origin become records: data, read by one generic adapter. */
export const mappingSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  /** How firms are named: by credit code, or by the ids of a data set that knows no codes. */
  firms: z.enum(['uscc', 'data-set']),
  tables: z.array(table).min(1),
});

export type Mapping = z.output<typeof mappingSchema>;
export type MappingTable = Mapping['tables'][number];
export type RecordSpec = MappingTable['records'][number];
export type CategorySpec = z.output<typeof category>;
export type RegistrationSpec = z.output<typeof registration>;
