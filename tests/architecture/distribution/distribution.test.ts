import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { root, type Source, sources } from '../sources.ts';
import { findQueries, type Query } from './find-queries.ts';
import { reasons, reviewed } from './reviewed.ts';
import { readPlaces } from './tables.ts';

const places = readPlaces();
const distributed = places.filter(({ place, model }) => place === 'distributed' && model !== '');

/** The queries without a key that nobody reviewed: more at a place than its list holds. */
function unreviewed(queries: readonly Query[]): string[] {
  const seen = new Map<string, number>();
  return queries
    .filter(({ verdict }) => verdict !== 'routed')
    .filter(({ at }) => {
      seen.set(at, (seen.get(at) ?? 0) + 1);
      return (seen.get(at) ?? 0) > (reviewed[at]?.length ?? 0);
    })
    .map(({ at, verdict, tables }) => `${at}: ${verdict} (${tables.join(', ')})`);
}

const queries = findQueries();

test('every table has a place: distributed by the firm, reference, or local', () => {
  expect(places.filter(({ place }) => place === 'unplaced').map(({ name }) => name)).toEqual([]);
  expect(distributed.length).toBeGreaterThanOrEqual(20);
});

test('every query on firms’ tables names the firm, or was reviewed', () => {
  expect(queries.filter(({ verdict }) => verdict === 'routed').length).toBeGreaterThan(50);
  expect(unreviewed(queries)).toEqual([]);
});

test('the list of reviewed queries holds nothing that is gone', () => {
  const open = queries.filter(({ verdict }) => verdict !== 'routed').map(({ at }) => at);
  const stale = Object.entries(reviewed).filter(
    ([at, entries]) => open.filter((each) => each === at).length < entries.length,
  );
  expect(stale.map(([at]) => at)).toEqual([]);
  expect(
    Object.values(reviewed)
      .flat()
      .every((reason) => reason in reasons),
  ).toBe(true);
});

const sourceOf = (file: string, text: string): Source => ({
  file,
  text,
  tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS),
});

test.each([
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a source under test
  ['a select without the key', 'tx.$queryRaw`select id from loan where contract_no = ${no}`'],
  [
    'a join that is not on the key',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a source under test
    'tx.$queryRaw`select 1 from loan l join offer o on o.id = l.id where l.enterprise_id = ${f}`',
  ],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a source under test
  ['an update without the key', 'tx.$executeRaw`update alert set state = ${s} where id = ${id}`'],
  ['a call of the client', 'tx.loan.findFirst({ where: { id } })'],
  ['a condition made elsewhere', 'tx.offer.findMany({ where })'],
])('%s, added anywhere, is found', (_, query) => {
  const text = `export const fresh = (tx: Tx) => ${query};`;
  expect(unreviewed(findQueries([sourceOf('app/server/loan/store-fresh.ts', text)]))).toHaveLength(1);
  const reviewedFile = 'app/server/loan/store.ts';
  const present = sources.find(({ file }) => file === reviewedFile)?.text ?? '';
  const longer = sourceOf(reviewedFile, `${present}\n${text.replace('fresh', 'findLoan')}`);
  expect(unreviewed(findQueries([longer]))).toHaveLength(1);
});

test('taking the key out of the queries that name it is found, file by file', () => {
  const keyed = sources.filter(
    ({ file, text }) =>
      /^app\/server\/.*store/.test(file) &&
      /where [a-z.]*enterprise_id = \$\{/.test(text) &&
      findQueries([sourceOf(file, text)]).some(({ verdict }) => verdict === 'routed'),
  );
  expect(keyed.length).toBeGreaterThan(8);
  for (const { file, text } of keyed) {
    const changed = text.replaceAll(/where ([a-z.]*)enterprise_id = \$\{/g, 'where $1institution_id = ${');
    expect([file, unreviewed(findQueries([sourceOf(file, changed)])).length > 0]).toEqual([file, true]);
  }
});

/** Keys that would not hold across shards; `app/decisions/0014-citus.md` says what takes their place. */
const crossShardKeys = [
  'compensation_claim (enrolment_id)',
  'enterprise (external_id)',
  'enterprise (uscc)',
  'subsidy_entry (ledger_key)',
];

test('a unique key of a firm’s table contains the key it is distributed by', () => {
  const migrations = fs
    .readdirSync(path.join(root, 'prisma/migrations'), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => fs.readFileSync(path.join(root, 'prisma/migrations', file), 'utf8'))
    .join('\n');
  const found = [...migrations.matchAll(/create unique index \S+ on "?(\w+)"? ?\(([^)]*)\)/gi)].flatMap(
    ([, table, columns = '']) => {
      const place = distributed.find(({ name }) => name === table);
      const names = columns.split(',').map((column) => column.trim().replace(/"/g, ''));
      return place && !names.includes(place.key) ? [`${table} (${names.at(-1)})`] : [];
    },
  );
  expect([...new Set(found)].sort()).toEqual(crossShardKeys);
});
