import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { sampleCases } from '#tests/factories/cases.ts';
import { arbitraryInput, card as ruleCard } from '#tests/factories/feature.ts';
import { pmmlOutputs, pmmlScorer } from '#tests/factories/pmml.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { command } from '~/cli/commands/card.ts';
import { insist } from '~/domain/kernel/result.ts';
import { cardFeatures } from '~/domain/score/card.ts';
import { ruleInputs } from '~/domain/score/rule/golden.ts';
import { scoreValues } from '~/domain/score/rule/score-values.ts';
import { ruleText, sealRule } from '~/domain/score/rule/sealed-rule.ts';
import { statisticalCardHash } from '~/domain/score/statistical/card.ts';
import { compileCard } from '~/domain/score/statistical/score.ts';
import { inputsOf, scoreTable } from '~/domain/score/statistical/score-table.ts';
import { ranking } from '~/domain/score/training/measures.ts';
import type { RawTable } from '~/domain/score/training/raw-table.ts';
import { clock } from '~/server/clock.ts';
import { signText } from '~/server/platform/signing.ts';
import { readCardFile } from '~/server/score/card-file.ts';
import { readCases } from '~/server/score/read-cases.ts';

const urls = freshDatabase();
const folder = mkdtempSync(path.join(tmpdir(), 'card-'));
const at = (name: string) => path.join(folder, name);

/** The cases with gaps, a level never trained on and values at the ends. */
function csvOf(table: RawTable, extra: readonly string[]): string {
  const cell = (column: RawTable['columns'][number], row: number) =>
    column.texts[column.codes[row] as number];
  const rows = Array.from({ length: table.rows }, (_, row) =>
    table.columns.map((column) => cell(column, row)).join(','),
  );
  return [table.columns.map(({ name }) => name).join(','), ...rows, ...extra].join('\n');
}

const run = (argument: string, options: object) => {
  const bar = { tick: () => undefined, total: () => undefined, done: () => undefined };
  const usual = {
    monotone: new Map(),
    'bad-value': '1',
    exclude: [],
    category: [],
    derive: [],
    split: 'sha10',
    repeats: 0,
  };
  const context = {
    options: { ...usual, ...options },
    urls,
    place: { driver: '', where: '' },
    clock,
    locale: 'en',
  };
  return command.run({ ...context, argument, progress: () => bar } as never);
};

test('the page’s scorer, the command, the batch, SQL and PMML say the same milli-points', async () => {
  const extra = [
    'x1,0,,,,1,Z,,5',
    'x2,1,0.00,7.5,0,0,K,-9,0',
    'x3,0,-12.34,3,99,,C,3,',
    "x4,1,999999999.99,1,8,1,it's,2,1",
  ];
  writeFileSync(at('cases.csv'), csvOf(sampleCases(2500), extra));
  const derive = [{ name: 'share', of: ['debt', 'revenue'] }];
  const wishes = { data: at('cases.csv'), label: 'bad', id: 'id', derive, out: at('card.json') };
  expect(await run('train', wishes)).toMatchObject({
    ok: true,
    json: { skipped: 0, train: { n: expect.any(Number) } },
  });
  const opened = insist(await readCardFile(at('card.json')));
  if (opened.kind !== 'statistical') throw new Error('no statistical card');
  const { card } = opened;
  const table = insist(await readCases(at('cases.csv')));
  const rows = Uint32Array.from({ length: table.rows }, (_, row) => row);
  const batch = [...insist(scoreTable(card, table, rows))];
  const inputs = insist(inputsOf(card, table, rows));
  const page = compileCard(card);
  expect(inputs.map((input) => page(input).milliPoints)).toEqual(batch);

  const scored = (await run('score', { card: at('card.json'), data: at('cases.csv'), label: 'bad' })).json;
  const label = table.columns.find(({ name }) => name === 'bad');
  const bad = Array.from(rows, (row) => Number(label?.texts[label.codes[row] as number]));
  const { n, auc, ks } = ranking(
    batch.map((points) => -points),
    bad,
  );
  expect(scored).toMatchObject({ n, auc: Math.round(auc * 1e6) / 1e6, ks: Math.round(ks * 1e6) / 1e6 });

  expect(await run('export', { card: at('card.json'), to: 'pmml', out: at('card.pmml') })).toMatchObject({
    ok: true,
  });
  const pmml = pmmlScorer(readFileSync(at('card.pmml'), 'utf8'));
  const named = (input: readonly (number | string | null)[]) =>
    Object.fromEntries(card.features.map(({ name }, k) => [name, input[k] ?? null]));
  expect(inputs.map((input) => pmml(named(input)))).toEqual(batch);
  for (const { input, milliPoints } of card.golden) expect(pmml(named(input))).toBe(milliPoints);

  expect(await run('export', { card: at('card.json'), to: 'sql', out: at('card.sql') })).toMatchObject({
    ok: true,
  });
  expect(await scoredBySql(table, readFileSync(at('card.sql'), 'utf8'))).toEqual(batch);
});

