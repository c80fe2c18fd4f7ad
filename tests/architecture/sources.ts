import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const root = path.resolve(import.meta.dirname, '../..');

export type Source = { readonly file: string; readonly text: string; readonly tree: ts.SourceFile };

const folders = ['app', 'jobs', 'search', 'prisma', 'tests'];
const unread = new Set(['build', 'node_modules', '.output', 'migrations']);
const generated = 'app/server/db/prisma';

/** Every TypeScript file that we wrote, parsed, by its path from the top of the checkout. */
export const sources: readonly Source[] = folders.flatMap(filesUnder).map((file) => {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  return { file, text, tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kindOf(file)) };
});

export const isTest = ({ file }: Source): boolean => file.startsWith('tests/') || /\.test\.tsx?$/.test(file);

function kindOf(file: string): ts.ScriptKind {
  if (file.endsWith('.tsx')) return ts.ScriptKind.TSX;
  return file.endsWith('.ts') ? ts.ScriptKind.TS : ts.ScriptKind.JS;
}

function filesUnder(folder: string): string[] {
  if (folder === generated) return [];
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return unread.has(entry.name) ? [] : filesUnder(file);
    return /\.(tsx?|mjs)$/.test(entry.name) ? [file] : [];
  });
}

/** Calls back for a node and everything in it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

/** What a file imports or re-exports, statically or by `import()`, as paths from the top, or package names. */
export function importsOf(source: Source): string[] {
  const found: string[] = [];
  walk(source.tree, (node) => {
    const named =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : undefined;
    const called =
      ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : undefined;
    for (const specifier of [named, called])
      if (specifier && ts.isStringLiteral(specifier)) found.push(resolved(source.file, specifier.text));
  });
  return found;
}

const aliases: readonly [string, string][] = [
  ['~/', 'app/'],
  ['#jobs/', 'jobs/'],
  ['#search/', 'search/'],
  ['#prisma/', 'prisma/'],
  ['#tests/', 'tests/'],
];

function resolved(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier);
  const alias = aliases.find(([prefix]) => specifier.startsWith(prefix));
  return alias ? alias[1] + specifier.slice(alias[0].length) : specifier;
}

/** `file:line` of a node. */
export function placeOf({ file, tree }: Source, node: ts.Node): string {
  return `${file}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
}
