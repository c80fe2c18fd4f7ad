import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { aFundedPool, aTransfer, keeper } from '#tests/factories/ledger.ts';
import type { CliContext } from '~/cli/command.ts';
import { command } from '~/cli/commands/ledger.ts';
import { addDays, day } from '~/domain/kernel/day.ts';
import type { InstitutionId, UserId } from '~/domain/kernel/id.ts';
import { fen, yuan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import type { AccountId } from '~/domain/ledger/account.ts';
import type { Person } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { closeBooks } from '~/server/ledger/close-books.ts';
import { exportBalances } from '~/server/ledger/export-balances.ts';
import { exportStatement } from '~/server/ledger/export-statement.ts';
import { listBalances } from '~/server/ledger/list-balances.ts';
import { openAccount } from '~/server/ledger/open-account.ts';
import { postTransfer } from '~/server/ledger/post-transfer.ts';
import { showStatement } from '~/server/ledger/show-statement.ts';

freshDatabase();

const person = (role: Person['role'], institutionId: InstitutionId | null): Person => ({
  ...{ kind: 'person', userId: randomUUID() as UserId, name: role, role, enterpriseId: null },
  ...{ institutionId, institutionName: null, demo: false },
});
const ours = randomUUID() as InstitutionId;
const funds = person('funds-operator', null);
const officer = person('officer', ours);
const stranger = person('officer', randomUUID() as InstitutionId);
let bank: AccountId;
const begun = day('2026-08-01');

/** A pool of 1,000 yuan that pays our bank one yuan and one fen on each of sixty days. */
beforeAll(async () => {
  const { pool } = await aFundedPool(yuan(1_000));
  await withActor(keeper, async (tx) => {
    const named = { code: 'bank:test:ours', kind: 'bank', nameZh: '本行', nameEn: 'Our bank' } as const;
    const owner = { schemeCode: null, enterpriseId: null, institutionId: ours, floor: null };
    bank = insist(await openAccount(tx, { ...named, ...owner }));
    for (let i = 0; i < 60; i += 1) {
      const leg = { from: pool, to: bank, amount: fen(101) };
      insist(
        await postTransfer(
          tx,
          keeper,
          aTransfer(leg, { effectiveOn: addDays(begun, i), kind: 'compensation.paid' }),
        ),
      );
    }
  });
});

test('the trial balance is even on any day, and a bank sees its own accounts only', async () => {
  const all = await listBalances(funds, {});
  expect(all.sums).toMatchObject({ accounts: 4, debit: '100000', credit: '100000' });
  const early = await listBalances(funds, { on: addDays(begun, 9) });
  expect(early.accounts.find((a) => a.code === 'bank:test:ours')).toMatchObject({
    debitFen: '1010',
    creditFen: '0',
  });
  // The pool was funded later than it paid: on that day it stood in credit, and the columns are even all the same.
  expect(early.sums).toMatchObject({ debit: '1010', credit: '1010' });
  expect((await listBalances(officer, {})).accounts.map((a) => a.code)).toEqual(['bank:test:ours']);
  expect((await listBalances(stranger, {})).accounts).toEqual([]);
  expect((await listBalances(funds, { kind: 'pool' })).accounts).toHaveLength(1);
  expect((await listBalances(funds, { text: 'our BANK' })).accounts).toHaveLength(1);
});

test('a statement is read page by page without losing a line or a fen', async () => {
  const span = { from: addDays(begun, 5), to: addDays(begun, 59) };
  const first = insist(await showStatement(officer, bank, span));
  expect(first).toMatchObject({
    openingFen: '505',
    debitFen: '5555',
    creditFen: '0',
    closingFen: '6060',
    count: 55,
  });
  expect(first.lines).toHaveLength(50);
  expect(first.lines[0]).toMatchObject({
    effectiveOn: span.from,
    debitFen: '101',
    balanceFen: '606',
    kind: 'compensation.paid',
  });
  const rest = insist(await showStatement(officer, bank, { ...span, after: first.next ?? '' }));
  expect(rest.lines).toHaveLength(5);
  expect(rest.lines.at(-1)).toMatchObject({ balanceFen: '6060' });
  expect(rest.next).toBeNull();
  expect(await showStatement(stranger, bank, span)).toMatchObject({
    refusal: { code: 'ledger.account-unknown' },
  });
});

const cells = async (body: Uint8Array) => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(body.buffer as ArrayBuffer);
  const rows: unknown[][] = [];
  book.worksheets[0]?.eachRow((row) => void rows.push((row.values as unknown[]).slice(1)));
  return rows;
};

