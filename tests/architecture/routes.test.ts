import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import table from '~/routes.ts';
import { gateOf } from '~/server/http/declared-gate.ts';
import { root, sources } from './sources.ts';

type Entry = { readonly file: string; readonly children?: readonly Entry[] };
type RouteModule = { readonly loader?: object; readonly action?: object; readonly default?: unknown };

const flat = (entries: readonly Entry[]): string[] =>
  entries.flatMap(({ file, children }) => [file, ...flat(children ?? [])]);
const files = [...new Set(flat(table as readonly Entry[]))];

test('every file of the table exists', () => {
  expect(files.filter((file) => !existsSync(path.join(root, 'app', file)))).toEqual([]);
});

test('every route module in the folders of a house is in the table', () => {
  const modules = sources
    .map(({ file }) => file)
    .filter((file) => /^app\/routes\/[a-z]+\//.test(file))
    .filter((file) =>
      /export (const|default|async function|function|\{)[^;]*\b(loader|action|default)\b/.test(textOf(file)),
    );
  expect(modules.filter((file) => !files.includes(file.replace('app/', '')))).toEqual([]);
});

const textOf = (file: string): string => sources.find((source) => source.file === file)?.text ?? '';

test.each(files)('%s declares who may', async (file) => {
  const module = (await import(path.join(root, 'app', file))) as RouteModule;
  expect(module.loader ?? module.action, 'a route reads or writes').toBeDefined();
  if (module.default) expect(module.loader, 'a page has a loader').toBeDefined();
  for (const run of [module.loader, module.action]) if (run) expect(gateOf(run), 'its gate').toBeDefined();
});

test('loaders and actions are thin: a route file has no logic to speak of', () => {
  const routes = sources.filter(({ file }) => /^app\/routes\/[a-z]+\//.test(file));
  const busy = routes.filter(({ text }) => /\btry\s*\{|\bfor\s*\(|\bwhile\s*\(/.test(text));
  expect(busy.map(({ file }) => file)).toEqual([]);
});
