import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { portfolioId } from '~/domain/compensation/portfolio-id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { replayPortfolio } from '~/server/compensation/replay-portfolio.ts';

const { ownerUrl } = freshDatabase({ as: 'batch' });
const folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-replay-'));
afterAll(() => rmSync(folder, { recursive: true }));

const header =
  'loan_nr,Bank,ApprovalDate,DisbursementDate,ChgOffDate,MIS_Status,ChgOffPrinGr,GrAppv,SBA_Appv';

/** 1,300 loans of nine banks: every third lost, amounts written in both ways, days in both, some missing. */
const rows = Array.from({ length: 1_300 }, (_, i) => {
  const approved = 10_000_00 + ((i * 7_919) % 900_000) * 100;
  const guaranteed = Math.floor((approved * ([50, 75, 85, 80][i % 4] ?? 0)) / 100);
  const loss = i % 3 === 0 ? ((i * 104_729) % approved) + 1 : 0;
  const dollars = (cents: number) =>
    i % 2 === 0
      ? `"$${(cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })} "`
      : (cents / 100).toFixed(2);
  const year = 1988 + (i % 27);
  const shortYear = String(year % 100).padStart(2, '0');
  return {
    ...{ approved, guaranteed, loss, year: i % 50 === 0 ? 'unknown' : String(year) },
    cells: [
      ...[1_000_000 + i, `BANK ${i % 9}`, '2/28/1987', i % 40 === 0 ? '' : '4/30/1987'],
      ...[i % 50 === 0 ? '' : `15-Jun-${shortYear}`, i % 5 === 0 ? 'P I F' : 'CHGOFF'],
      ...[dollars(loss), dollars(approved), dollars(guaranteed)],
    ].join(','),
  };
});

/** The same sum in another way: long division by hand instead of the product's rounding. */
function independentSum() {
  const byYear: Record<string, bigint> = {};
  let [paid, claims] = [0n, 0];
  for (const { approved, guaranteed, loss, year } of rows) {
    if (loss === 0) continue;
    const product = BigInt(loss) * BigInt(guaranteed);
    const whole = product / BigInt(approved);
    const rounded = 2n * (product % BigInt(approved)) >= BigInt(approved) ? whole + 1n : whole;
    const pays = rounded > BigInt(guaranteed) ? BigInt(guaranteed) : rounded;
    byYear[year] = (byYear[year] ?? 0n) + pays;
    paid += pays;
    claims += 1;
  }
  return { loans: rows.length, claims, paid, byYear };
}

function written(name: string, lines: readonly string[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, gzipSync([header, ...lines, ''].join('\n')));
  return file;
}

const inDatabase = (query: string) =>
  withClient(ownerUrl, async (client) => (await client.query(query)).rows[0] as Record<string, string>);

test('a portfolio is enrolled, reserved and paid to the cent, and a second run pays nothing', async () => {
  const whole = written(
    'whole.csv.gz',
    rows.map((row) => row.cells),
  );
  const cut = written(
    'half.csv.gz',
    rows.slice(0, 700).map((row) => row.cells),
  );
  await replayPortfolio(cut); // a run that was cut off
  for (let run = 0; run < 2; run += 1)
    expect(await replayPortfolio(whole)).toEqual({ ok: true, value: independentSum() });
  const sums = await inDatabase(`select
    (select count(*) from enrolment)::int as enrolled, (select count(*) from ledger_hold)::int as holds,
    (select count(*) from ledger_hold_end where outcome = 'posted')::int as posted,
    (select sum(amount_fen) from claim_payment)::text as paid,
    (select sum(amount_fen) from ledger_posting)::text as rest,
    (select posted_fen from ledger_total)::text as left`);
  const { claims, paid } = independentSum();
  expect(sums).toEqual({
    enrolled: rows.length,
    holds: claims,
    posted: claims,
    paid: String(paid),
    rest: '0',
    left: '0',
  });
});

