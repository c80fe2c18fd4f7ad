import { beforeAll, expect, test } from 'vitest';
import { seedPolicy } from '#prisma/seed/policy.ts';
import { freshDatabase } from '#tests/database.ts';
import { createLoan, instalmentOf } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { addDays, addMonths } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { listMonth } from '~/server/loan/list-month.ts';
import { recordLoanEvent } from '~/server/loan/record-event.ts';
import { showLoan } from '~/server/loan/show-loan.ts';
import { showPaymentFile } from '~/server/loan/show-payment-file.ts';
import { statePenaltyTerms } from '~/server/loan/state-penalty-terms.ts';
import { takeInPayments } from '~/server/loan/take-in-payments.ts';
import { writeXlsx } from '~/server/platform/write-xlsx.ts';

freshDatabase();
let parties: Parties;
let contractNo: string;
let loan: string;
let dues: { principal: string; interest: string }[];
const today = clock.today();
const header = ['合同编号', '还款日期', '类型', '本金', '利息', '罚息', '流水号'];
const yuan = (fen: bigint) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;

beforeAll(async () => {
  await withActor(system('test'), (tx) => seedPolicy(tx, new Date()));
  parties = await createParties();
  const { enterpriseId } = parties;
  const disbursedOn = addDays(addMonths(today, -2), -1);
  const id = await createLoan({ enterpriseId, institutionId: parties.bankA.id, disbursedOn });
  loan = id;
  contractNo = (await opened()).contractNo;
  const both = [await instalmentOf(id, 1), await instalmentOf(id, 2)];
  dues = both.map((d) => ({ principal: yuan(d.principal), interest: yuan(d.interest) }));
});

const opened = async () => insist(await showLoan(parties.bankA.officer, loan));
const csv = (...rows: string[][]) => Buffer.from([header, ...rows].map((r) => r.join(',')).join('\r\n'));
const upload = (bytes: Uint8Array, by = parties.bankA.officer) =>
  takeInPayments(by, { name: 'november.csv', bytes });
const shown = async (id: string) => insist(await showPaymentFile(parties.bankA.officer, id, 0));
const payment = (seq: number, on: string, serial: string) => {
  const due = dues[seq - 1] ?? { principal: '', interest: '' };
  return [contractNo, on, '还款', due.principal, due.interest, '', serial];
};
const payments = async () => (await opened()).repayments.length;

test('rows that fit are booked, the others say row, column and reason; the same bytes change nothing', async () => {
  const second = addDays(today, -1);
  const bytes = csv(
    payment(2, second, 'S2'),
    payment(1, addMonths(second, -1), 'S1'),
    ['no-such-contract', today, '还款', '1', '1', '', 'S3'],
    [contractNo, addDays(today, 3), '还款', '1', '1', '', 'S4'],
    [contractNo, today, '还款', '999999999', '0', '', 'S5'],
    [contractNo, today, '还款', '十', '0', '', 'S6'],
    ['', '', '', '', '', '', ''],
  );
  const { id, known } = insist(await upload(bytes));
  expect(known).toBe(false);
  const file = await shown(id);
  expect(file).toMatchObject({ read: 6, booked: 2, known: 0, rejected: 4 });
  expect(file.rejects.map((r) => [r.rowNo, r.column, r.refusal.code])).toEqual([
    [4, 'contract', 'loan.row-contract'],
    [5, 'paid-on', 'loan.event-date'],
    [6, 'principal', 'loan.repayment-too-much'],
    [7, 'principal', 'loan.row-amount'],
  ]);
  expect(await opened()).toMatchObject({ dpd: 0, tier: 'normal' });
  expect(insist(await upload(bytes))).toEqual({ id, known: true });
  expect(await payments()).toBe(2);
});

test('a mended file books only what is new, and refuses another payment under a known number', async () => {
  const rows = [
    header,
    payment(2, addDays(today, -1), 'S2'),
    [contractNo, today, '提前还款（减少每期）', { number: '10000.00' }, { number: '0.00' }, '', 'S7'],
    [contractNo, today, '还款', '5.00', '0.00', '', 'S2'],
  ];
  const { id } = insist(await upload(writeXlsx('还款', rows)));
  expect(await shown(id)).toMatchObject({
    booked: 1,
    known: 1,
    rejected: 1,
    rejects: [{ rowNo: 4, column: 'serial', refusal: { code: 'loan.row-serial' } }],
  });
  expect(await payments()).toBe(3);
  expect((await opened()).instalments.some((i) => i.kind === 'paid-ahead')).toBe(true);
});