test('both are exported as spreadsheets with amounts as numbers', async () => {
  const balances = await cells((await exportBalances(funds, {}, 'en')).body);
  expect(balances[0]?.slice(0, 5)).toEqual(['Code', 'Account', 'Kind', 'Debit', 'Credit']);
  expect(balances.find((row) => row[0] === 'bank:test:ours')?.slice(3, 5)).toEqual([60.6, 0]);
  expect(balances.at(-1)?.slice(3, 5)).toEqual([1_000, 1_000]);
  const statement = insist(
    await exportStatement(officer, bank, { from: begun, to: addDays(begun, 59) }, 'zh-CN'),
  );
  const lines = await cells(statement.body);
  expect(lines).toHaveLength(63);
  expect(lines[1]?.[2]).toBe('期初余额');
  expect(lines.at(-1)?.[5]).toBe(60.6);
  expect(await exportStatement(stranger, bank, {}, 'en')).toMatchObject({ ok: false });
});

test('the funds desk closes the books and everybody sees how far', async () => {
  expect(insist(await closeBooks(funds, day('2026-08-31'))).transactions).toBe(31);
  const [period] = (await listBalances(officer, {})).periods;
  expect(period).toMatchObject({ endsOn: '2026-08-31', transactions: 31, turnoverFen: '3131' });
  expect(await closeBooks(officer, day('2026-09-30'))).toMatchObject({
    refusal: { code: 'ledger.not-allowed' },
  });
});

const asked = (argument: string, options: object) =>
  command.run({ argument, options, locale: 'zh-CN' } as unknown as CliContext<typeof command.options>);

test('the command says of any day what the page says, and of an account every line', async () => {
  const on = addDays(begun, 9);
  const page = await listBalances(funds, { on });
  const told = await asked('balances', { 'as-of': on });
  expect(told).toMatchObject({
    ok: true,
    json: { asOf: on, debitFen: page.sums.debit, creditFen: page.sums.credit },
  });
  const { accounts } = told.json as { accounts: { code: string; balanceFen: string; heldFen: string }[] };
  expect(accounts.map(({ code, balanceFen, heldFen }) => [code, balanceFen, heldFen])).toEqual(
    page.accounts.map((a) => [a.code, String(BigInt(a.debitFen) - BigInt(a.creditFen)), a.heldFen ?? '0']),
  );
  const to = addDays(begun, 59);
  const whole = await asked('statement', { account: 'bank:test:ours', from: begun, 'as-of': to });
  const shown = insist(await showStatement(officer, bank, { from: begun, to }));
  const { lines, ...sums } = whole.json as { lines: { balanceFen: string }[]; closingFen: string };
  expect(lines).toHaveLength(60);
  expect(lines.slice(0, shown.lines.length)).toEqual(shown.lines.map(({ id: _, ...line }) => line));
  expect(sums).toMatchObject({ openingFen: '0', closingFen: shown.closingFen, debitFen: shown.debitFen });
  expect(lines.at(-1)?.balanceFen).toBe(sums.closingFen);
  expect(await asked('statement', { account: 'no:such' })).toMatchObject({
    ok: false,
    lines: ['没有代码为“no:such”的账户。用 ledger balances 查看全部代码。'],
  });
  expect(await asked('sums', {})).toMatchObject({ ok: false });
});