test('a run that breaks in its second chunk and goes on leaves nothing too much in the pool', async () => {
  const later = rows.map((row) => row.cells.replace(/^1/, '3'));
  const file = written('broken.csv.gz', later);
  await inDatabase(
    `create function break_off() returns trigger language plpgsql as $$ begin raise 'broken off'; end $$`,
  );
  await inDatabase(`create trigger break_off before insert on enrolment for each row
    when (new.loan_id = '${portfolioId('sba', 'loan', '3000700')}') execute function break_off()`);
  await expect(replayPortfolio(file)).rejects.toThrow('broken off');
  const sums = `select (select count(*) from enrolment)::int as enrolled, (select posted_fen from ledger_total)::text as left,
    (select sum(amount_fen) from claim_payment)::text as paid`;
  const broken = await inDatabase(sums);
  expect(broken).toMatchObject({ enrolled: rows.length + 500 });
  expect(BigInt(broken.left ?? 0) + BigInt(broken.paid ?? 0)).toBe(2n * independentSum().paid);
  await inDatabase('drop trigger break_off on enrolment');
  expect(insist(await replayPortfolio(file))).toEqual(independentSum());
  const whole = String(2n * independentSum().paid);
  expect(await inDatabase(sums)).toEqual({ enrolled: 2 * rows.length, left: '0', paid: whole });
});

test.each([
  ['principal', ['200.00', '100.00', '50.00']],
  ['guarantee', ['100.00', '100.00', '80.00']],
  ['loss', ['90.00', '100.00', '50.00']],
  ['loss taken away', ['0', '100.00', '50.00']],
])(
  'a loan that was replayed before with another %s refuses the file',
  async (_, [loss, approved, guaranteed]) => {
    const loan = (number: number, ...amounts: (string | undefined)[]) =>
      [number, 'BANK', '2/28/1997', '', '', 'CHGOFF', ...amounts].join(',');
    const first = loan(5_000_001, '80.00', '100.00', '50.00');
    insist(await replayPortfolio(written('first.csv.gz', [first])));
    const before = await inDatabase('select count(*)::int as n from ledger_transaction');
    const file = written('changed.csv.gz', [
      loan(5_000_002, '1.00', '2.00', '1.00'),
      first.replace('5000001', '5000003'),
      loan(5_000_001, loss, approved, guaranteed),
    ]);
    expect(await replayPortfolio(file)).toEqual({
      ok: false,
      refusal: { code: 'compensation.amounts-changed', row: 3, number: '5000001' },
    });
    expect(await inDatabase('select count(*)::int as n from ledger_transaction')).toEqual(before);
  },
);

test.each([
  ['a cell that is no amount', '1,BANK,2/28/1997,,,CHGOFF,much,100,50', 'compensation.cell-unreadable'],
  ['a guarantee above the loan', '1,BANK,2/28/1997,,,CHGOFF,10,100,101', 'compensation.guarantee-above-loan'],
  ['a loan that stands twice', '1000001,BANK,2/28/1997,,,CHGOFF,10,100,50', 'compensation.loan-twice'],
])('%s refuses the file and nothing is written', async (_, line, code) => {
  const before = await inDatabase('select count(*)::int as n from ledger_transaction');
  const file = written('bad.csv.gz', [...rows.slice(0, 10).map((row) => row.cells), line]);
  expect(await replayPortfolio(file)).toMatchObject({ ok: false, refusal: { code, row: 11 } });
  expect(await inDatabase('select count(*)::int as n from ledger_transaction')).toEqual(before);
});

test('missing columns are named', async () => {
  const file = path.join(folder, 'columns.csv');
  writeFileSync(file, 'loan_nr,Bank\n1,BANK\n');
  const refused = await replayPortfolio(file);
  expect(refused).toMatchObject({ refusal: { code: 'compensation.columns-missing' } });
  expect(await replayPortfolio(path.join(folder, 'nowhere.csv'))).toMatchObject({
    refusal: { code: 'record.file-unreadable' },
  });
});
