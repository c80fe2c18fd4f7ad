/*
 * How the rules of a scheme and its worked examples stand as fields of a form. A node says where a value stands, in what
 * unit a person writes it, and what an empty field means.
 */

/** `wan`: whole 万元. `percent`: a share or rate. `yuan`: fen as digits, written in yuan. `codes`: codes in a row. */
export type FieldKind =
  | 'wan'
  | 'percent'
  | 'count'
  | 'text'
  | 'day'
  | 'yuan'
  | 'yes'
  | 'choice'
  | 'choices'
  | 'codes'
  | 'pairs'
  | 'proven';

export type FieldNode = {
  readonly node: 'field';
  readonly at: string;
  readonly kind: FieldKind;
  /** The values of a choice. */
  readonly options?: readonly string[];
  /** What an empty field says: `null` (no such limit), or `absent` (the figure is left out). */
  readonly empty?: 'null' | 'absent';
};

export type RowsNode = {
  readonly node: 'rows';
  readonly at: string;
  readonly columns: readonly FieldNode[];
  /** What no rows at all say; an empty list without it. */
  readonly empty?: 'null';
};

export type GroupNode = {
  readonly node: 'group';
  readonly at: string;
  readonly nodes: readonly Node[];
  /** The whole may be missing: a box says whether the scheme has it. */
  readonly optional?: boolean;
};

export type Node = FieldNode | RowsNode | GroupNode;

type More = Pick<FieldNode, 'empty' | 'options'>;

export const field = (at: string, kind: FieldKind, more: More = {}): FieldNode => ({
  node: 'field',
  at,
  kind,
  ...more,
});
export const rows = (at: string, columns: readonly FieldNode[], empty?: 'null'): RowsNode => ({
  node: 'rows',
  at,
  columns,
  ...(empty && { empty }),
});
export const group = (at: string, nodes: readonly Node[], optional = false): GroupNode => ({
  node: 'group',
  at,
  nodes,
  ...(optional && { optional }),
});

/** The names of fields are the steps to the value, so that an error finds its field. */
export const nameOf = (prefix: string, at: string | number): string =>
  prefix === '' ? String(at) : `${prefix}/${at}`;

/** The box that says that an optional part is there, and the one that takes a row away. */
export const boxOf = (prefix: string): string => `${prefix}/has`;
export const removeOf = (row: string): string => `${row}/remove`;
