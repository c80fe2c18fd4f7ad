import { readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { isTest, placeOf, root, type Source, sources, walk } from './sources.ts';

const fileLimit = 300;
const functionLimit = 40;
const componentLimit = 120;

const linesOf = (source: Source, node: ts.Node): number => {
  const line = (position: number) => source.tree.getLineAndCharacterOfPosition(position).line;
  return line(node.getEnd()) - line(node.getStart(source.tree)) + 1;
};

test(`no file is longer than ${fileLimit} lines`, () => {
  const long = sources.filter(({ text }) => text.split('\n').length > fileLimit + 1);
  expect(long.map(({ file, text }) => `${file}: ${text.split('\n').length}`)).toEqual([]);
});

test(`no function is longer than ${functionLimit} lines, no component longer than ${componentLimit}`, () => {
  const long: string[] = [];
  for (const source of sources.filter((each) => !isTest(each)))
    walk(source.tree, (node) => {
      if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return;
      const limit = isComponent(source, node) ? componentLimit : functionLimit;
      if (linesOf(source, node) > limit) long.push(`${placeOf(source, node)}: ${linesOf(source, node)}`);
    });
  expect(long).toEqual([]);
});

/** A function of a page or part that begins with a capital letter. */
function isComponent({ file }: Source, node: ts.SignatureDeclaration): boolean {
  if (!file.endsWith('.tsx')) return false;
  const named = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
  return named !== undefined && ts.isIdentifier(named) && /^[A-Z]/.test(named.text);
}

test('files are named after what they hold, in kebab-case', () => {
  const vague = /^(utils?|helpers?|common|misc|shared|manager|lib|types|constants|index)$/;
  const wrong = sources.filter(({ file }) => {
    const name = path.basename(file).replace(/\.(test|spec|config|bench|server|client)?\.?(tsx?|mjs)$/, '');
    return vague.test(name) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
  });
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test('the top level is the fixed list and nothing else', () => {
  const fixed = [
    ...['.ci', '.editorconfig', '.gitignore', '.npmrc', 'LICENSE', 'README.md', 'app', 'jobs'],
    ...['package-lock.json', 'package.json', 'prisma', 'public', 'search', 'tests', 'tsconfig.json'],
  ];
  const made = ['.git', '.data', 'node_modules'];
  expect(readdirSync(root).filter((name) => ![...fixed, ...made].includes(name))).toEqual([]);
});

test('tests neither mock modules nor run alone', () => {
  const forbidden = /\bvi\.(mock|doMock)\(|\b(test|it|describe)\.only\(/;
  const wrong = sources.filter(
    (source) => isTest(source) && !source.file.endsWith('shape.test.ts') && forbidden.test(source.text),
  );
  expect(wrong.map(({ file }) => file)).toEqual([]);
});