/** Loads the cases into a table of their own and runs the exported query over it. */
function scoredBySql(table: RawTable, sql: string): Promise<number[]> {
  return withClient(urls.ownerUrl, async (client) => {
    const columns = table.columns.map(
      ({ name }) => `"${name}" ${/^(id|industry)$/.test(name) ? 'text' : 'numeric'}`,
    );
    await client.query(`create temporary table cases (place int, ${columns.join(', ')})`);
    const records = Array.from({ length: table.rows }, (_, row) => ({
      place: row,
      ...Object.fromEntries(
        table.columns.map(({ name, texts, codes }) => [name, texts[codes[row] as number] || null]),
      ),
    }));
    await client.query('insert into cases select * from json_populate_recordset(null::cases, $1)', [
      JSON.stringify(records),
    ]);
    const { rows } = await client.query(`select milli_points from (${sql}) as done order by place`);
    return rows.map(({ milli_points }: { milli_points: string }) => Number(milli_points));
  });
}

test('a card file that was tampered with is refused in words', async () => {
  const text = readFileSync(at('card.json'), 'utf8');
  writeFileSync(at('changed.json'), text.replace('"baseOdds":20', '"baseOdds":21'));
  const answer = await run('score', { card: at('changed.json'), data: at('cases.csv'), label: 'bad' });
  expect(answer).toMatchObject({ ok: false, json: { error: 'card.hash-wrong' } });
  expect(answer.lines[0]).toMatch(/changed/);
  const missing = await run('score', { card: at('nowhere.json'), data: at('cases.csv'), label: 'bad' });
  expect(missing).toMatchObject({ ok: false, json: { error: 'card.file-missing' } });
});

test('the shipped rule card says the same in TypeScript, SQL and PMML, down to what is missing', async () => {
  const sealed = sealRule(ruleCard, () => null);
  writeFileSync(at('rule.json'), ruleText(sealed));
  for (const to of ['sql', 'pmml'])
    expect(await run('export', { card: at('rule.json'), to, out: at(`rule.${to}`) })).toMatchObject({
      ok: true,
      json: { kind: 'rule' },
    });
  const order = cardFeatures(ruleCard);
  const inputs = [...ruleInputs(ruleCard), ...fc.sample(arbitraryInput(ruleCard), { numRuns: 300, seed: 7 })];
  const expected = inputs.map((input) => {
    const { used: _, ...said } = scoreValues(ruleCard, input);
    return said;
  });
  expect(new Set(expected.map(({ grade }) => grade)).size).toBeGreaterThan(3);
  expect(await ruleBySql(order, inputs, readFileSync(at('rule.sql'), 'utf8'))).toEqual(expected);
  const pmml = pmmlOutputs(readFileSync(at('rule.pmml'), 'utf8'));
  const said = inputs.map((input) => {
    const out = pmml(Object.fromEntries(order.map((code, k) => [code, input[k] ?? null])));
    const veto = out.veto === 'none' ? null : out.veto;
    return { milliPoints: out.milli_points, grade: out.grade, coveragePpm: out.coverage_ppm, veto };
  });
  expect(said).toEqual(expected);

  const lines = inputs.map((input, k) => [...input.map((value) => value ?? ''), Number(k % 3 === 0)]);
  writeFileSync(at('firms.csv'), [[...order, 'bad'], ...lines].map((line) => line.join(',')).join('\n'));
  const scored = await run('score', { card: at('rule.json'), data: at('firms.csv'), label: 'bad' });
  const insufficient = expected.filter(({ milliPoints }) => milliPoints === null).length;
  expect(scored.json).toMatchObject({
    n: inputs.length - insufficient,
    insufficient,
    golden: sealed.golden.length,
    signature: { signer: 'none', keyId: null },
  });
});

