import type { ServerBuild } from '@remix-run/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
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
import { personIn } from '#tests/security/people.ts';
import { keepBusy, makeTwoBanks, type TwoBanks } from '#tests/security/two-banks.ts';
import { openWatch, type Watch } from '#tests/security/watch.ts';
import { referenceTemplate } from '#tests/templates.ts';
import type { Role } from '~/domain/institution/role.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';

/**
 * Domain.md edge case 2: whatever one bank does with a firm, no other bank, firm or visitor can tell, whatever they ask.
 * The same questions are put before and after; the questions come from the build's own table of routes.
 */
const urls = freshDatabase({ template: referenceTemplate });
const nowhere = '00000000-0000-4000-8000-00000000dead';

let build: ServerBuild;
let watch: Watch;
let parties: TwoBanks;
let askers: Asker[];
let endpoints: Endpoint[];

beforeAll(async () => {
  build = await loadBuild();
  watch = await openWatch(urls);
  parties = await makeTwoBanks();
  await watch.rows(
    `update enterprise set uscc = '91640100MA76FGFU5A', region_code = '640106', industry_code = '1411' where id = $1`,
    [parties.enterpriseId],
  );
  await keepBusy(parties, parties.bankB);
  endpoints = endpointsOf(build).filter(({ gate }) => gate !== undefined);
  const of = async (role: Role, tenant: string | null): Promise<Asker> => ({
    name: role,
    role,
    cookie: (await personIn(role, tenant)).cookie,
  });
  askers = [
    await of('officer', parties.bankB.id),
    await of('reviewer', parties.bankB.id),
    await of('institution-admin', parties.bankB.id),
    await of('owner', null),
    await of('guarantee-officer', null),
    await of('liaison', null),
    { name: 'visitor', role: null, cookie: '' },
  ];
}, 600_000);
afterAll(() => watch.close());

const rowsOf = async (pattern: string): Promise<Row[]> =>
  objects[pattern] ? watch.rows<Row>(objects[pattern].sql) : [];

const otherFirm = async (): Promise<string> =>
  (await personIn('owner', null)).person.enterpriseId as EnterpriseId;

/** Every read that an asker's role is let through to, about rows of its own, in every way. */
async function reads(): Promise<Question[]> {
  const own = new Set<string>([parties.bankB.id, await otherFirm(), '']);
  const questions: Question[] = [];
  for (const endpoint of endpoints.filter(({ kind }) => kind === 'loader')) {
    const { pattern } = endpoint;
    const hasParams = /[:*]/.test(pattern) && !named[pattern];
    const rows = hasParams ? (await rowsOf(pattern)).filter(({ tenant }) => own.has(tenant)) : [];
    const addresses = hasParams
      ? rows.slice(0, 3).map((row) => fill(pattern, row))
      : lists.map((query) => `${fill(pattern, {})}?${query}`);
    for (const asker of askers.filter((each) => mayAsk(endpoint, each))) {
      const isPressed = asker.role === 'officer' && endpoint.isPage;
      questions.push(
        ...(hasParams || isPressed ? addresses : addresses.slice(0, 1)).map((address) => ({
          asker,
          endpoint,
          address,
        })),
      );
    }
  }
  return questions;
}

/** Ids of what the other bank and the firm have with each other. */
const theirIds = async (): Promise<string[]> => {
  const tables = ['application', 'offer', 'loan', 'consent', 'attachment'];
  const union = tables
    .map((table) => `select id::text from ${table} where institution_id = $1`)
    .join(' union all ');
  return (await watch.rows<{ id: string }>(union, [parties.bankA.id])).map(({ id }) => id);
};

test('no answer changes with what another bank does', async () => {
  const questions = await reads();
  expect(questions.length).toBeGreaterThan(150);
  const before = await answersTo(build, questions);
  await keepBusy(parties, parties.bankA);
  const after = await answersTo(build, questions);
  const told = toldBy(questions, before, after);
  expect(told).toEqual([]);
  const ids = await theirIds();
  expect(ids.length).toBeGreaterThan(10);
  const named = questions.flatMap(({ asker, address }, i) => {
    const text = [...(after[i]?.values() ?? [])].join('\n');
    return ids.filter((id) => text.includes(id)).map((id) => `${asker.name} ${address} names ${id}`);
  });
  expect(named).toEqual([]);
}, 600_000);

/** Rows of the other bank and of the firm's dealings with it, and the same address with an id that nobody has. */
async function foreign(kind: Endpoint['kind']) {
  const pairs: { readonly theirs: Question; readonly nobodys: Question }[] = [];
  for (const endpoint of endpoints.filter((each) => each.kind === kind && objects[each.pattern])) {
    const { pattern, intent } = endpoint;
    const known = commands[intent ? `${pattern} ${intent}` : pattern];
    if (kind === 'action' && !known) continue;
    const rows = await rowsOf(pattern);
    const theirs = rows.filter(({ tenant }) => tenant === parties.bankA.id).slice(0, 3);
    const own = rows.find(({ tenant }) => tenant === parties.bankB.id);
    const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
    const mixed = names.length > 1 && own ? theirs.map((row) => ({ ...row, id: own.id ?? '' })) : [];
    for (const row of [...theirs, ...mixed]) {
      const stranger = { ...row, [names.at(-1) ?? 'id']: nowhere };
      const cell = (about: Row): Cell => ({
        ...{ endpoint, role: 'officer', whose: 'other', tenant: null, row: about, expect: 'missing' },
      });
      for (const asker of askers.filter((each) => mayAsk(endpoint, each)))
        pairs.push({
          theirs: {
            asker,
            endpoint,
            address: fill(pattern, row),
            ...(kind === 'action' && { cell: cell(row) }),
          },
          nobodys: {
            asker,
            endpoint,
            address: fill(pattern, stranger),
            ...(kind === 'action' && { cell: cell(stranger) }),
          },
        });
    }
  }
  return pairs;
}

test.each(['loader', 'action'] as const)(
  'a row of another bank is answered as one that does not exist: %s',
  async (kind) => {
    const pairs = await foreign(kind);
    expect(pairs.length).toBeGreaterThan(20);
    const faults: string[] = [];
    for (const { theirs, nobodys } of pairs) {
      const { outcome: one, trace } = await watch.trace(() => ask(build, theirs));
      const other = await ask(build, nobodys);
      const paths = differing(one, other);
      const name = `${theirs.asker.name} ${theirs.address} ${theirs.endpoint.intent ?? ''}`;
      if (paths.length > 0)
        faults.push(`${name}: ${paths.map((path) => `${path} ${one.get(path)}`).join(', ')}`);
      if (Number(one.get('status')) < 400) faults.push(`${name}: ${one.get('status')}`);
      if (kind === 'action' && trace.written > 0) faults.push(`${name}: ${trace.written} rows written`);
    }
    expect(faults).toEqual([]);
  },
  600_000,
);
