import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { arbitraryFact } from '#tests/factories/arbitrary-fact.ts';
import { arbitraryScope } from '#tests/factories/arbitrary-scope.ts';
import { openScope, profiles } from '#tests/factories/feature.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { momentsSeen } from '~/domain/feature/columnar/columns.ts';
import { foldRows, newRemains } from '~/domain/feature/columnar/fold.ts';
import { settleFirm } from '~/domain/feature/columnar/settle.ts';
import { compileTape, gaps } from '~/domain/feature/columnar/tape.ts';
import { openLens } from '~/domain/feature/compute.ts';
import type { FeatureFact } from '~/domain/feature/definition.ts';
import { featureDefinitions } from '~/domain/feature/definitions.ts';
import type { Population } from '~/domain/feature/population.ts';
import type { Scope } from '~/domain/feature/scope.ts';
import { addDays, startOf } from '~/domain/kernel/day.ts';
import { clock } from '~/server/clock.ts';
import { withBatchTransaction } from '~/server/db/batch-client.ts';
import { uuidText } from '~/server/feature/segments/key-index.ts';
import { segmentFolder } from '~/server/feature/segments/manifest.ts';
import {
  forgetSegments,
  openSegments,
  rebuildSegments,
  type Segments,
} from '~/server/feature/segments/open-segments.ts';
import { databaseMark } from '~/server/feature/segments/store-segments.ts';
import { featuresBySql } from '~/server/feature/store-oracle.ts';

freshDatabase({ template: referenceTemplate });

const populations = ['registers', 'set-one'] as Population[];
const batchId = randomUUID();
const firms: string[] = [];
type Row = { firm: string; id: string; item: string; key: Buffer; isLive: boolean };
const rows: Row[] = [];
const seals: Row[] = [];

const moment = (ago: number): Date => new Date(startOf(addDays(clock.today(), -ago)).getTime() + 3_600_000);

const addFirm = (population: Population, status = 'active') =>
  withBatchTransaction(async ({ client }) => {
    const id = randomUUID();
    const own = population === 'registers' ? null : id;
    await client.query(
      `insert into enterprise (id, source, external_id, kind, name, status) values ($1, $2, $3, 'company', 'firm', $4)`,
      [id, own ? population : 'demo', own, status],
    );
    firms.push(id);
  });

