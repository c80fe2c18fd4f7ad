import type { z } from 'zod';
import { bodyLayouts, exampleLayouts } from '~/domain/policy/editor/layout.ts';
import { boxOf, type Node, nameOf, type RowsNode, removeOf } from '~/domain/policy/editor/node.ts';
import { rowNumbers } from '~/domain/policy/editor/row-numbers.ts';
import { type Entries, readValue } from '~/domain/policy/editor/value.ts';
import { examplesSchema } from '~/domain/policy/example-schema.ts';
import { bodySchemas } from '~/domain/policy/scheme-schema.ts';

/** What is wrong at a field of the form, as the wording of an error needs it. */
export type FieldProblem = {
  readonly name: string;
  readonly message: string;
  readonly code?: string | undefined;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly origin?: unknown;
};

type Found = {
  readonly problems: FieldProblem[];
  /** Where each list of the value stood in the form: the number of each row that was kept. */
  readonly kept: Map<string, readonly number[]>;
};

/** The rows that stand in the form under a prefix, those that were taken away left out. */
const numbersOf = (entries: Entries, prefix: string): number[] =>
  rowNumbers(entries, prefix).filter((at) => !entries[removeOf(nameOf(prefix, at))]?.length);

function readRows(node: RowsNode, entries: Entries, prefix: string, found: Found): unknown {
  const isBlank = (at: number) =>
    node.columns.every((column) => {
      const typed = entries[nameOf(nameOf(prefix, at), column.at)];
      return typed === undefined || typed.length === 0 || (typeof typed === 'string' && typed.trim() === '');
    });
  const numbers = numbersOf(entries, prefix).filter((at) => !isBlank(at));
  found.kept.set(prefix, numbers);
  if (numbers.length === 0 && node.empty) return null;
  return numbers.map((at) => readNodes(node.columns, entries, nameOf(prefix, at), found));
}

/** The value under some nodes; what cannot be read is noted at its field and left out. */
function readNodes(nodes: readonly Node[], entries: Entries, prefix: string, found: Found): object {
  const value: { [at: string]: unknown } = {};
  for (const node of nodes) {
    const name = nameOf(prefix, node.at);
    if (node.node === 'rows') value[node.at] = readRows(node, entries, name, found);
    else if (node.node === 'group')
      value[node.at] =
        node.optional && !entries[boxOf(name)] ? null : readNodes(node.nodes, entries, name, found);
    else {
      const read = readValue(node, entries[name]);
      if ('problem' in read) found.problems.push({ name, message: read.problem });
      else if (read.value !== undefined) value[node.at] = read.value;
    }
  }
  return value;
}

/** The path of an issue as the name of a field: places in lists become the numbers of their rows. */
function nameAt(path: readonly PropertyKey[], root: string, found: Found, entries: Entries): string {
  let name = root;
  for (const step of path) {
    const rows = found.kept.get(name);
    const next = typeof step === 'number' && rows ? (rows[step] ?? step + 1) : String(step);
    const longer = nameOf(name, next);
    // A value inside one field, such as the third of its codes, is reported at the field.
    if (entries[name] !== undefined) return name;
    name = longer;
  }
  return name;
}

/** Bounds of a share are worded in percent, as it is written. */
const isShare = (name: string): boolean => name.endsWith('Ppm');

const problemsOf = (error: z.ZodError, root: string, found: Found, entries: Entries): FieldProblem[] =>
  error.issues.map((issue) => ({
    name: nameAt(issue.path, root, found, entries),
    message: isShare(nameAt(issue.path, root, found, entries)) ? 'form.percent' : issue.message,
    code: issue.code,
    ...('minimum' in issue && { minimum: issue.minimum }),
    ...('maximum' in issue && { maximum: issue.maximum }),
    ...('origin' in issue && { origin: issue.origin }),
  }));

export type ReadScheme = {
  readonly body: object;
  readonly examples: readonly object[];
  readonly problems: readonly FieldProblem[];
};

/** How a body and its examples stand in a form: their fields, what no field says, and the schemas that judge them. */
export type Shape = {
  readonly nodes: readonly Node[];
  readonly fixed: object;
  readonly bodySchema: z.ZodType<object>;
  readonly examplesSchema: z.ZodType<readonly object[]>;
  /** The fields of the example under a prefix, and what no field says; null where there is none. */
  example(prefix: string): { readonly nodes: readonly Node[]; readonly fixed: object } | null;
};

/** Rules and examples out of the fields of a form, with everything that is wrong at its field. Nothing is guessed. */
export function readScheme(kind: 'compensation' | 'subsidy', entries: Entries): ReadScheme {
  const form = String(entries['body/form'] ?? '');
  return readShape(
    {
      nodes: bodyLayouts[form] ?? [],
      fixed: { form },
      bodySchema: bodySchemas[kind],
      examplesSchema,
      example: (prefix) => {
        const of = String(entries[nameOf(prefix, 'of')] ?? '');
        return of === '' ? null : { nodes: exampleLayouts[of] ?? [], fixed: { of } };
      },
    },
    entries,
  );
}

/** The same of anything that has such a shape. */
export function readShape(shape: Shape, entries: Entries): ReadScheme {
  const found: Found = { problems: [], kept: new Map() };
  const body = { ...shape.fixed, ...readNodes(shape.nodes, entries, 'body', found) };
  const numbers = numbersOf(entries, 'examples').filter((at) => shape.example(nameOf('examples', at)));
  found.kept.set('examples', numbers);
  const examples = numbers.map((at) => {
    const prefix = nameOf('examples', at);
    const { nodes, fixed } = shape.example(prefix) ?? { nodes: [], fixed: {} };
    return { ...fixed, ...readNodes(nodes, entries, prefix, found) };
  });
  const unreadable = new Set(found.problems.map(({ name }) => name));
  const checkedBody = shape.bodySchema.safeParse(body);
  const checkedExamples = shape.examplesSchema.safeParse(examples);
  const more = [
    ...(checkedBody.success ? [] : problemsOf(checkedBody.error, 'body', found, entries)),
    ...(checkedExamples.success ? [] : problemsOf(checkedExamples.error, 'examples', found, entries)),
  ].filter(({ name }) => !unreadable.has(name));
  return {
    body: checkedBody.success ? checkedBody.data : body,
    examples: checkedExamples.success ? checkedExamples.data : examples,
    problems: [...found.problems, ...more],
  };
}