test.each([
  ['nothing', Buffer.alloc(0), 'loan.file-empty'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'loan.file-unreadable'],
  ['another table', Buffer.from('a,b\r\n1,2'), 'loan.file-columns'],
])('%s is refused and leaves nothing behind', async (_, bytes, code) => {
  expect(await upload(bytes)).toMatchObject({ ok: false, refusal: { code } });
  const kept = await withActor(parties.bankA.officer, (tx) =>
    tx.repaymentFile.count({ where: { rowsRead: 0 } }),
  );
  expect(kept).toBe(0);
});

test('another bank neither books on the contract nor sees the file', async () => {
  const { id } = insist(await upload(csv(payment(1, today, 'T1')), parties.bankB.officer));
  expect(await showPaymentFile(parties.bankA.officer, id, 0)).toMatchObject({
    ok: false,
    refusal: { code: 'loan.file-not-found' },
  });
  expect(insist(await showPaymentFile(parties.bankB.officer, id, 0)).rejects).toMatchObject([
    { refusal: { code: 'loan.row-contract' } },
  ]);
});

test('a file in GB 18030 is read too', async () => {
  const head = Buffer.concat([
    Buffer.from([0xba, 0xcf, 0xcd, 0xac, 0xb1, 0xe0, 0xba, 0xc5]), // 合同编号
    Buffer.from(',Paid on,Principal,Interest,Serial no.\r\n'),
    Buffer.from(`${contractNo},${today},1.00,0.00,G1\r\n`),
  ]);
  const { id } = insist(await upload(head));
  expect(await shown(id)).toMatchObject({ booked: 1, rejected: 0 });
});

test('penalty interest that is not what the contract asks for is a finding, on the file and on the loan', async () => {
  const { bankA, bankB } = parties;
  const late = await createLoan({
    ...{ enterpriseId: parties.enterpriseId, institutionId: bankA.id },
    disbursedOn: addDays(addMonths(today, -1), -10),
  });
  const terms = { overduePpm: 500_000, misusePpm: 1_000_000, compounds: true };
  expect(await statePenaltyTerms(bankA.officer, late, { ...terms, overduePpm: 600_000 })).toMatchObject({
    refusal: { code: 'loan.penalty-outside', field: 'overdue', minPpm: 300_000, maxPpm: 500_000 },
  });
  expect(await statePenaltyTerms(bankB.officer, late, terms)).toMatchObject({
    refusal: { code: 'loan.not-found' },
  });
  insist(await statePenaltyTerms(bankA.officer, late, terms));
  const before = insist(await showLoan(bankA.officer, late));
  const due = await instalmentOf(late, 1);
  // Ten days on principal and interest at 4.35 % × 1.5, on actual/360.
  const asked = (amount: bigint) => (amount * 65_250n * 10n + 180_000_000n) / 360_000_000n;
  const expected = asked(due.principal) + asked(due.interest);
  expect(before.penalty).toMatchObject({ totalFen: String(expected), statedFen: '0', payments: [] });
  const row = (serial: string, penalty: bigint) =>
    csv([before.contractNo, today, '还款', yuan(due.principal), yuan(due.interest), yuan(penalty), serial]);
  const { id } = insist(await upload(row('P1', expected + 5_000n)));
  const found = { expectedFen: String(expected), differenceFen: '5000' };
  expect((await shown(id)).findings).toMatchObject([{ contractNo: before.contractNo, ...found }]);
  const { penalty } = insist(await showLoan(bankA.officer, late));
  expect(penalty?.payments).toMatchObject([{ ...found, differs: true }]);

  const misuse = { kind: 'misuse', on: today } as const;
  insist(await recordLoanEvent(bankA.officer, late, misuse, { note: '转入理财' }));
  const listed = async () =>
    (await listMonth(bankA.officer, today.slice(0, 7), 0)).rows.find((row) => row.id === late);
  expect(await listed()).toMatchObject({ found: { findings: ['misuse'], penaltyDifferenceFen: '5000' } });
  const { log } = insist(await showLoan(bankA.officer, late));
  const of = (kind: string) => log.find((event) => event.kind === kind)?.id ?? '';
  for (const kind of ['misuse', 'repayment'])
    insist(await recordLoanEvent(bankA.officer, late, { kind: 'reversal', on: today, of: of(kind) }));
  expect(await listed()).toMatchObject({ found: { findings: [], penaltyDifferenceFen: '0' } });
});