/** Loads inputs into a table of features and runs the exported query over it. */
function ruleBySql(order: readonly string[], inputs: readonly (readonly (number | null)[])[], sql: string) {
  return withClient(urls.ownerUrl, async (client) => {
    const columns = order.map((code) => `"${code}" bigint`);
    await client.query(`create temporary table firm_features (place int, ${columns.join(', ')})`);
    const rows = inputs.map((input, place) => ({
      place,
      ...Object.fromEntries(order.map((code, k) => [code, input[k] ?? null])),
    }));
    const load = 'insert into firm_features select * from json_populate_recordset(null::firm_features, $1)';
    await client.query(load, [JSON.stringify(rows)]);
    const { rows: found } = await client.query(`select * from (${sql}) as done order by place`);
    return found.map((row: Record<string, string | null>) => ({
      milliPoints: row.milli_points === null ? null : Number(row.milli_points),
      grade: row.grade,
      coveragePpm: Number(row.coverage_ppm),
      veto: row.veto,
    }));
  });
}

test('a card is signed where the platform’s key is, and whoever opens it is told whose signature it bears', async () => {
  const useFolder = (name: string) => {
    process.env.XINQIAO_DATA_DIR = at(name);
  };
  useFolder('home');
  const monotone = new Map([['years', 'falling']]);
  const wishes = { data: at('cases.csv'), label: 'bad', id: 'id', out: at('own.json'), monotone };
  const unsigned = await run('train', wishes);
  expect(unsigned).toMatchObject({ ok: true, json: { signedBy: null } });
  expect(unsigned.lines.at(-1)).toMatch(/Not signed/);
  const { keyId } = signText('a first day');
  expect(await run('train', wishes)).toMatchObject({ ok: true, json: { signedBy: keyId } });
  const score = (file: string) => run('score', { card: at(file), data: at('cases.csv'), label: 'bad' });
  const own = await score('own.json');
  expect(own).toMatchObject({ ok: true, json: { signature: { signer: 'platform', keyId } } });
  expect(own.lines[0]).toMatch(/is this platform’s/);
  useFolder('elsewhere');
  const other = await score('own.json');
  expect(other).toMatchObject({ ok: true, json: { signature: { signer: 'other', keyId } } });
  expect(other.lines[0]).toMatch(/not this platform’s/);
  signText('another first day');
  expect(await run('export', { card: at('own.json'), to: 'json', out: at('again.json') })).toMatchObject({
    ok: false,
    json: { error: 'card.key-foreign' },
  });
  expect(existsSync(at('again.json'))).toBe(false);

  const body = JSON.parse(readFileSync(at('own.json'), 'utf8'));
  const forged = { ...body, seal: { ...body.seal, signature: 'AAAA' } };
  writeFileSync(at('forged.json'), JSON.stringify(forged));
  expect(await score('forged.json')).toMatchObject({ ok: false, json: { error: 'card.signature-wrong' } });
  const card = { ...body.card, golden: [{ ...body.card.golden[0], milliPoints: 1 }] };
  writeFileSync(at('broken.json'), JSON.stringify({ card, hash: statisticalCardHash(card), seal: null }));
  expect(await score('broken.json')).toMatchObject({ ok: false, json: { error: 'card.golden-failed' } });
  const wrong = await run('train', { ...wishes, monotone: new Map([['industry', 'rising']]) });
  expect(wrong).toMatchObject({ ok: false, json: { error: 'card.monotone-unknown' } });
});