const insert = `insert into fact (enterprise_id, id, item, item_version, provider_id, batch_id, source_key, occurred_on, ended_on,
  amount_fen, quantity, category, known_at, op, supersedes) values ($1, $2, $3, 1, $4, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;

type Step =
  | { readonly kind: 'add'; readonly facts: readonly FeatureFact[]; readonly ago: number }
  | {
      readonly kind: 'correct' | 'revoke' | 'seal';
      readonly which: number;
      readonly fact: FeatureFact;
      readonly ago: number;
    }
  | { readonly kind: 'restore'; readonly which: number; readonly fact: FeatureFact; readonly ago: number }
  | { readonly kind: 'firm'; readonly which: number }
  | { readonly kind: 'cancel'; readonly which: number };

const write = (row: Row, fact: FeatureFact | null, ago: number, op: string, supersedes: string | null) =>
  withBatchTransaction(({ client }) =>
    client.query(insert, [
      ...[row.firm, row.id, row.item, batchId, row.key, fact?.occurredOn ?? null, fact?.endedOn ?? null],
      ...[fact?.amount ?? null, fact?.quantity ?? null, fact?.category ?? null, moment(ago), op, supersedes],
    ]),
  );

async function take(step: Step): Promise<unknown> {
  if (step.kind === 'firm') return addFirm(populations[step.which % 2] as Population);
  if (step.kind === 'cancel') {
    await withBatchTransaction(({ client }) =>
      client.query(`update enterprise set status = 'cancelled' where id = $1`, [
        firms[step.which % firms.length],
      ]),
    );
    return;
  }
  if (step.kind === 'add') {
    for (const [i, fact] of step.facts.entries()) {
      const firm = firms[(i * 7 + step.ago) % firms.length] as string;
      const row = { firm, id: fact.id, item: fact.item, key: randomBytes(16), isLive: true };
      rows.push(row);
      await write(row, fact, step.ago, 'assert', null);
    }
    return;
  }
  if (step.kind === 'restore') {
    const [sealed] = seals.splice(step.which % Math.max(1, seals.length), 1);
    if (!sealed) return;
    const back = { ...sealed, id: randomUUID(), isLive: true };
    rows.push(back);
    return write(back, step.fact, step.ago, 'correct', sealed.id);
  }
  const live = rows.filter(({ isLive }) => isLive);
  const head = live[step.which % live.length];
  if (!head) return;
  head.isLive = false;
  const next = { ...head, id: randomUUID(), isLive: step.kind === 'correct' };
  rows.push(next);
  if (step.kind === 'seal') seals.push(next);
  await write(next, step.kind === 'correct' ? step.fact : null, step.ago, step.kind, head.id);
}

const ago = fc.integer({ min: 0, max: 40 });
const fact = arbitraryFact();
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      facts: fc.array(fact, { maxLength: 40 }),
      ago,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('correct', 'revoke', 'seal', 'restore'),
      which: fc.nat(),
      fact,
      ago,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('firm', 'cancel'), which: fc.nat() }) },
);

let mark = '';
const folder = () => segmentFolder(mark);
const idBytes = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');

type Question = { readonly scope: Scope; readonly knownAt: Date };

/** Values and gaps of the firms of one population, by firm, from the segments. */
function fromSegments({ table, names }: Segments, population: Population, { scope, knownAt }: Question) {
  const lens = openLens(featureDefinitions, profiles, scope);
  const tape = compileTape(lens, names.dictionary.codes, population !== 'registers');
  const seen = momentsSeen(names.moments.times, knownAt.getTime());
  const remains = newRemains(tape.features);
  const answers = { values: new Float64Array(tape.features), gaps: new Uint8Array(tape.features) };
  const place = names.populations.indexOf(population);
  const found = Array.from({ length: table.firms.size }, (_, firm) => firm).filter(
    (firm) => table.population[firm] === place && table.scored[firm] === 1,
  );
  return Object.fromEntries(
    found.map((firm) => {
      foldRows(tape, table.columns, table.start[firm] as number, table.end[firm] as number, seen, remains);
      settleFirm(tape, table.columns, remains, answers, 0);
      const values = [...answers.gaps].map((gap, f) =>
        gap === 0 ? { value: answers.values[f], gap: null } : { value: null, gap: gaps[gap] },
      );
      return [uuidText(table.firms.keys, firm * 16), values];
    }),
  );
}

const fromDatabase = (population: Population, { scope, knownAt }: Question) =>
  withBatchTransaction(async (tx) => {
    const lens = openLens(featureDefinitions, profiles, scope);
    const found = await featuresBySql(tx, { lens, population, knownAt });
    return Object.fromEntries(found.map(({ firm, values }) => [firm, values]));
  });

async function expectSame(segments: Segments, question: Question): Promise<void> {
  for (const population of populations)
    expect(fromSegments(segments, population, question)).toEqual(await fromDatabase(population, question));
}

beforeAll(async () => {
  mark = await withBatchTransaction(databaseMark);
  for (let i = 0; i < 24; i++) await addFirm(populations[i % 2] as Population);
  await take({ kind: 'add', facts: fc.sample(fact, { numRuns: 400, seed: 4 }), ago: 30 });
});

test('kernel and database agree after any sequence of additions, corrections, revocations and seals', async () => {
  await expectSame(await openSegments(), { scope: openScope, knownAt: clock.now() });
  const steps = fc.sample(step, { numRuns: 40, seed: 20261127 });
  const questions = fc.sample(fc.tuple(arbitraryScope, ago), { numRuns: 40, seed: 9 });
  for (const [i, each] of steps.entries()) {
    await take(each);
    if (i % 4 !== 3) continue;
    if (i % 8 === 3) forgetSegments();
    const [scope, back] = questions[i] as (typeof questions)[number];
    await expectSame(await openSegments(), { scope, knownAt: moment(back) });
  }
  const now = { scope: openScope, knownAt: clock.now() };
  const followed = fromSegments(await openSegments(), 'registers' as Population, now);
  expect(followed).toEqual(fromSegments(await rebuildSegments(), 'registers' as Population, now));
});

test('segments that are up to date find nothing changed, and say which firms did', async () => {
  expect((await openSegments()).changed?.size).toBe(0);
  const facts = fc.sample(fact, { numRuns: 2, seed: 77 });
  await take({ kind: 'add', facts, ago: 1 });
  expect((await openSegments()).changed?.size).toBe(2);
});

test('a sealed record is neither in memory nor on the disk, in any version', async () => {
  const victim = fc.sample(fact, { numRuns: 1, seed: 5 })[0] as FeatureFact;
  const before = rows.length;
  await take({ kind: 'add', facts: [victim], ago: 9 });
  const first = rows[before] as Row;
  for (const row of rows) row.isLive = row === first;
  await take({ kind: 'correct', which: 0, fact: victim, ago: 5 });
  const second = rows.at(-1) as Row;
  await openSegments();
  await take({ kind: 'seal', which: 0, fact: victim, ago: 1 });
  const onDisk = (id: string) =>
    readdirSync(folder()).some((name) => readFileSync(path.join(folder(), name)).includes(idBytes(id)));
  expect([onDisk(first.id), onDisk(second.id)]).toEqual([true, true]);
  const holds = ({ table }: Segments, id: string) => Buffer.from(table.columns.id).includes(idBytes(id));
  for (const segments of [await openSegments(), await rebuildSegments()])
    expect([first, second].flatMap(({ id }) => [holds(segments, id), onDisk(id)])).not.toContain(true);
});

test('damaged files, and files of another database, are built anew', async () => {
  const now = { scope: openScope, knownAt: clock.now() };
  const whole = fromSegments(await openSegments(), 'set-one' as Population, now);
  for (const name of readdirSync(folder())) {
    forgetSegments();
    writeFileSync(path.join(folder(), name), 'cut');
    const again = await openSegments();
    expect(again.changed).toBeNull();
    expect(fromSegments(again, 'set-one' as Population, now)).toEqual(whole);
  }
});

test('what is left of a database that is no more goes when the segments are built anew, other servers’ stays', async () => {
  const [, server] = mark.split('-');
  const [dead, foreign] = [segmentFolder(`4000000000-${server}`), segmentFolder('1-1')];
  await rebuildSegments();
  expect([dead, foreign, folder()].map((each) => existsSync(each))).toEqual([false, true, true]);
});
