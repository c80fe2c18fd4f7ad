import { expect, test } from 'vitest';
import { flow } from '~/domain/flow.ts';
import { layerOf, mayImport, stageOf } from './layers.ts';
import { importsOf, isTest, sources } from './sources.ts';

const edges = sources.flatMap((source) =>
  importsOf(source).map((target) => ({ from: source.file, target, source })),
);

test('every file belongs to a layer', () => {
  expect(sources.filter(({ file }) => !layerOf(file)).map(({ file }) => file)).toEqual([]);
});

/** The sign-in page of the demo province offers its accounts. */
const exceptions = ['app/routes/public/login.tsx → prisma/seed/accounts.ts'];

test('a layer imports only what lies before it', () => {
  const wrong = edges.filter(({ from, target }) => {
    const [here, there] = [layerOf(from), layerOf(target)];
    return here && there && here !== there && !mayImport[here].includes(there);
  });
  const named = wrong.map(({ from, target }) => `${from} → ${target}`);
  expect(named.filter((edge) => !exceptions.includes(edge))).toEqual([]);
});

test('an earlier stage never imports a later one', () => {
  const wrong = edges.filter(({ from, target, source }) => {
    const [here, there] = [stageOf(from), stageOf(target)];
    return (
      !isTest(source) &&
      here !== undefined &&
      there !== undefined &&
      layerOf(from) === layerOf(target) &&
      here < there
    );
  });
  expect(wrong.map(({ from, target }) => `${from} → ${target}`)).toEqual([]);
});

test('every stage folder is a stage of the flow or a named foundation', () => {
  const foundations = ['kernel', 'db', 'http', 'access', 'audit', 'platform', 'parts', 'public'];
  const folders = sources.map(
    ({ file }) => /^(?:app\/(?:domain|server|ui)|jobs)\/([^/.]+)\//.exec(file)?.[1],
  );
  const unknown = new Set(
    folders.filter((name) => name && !foundations.includes(name) && !flow.includes(name as never)),
  );
  expect([...unknown]).toEqual([]);
});

test('Remix is imported only where a move to its successor would look for it', () => {
  const allowed = /^app\/(routes|ui|server\/http|entry\.|root\.tsx|vite\.config|cli\/boot\/web)|^tests\//;
  const wrong = edges.filter(({ from, target }) => target.startsWith('@remix-run/') && !allowed.test(from));
  expect(wrong.map(({ from, target }) => `${from} → ${target}`)).toEqual([]);
});

test('the domain is pure: no I/O, no Prisma, no clock of its own', () => {
  const domain = sources.filter((source) => source.file.startsWith('app/domain/') && !isTest(source));
  const packages = domain.flatMap((source) =>
    importsOf(source)
      .filter(
        (target) =>
          !target.startsWith('app/') && !(target === 'node:crypto' && source.file.includes('kernel/hash')),
      )
      .map((target) => `${source.file} → ${target}`),
  );
  const allowed = /→ (chinese-days|zod)$/;
  expect(packages.filter((edge) => !allowed.test(edge))).toEqual([]);
  const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bfetch\(/;
  expect(domain.filter(({ text }) => impure.test(text)).map(({ file }) => file)).toEqual([]);
});

test('Prisma and SQL stay in the stores', () => {
  const store = /^app\/server\/(db|audit|http|access|platform)\/|^app\/server\/[a-z]+\/store(-[a-z-]+)?\.ts$/;
  const talks =
    /\$(queryRaw|executeRaw)|\btx\.[a-z]\w*\.(find|create|update|delete|count|upsert|groupBy|aggregate)/;
  const wrong = sources.filter(
    ({ file, text }) => /^app\/(server|routes|ui)\//.test(file) && !store.test(file) && talks.test(text),
  );
  expect(wrong.map(({ file }) => file)).toEqual([]);
});
