import { extendTailwindMerge } from 'tailwind-merge';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { isTest, placeOf, type Source, sources, walk } from './sources.ts';

/** Knows which classes set the same property; pages themselves only join them. */
const merge = extendTailwindMerge({
  extend: { theme: { shadow: ['sheet', 'float'], radius: ['control', 'sheet'] } },
});

const pages = sources.filter((each) => /^app\/(ui|routes|root)/.test(each.file) && !isTest(each));

/** Constants of a file by their names: looks are written there, and picked by a key. */
const constantsOf = ({ tree }: Source): ReadonlyMap<string, ts.Expression> =>
  new Map(
    tree.statements
      .filter(ts.isVariableStatement)
      .flatMap(({ declarationList }) => [...declarationList.declarations])
      .flatMap(({ name, initializer }) =>
        ts.isIdentifier(name) && initializer ? [[name.text, initializer] as const] : [],
      ),
  );

/** The texts that an expression may be, as far as it is written out: either side of a choice, every look of a table. */
function textsOf(node: ts.Node, known: ReadonlyMap<string, ts.Expression>): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node))
    return [node.whenTrue, node.whenFalse].flatMap((side) => textsOf(side, known));
  if (ts.isBinaryExpression(node)) {
    const right = textsOf(node.right, known);
    if (node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return right;
    return textsOf(node.left, known).flatMap((left) => right.map((text) => left + text));
  }
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node))
    return textsOf(node.expression, known);
  if (ts.isObjectLiteralExpression(node))
    return node.properties.flatMap((each) =>
      ts.isPropertyAssignment(each) ? textsOf(each.initializer, known) : [],
    );
  if (ts.isElementAccessExpression(node)) return textsOf(node.expression, known);
  const constant = ts.isIdentifier(node) ? known.get(node.text) : undefined;
  return constant ? textsOf(constant, known) : [];
}

/** Classes of the first text that the second would override. */
function overridden(first: string, second: string): string[] {
  const left = new Set(merge(`${first} ${second}`).split(' '));
  return first.split(/\s+/).filter((name) => name !== '' && !left.has(name));
}

test('no two parts of a joined class name set the same property', () => {
  const found: string[] = [];
  let pairs = 0;
  for (const source of pages) {
    const known = constantsOf(source);
    walk(source.tree, (node) => {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'cx') return;
      const parts = node.arguments.map((part) => textsOf(part, known));
      for (const [at, firsts] of parts.entries())
        for (const second of parts.slice(at + 1).flat())
          for (const first of firsts) {
            pairs += 1;
            for (const name of overridden(first, second))
              found.push(`${placeOf(source, node)}: ${name} before ${second}`);
          }
    });
  }
  expect(found).toEqual([]);
  expect(pairs).toBeGreaterThan(50);
});
