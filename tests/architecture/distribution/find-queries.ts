import ts from 'typescript';
import { isTest, type Source, sources, walk } from '../sources.ts';
import { judgeSql, type Verdict } from './judge-sql.ts';
import { readPlaces, type TablePlace } from './tables.ts';

/** A query on firms' tables: where it is written, and how it meets the shards. */
export type Query = {
  /** `app/server/loan/store.ts › findLoan` */
  readonly at: string;
  readonly verdict: Verdict;
  readonly tables: readonly string[];
};

/** The code that talks to the database while the product runs; migrations and the seed run before. */
const talks = /^(app\/server|jobs|search)\//;

/** Every query on firms' tables in the sources, judged by its text or by the condition of its Prisma call. */
export function findQueries(from: readonly Source[] = sources): Query[] {
  const distributed = readPlaces().filter(({ place }) => place === 'distributed');
  return from
    .filter((source) => talks.test(source.file) && !isTest(source))
    .flatMap((source) => queriesIn(source, distributed));
}

function queriesIn(source: Source, distributed: readonly TablePlace[]): Query[] {
  const found: Query[] = [];
  walk(source.tree, (node) => {
    const judged = isWholeText(node)
      ? judgeSql(textOf(source, node), distributed)
      : judgeCall(node, distributed);
    if (judged) found.push({ at: `${source.file} › ${nameAround(node)}`, ...judged });
  });
  return found;
}

/** A text that is not part of another. */
const isWholeText = (node: ts.Node): boolean =>
  ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isStringLiteral(node);

/** The text of a statement with each parameter as `$1`; a fragment in it is judged where it is written. */
function textOf({ tree }: Source, node: ts.Node): string {
  if (!ts.isTemplateExpression(node)) return (node as ts.LiteralLikeNode).text;
  return (
    node.head.text +
    node.templateSpans.map(({ expression, literal }) => `${inner(expression, tree)}${literal.text}`).join('')
  );
}

/** Columns and conditions that were written as constants stay readable; values become parameters. */
const inner = (expression: ts.Expression, tree: ts.SourceFile): string =>
  /^[a-z]\w*(Columns|Condition|Table)$/.test(expression.getText(tree)) ? ' ' : '$1';

function judgeCall(node: ts.Node, distributed: readonly TablePlace[]): Omit<Query, 'at'> | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const { expression: target, name: method } = node.expression;
  if (
    !ts.isPropertyAccessExpression(target) ||
    !/^(find|create|update|upsert|delete|count|group|aggregate)/.test(method.text)
  )
    return null;
  const table = distributed.find(({ model }) => model !== '' && model === target.name.text);
  if (!table || !/^(tx|prisma|client)$/.test(target.expression.getText().split('.').at(-1) ?? ''))
    return null;
  const [argument] = node.arguments;
  const part = method.text.startsWith('create') ? 'data' : 'where';
  return { verdict: hasKey(argument, part, table) ? 'routed' : 'colocated', tables: [table.name] };
}

function hasKey(argument: ts.Expression | undefined, part: string, { key }: TablePlace): boolean {
  const wanted = key === 'id' ? /^id$/ : /^enterpriseId(_|$)/;
  const value = propertyOf(argument, part);
  if (part === 'data') return value !== undefined; // a row that lacks its key does not compile
  return (
    value !== undefined &&
    ts.isObjectLiteralExpression(value) &&
    value.properties.some((each) => wanted.test(each.name?.getText() ?? ''))
  );
}

function propertyOf(object: ts.Expression | undefined, name: string): ts.Expression | undefined {
  if (!object || !ts.isObjectLiteralExpression(object)) return undefined;
  for (const property of object.properties) {
    if (ts.isPropertyAssignment(property) && property.name.getText() === name) return property.initializer;
    if (ts.isShorthandPropertyAssignment(property) && property.name.text === name) return property.name;
  }
  return undefined;
}

/** The function or constant at the top of the file that a node is part of. */
function nameAround(node: ts.Node): string {
  let at: ts.Node = node;
  while (!ts.isSourceFile(at.parent)) at = at.parent;
  if (ts.isFunctionDeclaration(at)) return at.name?.text ?? '';
  return ts.isVariableStatement(at) ? (at.declarationList.declarations[0]?.name.getText() ?? '') : '';
}
