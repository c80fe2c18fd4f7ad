import { randomUUID } from 'node:crypto';
import type { ServerBuild } from '@remix-run/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { makeBranches } from '#tests/factories/branches.ts';
import { makePerson } from '#tests/factories/people.ts';
import { type Endpoint, endpointsOf, loadBuild } from '#tests/security/app.ts';
import {
  type Asker,
  answersTo,
  ask,
  fill,
  lists,
  mayAsk,
  type Question,
  toldBy,
} from '#tests/security/asking.ts';
import type { Cell, Row } from '#tests/security/cells.ts';
import { differing } from '#tests/security/differences.ts';
import { named } from '#tests/security/named.ts';
import { commands, objects } from '#tests/security/objects.ts';
import { keepBusy, makeTwoBanks, type TwoBanks } from '#tests/security/two-banks.ts';
import { openWatch, type Watch } from '#tests/security/watch.ts';
import { referenceTemplate } from '#tests/templates.ts';
import type { BranchId, ProductId } from '~/domain/kernel/id.ts';
import { startSession } from '~/server/http/session.ts';

/**
 * What one branch of a bank does with a firm, no other branch of it can tell, whatever its people ask of whichever route:
 * the wall between banks (domain.md edge case 2) stands between branches too, on reads and on writes.
 */
const urls = freshDatabase({ template: referenceTemplate });
const nowhere = '00000000-0000-4000-8000-00000000dead';

let build: ServerBuild;
let watch: Watch;
let parties: TwoBanks;
let other: ProductId;
let bank: Awaited<ReturnType<typeof makeBranches>>;
let askers: Asker[];
let endpoints: Endpoint[];
/** Rows that were there before the other branch did anything. */
const known = new Map<string, Set<string>>();

const deskOf = ({ id, officer, reviewer }: typeof bank.east, product: ProductId) => ({
  ...{ product, officer, reviewer, branchId: id },
});

/** A product beside one: a firm has one open application for each. */
async function secondProduct(of: ProductId): Promise<ProductId> {
  const id = randomUUID() as ProductId;
  await watch.rows(
    `insert into product select (jsonb_populate_record(p, jsonb_build_object('id', $2::text, 'code', $2::text))).* from product p where id = $1`,
    [of, id],
  );
  return id;
}

async function askerIn(role: 'officer' | 'reviewer', branchId: BranchId): Promise<Asker> {
  const { userId } = await makePerson(role, { institutionId: parties.bankA.id, branchId });
  const header = await startSession(new Request('http://localhost/'), userId);
  return { name: role, role, cookie: header.split(';')[0] ?? '' };
}

beforeAll(async () => {
  build = await loadBuild();
  watch = await openWatch(urls);
  parties = await makeTwoBanks();
  bank = await makeBranches(parties.bankA.id);
  await watch.rows(`update enterprise set uscc = '91640100MA76FGFU5A' where id = $1`, [parties.enterpriseId]);
  other = await secondProduct(parties.bankA.product);
  await keepBusy(parties, deskOf(bank.west, parties.bankA.product), 'HT-W-1');
  askers = [await askerIn('officer', bank.west.id), await askerIn('reviewer', bank.west.id)];
  endpoints = endpointsOf(build).filter(
    ({ gate, pattern }) => gate !== undefined && pattern.startsWith('/bank'),
  );
  endpoints.push(...endpointsOf(build).filter(({ pattern }) => pattern === '/inbox'));
}, 600_000);
afterAll(() => watch.close());

const rowsOf = async (pattern: string): Promise<Row[]> =>
  objects[pattern] ? watch.rows<Row>(objects[pattern].sql) : [];
const keyOf = (row: Row): string => JSON.stringify(row);

