import type { Attribute } from '~/domain/match/attributes.ts';
import { type Attributes, type BitmapIndex, codesOf } from '~/domain/match/bitmap-index.ts';
import type { Applicant } from '~/domain/product/applicant.ts';

/** What many firms are like: for each attribute one number per firm. An index of any products can be asked about them. */
export type FirmColumns = {
  readonly firms: number;
  readonly values: ReadonlyMap<Attribute, Float64Array>;
};

/** Reads every attribute of `firms` applicants once. */
export function readColumns(
  attributes: Attributes,
  applicants: Iterable<Applicant>,
  firms: number,
): FirmColumns {
  const values = new Map([...attributes.values()].map((attribute) => [attribute, new Float64Array(firms)]));
  const columns = { firms, values };
  let firm = 0;
  for (const applicant of applicants) rereadFirm(columns, firm++, applicant);
  return columns;
}

/** Reads one firm anew. */
export function rereadFirm({ values }: FirmColumns, firm: number, applicant: Applicant): void {
  for (const [attribute, column] of values) column[firm] = attribute.read(applicant);
}

/** The value classes that an index makes of the firms. */
export function encode(index: BitmapIndex, { firms, values }: FirmColumns): readonly Uint16Array[] {
  return index.attributes.map(({ attribute, codeOf }) => {
    const column = values.get(attribute);
    if (!column) throw new Error(`no column for ${attribute.key}`);
    const codes = new Uint16Array(firms);
    for (let firm = 0; firm < firms; firm += 1) codes[firm] = codeOf(column[firm] as number);
    return codes;
  });
}

/** The value classes of one firm of the columns. */
export const firmCodes = (index: BitmapIndex, { values }: FirmColumns, firm: number): Int32Array =>
  codesOf(index, (attribute) => values.get(attribute)?.[firm] ?? Number.NaN);
