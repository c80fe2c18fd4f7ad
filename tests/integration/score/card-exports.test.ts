import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { sampleCases } from '#tests/factories/cases.ts';
import { pmmlScorer } from '#tests/factories/pmml.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { command } from '~/cli/commands/card.ts';
import { insist } from '~/domain/kernel/result.ts';
import { compileCard } from '~/domain/score/statistical/score.ts';
import { inputsOf, scoreTable } from '~/domain/score/statistical/score-table.ts';
import { ranking } from '~/domain/score/training/measures.ts';
import type { RawTable } from '~/domain/score/training/raw-table.ts';
import { clock } from '~/server/clock.ts';
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
  const usual = { 'bad-value': '1', exclude: [], category: [], derive: [], split: 'sha10', repeats: 0 };
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
  const card = insist(await readCardFile(at('card.json')));
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