/** Every read of a bank's own pages, about rows that this branch has. */
async function reads(): Promise<Question[]> {
  const questions: Question[] = [];
  for (const endpoint of endpoints.filter(({ kind }) => kind === 'loader')) {
    const { pattern } = endpoint;
    const hasParams = /[:*]/.test(pattern) && !named[pattern];
    const rows = hasParams ? await rowsOf(pattern) : [];
    known.set(pattern, new Set(rows.map(keyOf)));
    const mine = rows.filter(({ tenant }) => tenant === parties.bankA.id);
    const addresses = hasParams
      ? mine.slice(0, 3).map((row) => fill(pattern, row))
      : lists.map((query) => `${fill(pattern, {})}?${query}`);
    for (const asker of askers.filter((each) => mayAsk(endpoint, each)))
      questions.push(...addresses.map((address) => ({ asker, endpoint, address })));
  }
  return questions;
}

test('no answer changes with what another branch does', async () => {
  const questions = await reads();
  expect(questions.length).toBeGreaterThan(100);
  const before = await answersTo(build, questions);
  await keepBusy(parties, deskOf(bank.east, other), 'HT-E-1');
  expect(toldBy(questions, before, await answersTo(build, questions))).toEqual([]);
}, 600_000);

/** A row of the other branch, and the same address with an id that nobody has. */
async function foreign(kind: Endpoint['kind']) {
  const pairs: { readonly theirs: Question; readonly nobodys: Question }[] = [];
  for (const endpoint of endpoints.filter((each) => each.kind === kind && objects[each.pattern])) {
    const { pattern, intent } = endpoint;
    if (kind === 'action' && !commands[intent ? `${pattern} ${intent}` : pattern]) continue;
    const before = known.get(pattern);
    const rows = (await rowsOf(pattern)).filter(
      (row) => row.tenant === parties.bankA.id && before && !before.has(keyOf(row)),
    );
    for (const row of rows.slice(0, 3)) {
      const last = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '').at(-1) ?? 'id';
      const stranger = { ...row, [last]: nowhere };
      const questionOf = (asker: Asker, about: Row): Question => ({
        ...{ asker, endpoint, address: fill(pattern, about) },
        ...(kind === 'action' && { cell: cellOf(endpoint, about) }),
      });
      for (const asker of askers.filter((each) => mayAsk(endpoint, each)))
        pairs.push({ theirs: questionOf(asker, row), nobodys: questionOf(asker, stranger) });
    }
  }
  return pairs;
}

const cellOf = (endpoint: Endpoint, row: Row): Cell => ({
  ...{ endpoint, role: 'officer', whose: 'other', tenant: null, row, expect: 'missing' },
});

test.each(['loader', 'action'] as const)(
  'a row of another branch is answered as one that does not exist: %s',
  async (kind) => {
    const pairs = await foreign(kind);
    expect(pairs.length).toBeGreaterThan(15);
    const faults: string[] = [];
    for (const { theirs, nobodys } of pairs) {
      const { outcome: one, trace } = await watch.trace(() => ask(build, theirs));
      const other = await ask(build, nobodys);
      const name = `${theirs.asker.name} ${theirs.address} ${theirs.endpoint.intent ?? ''}`;
      const paths = differing(one, other);
      if (paths.length > 0)
        faults.push(`${name}: ${paths.map((path) => `${path} ${one.get(path)}`).join(', ')}`);
      if (Number(one.get('status')) < 400) faults.push(`${name}: ${one.get('status')}`);
      if (kind === 'action' && trace.written > 0) faults.push(`${name}: ${trace.written} rows written`);
    }
    expect(faults).toEqual([]);
  },
  600_000,
);

test('every table that hangs on an application, a loan, an alert or a claim of a bank has the wall of branches', async () => {
  const open = await watch.rows<{ name: string }>(`
    select distinct c.table_name::text as name from information_schema.columns c
    join information_schema.columns i on i.table_schema = 'public' and i.table_name = c.table_name and i.column_name = 'institution_id'
    join pg_class r on r.relname = c.table_name and r.relkind = 'r' and r.relnamespace = 'public'::regnamespace
    where c.table_schema = 'public' and c.column_name in ('application_id', 'loan_id', 'alert_id', 'claim_id', 'contract_id')
      and not exists (select 1 from pg_policies p where p.tablename = c.table_name and p.permissive = 'RESTRICTIVE' and p.policyname = 'branch')
    order by 1`);
  expect(open.map(({ name }) => name)).toEqual([]);
});
