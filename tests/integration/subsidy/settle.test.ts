import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { handlers } from '#jobs/handlers.ts';
import { doJob } from '#jobs/worker.ts';
import { seedPolicy } from '#prisma/seed/policy.ts';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { makePerson } from '#tests/factories/people.ts';
import { addDays, day } from '~/domain/kernel/day.ts';
import type { LoanId } from '~/domain/kernel/id.ts';
import { fen, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { percent, ppm } from '~/domain/kernel/rate.ts';
import { insist } from '~/domain/kernel/result.ts';
import { accruedInterest } from '~/domain/policy/day-count.ts';
import { parseQuarter, type Quarter } from '~/domain/subsidy/quarter.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { extendLoan } from '~/server/loan/extend-loan.ts';
import { recordRepayment } from '~/server/loan/record-repayment.ts';
import { chooseSubsidy } from '~/server/subsidy/choose-subsidy.ts';
import { decideReclaim } from '~/server/subsidy/decide-reclaim.ts';
import { decideSettlement } from '~/server/subsidy/decide-settlement.ts';
import { fundPool } from '~/server/subsidy/fund-pool.ts';
import { orderSettlement } from '~/server/subsidy/order-settlement.ts';
import { recordReturn } from '~/server/subsidy/record-return.ts';
import { reportMisuse } from '~/server/subsidy/report-misuse.ts';
import { resumePayment } from '~/server/subsidy/resume-payment.ts';
import { statePurpose } from '~/server/subsidy/state-purpose.ts';

freshDatabase();
const platform = system('test');
let parties: Parties;
let maker: Person;
let checker: Person;

const quarter = (text: string): Quarter => parseQuarter(text) ?? ('' as never);
const drawnOn = day('2026-04-01');

beforeAll(async () => {
  await withActor(platform, (tx) => seedPolicy(tx, new Date()));
  parties = await createParties();
  maker = await makePerson('funds-operator');
  checker = await makePerson('funds-operator');
  for (const payer of ['central', 'province'] as const)
    insist(await fundPool(maker, { payer, amount: yuan(900_000), receivedOn: drawnOn, reference: 'first' }));
});

/** A loan that the services scheme of 2026 accepted. */
async function subsidised(principalYuan: number, bank = parties.bankA, termMonths = 12): Promise<LoanId> {
  const { enterpriseId } = parties;
  const id = await createLoan({
    enterpriseId,
    institutionId: bank.id,
    disbursedOn: drawnOn,
    principalYuan,
    termMonths,
  });
  await withActor(platform, (tx) =>
    tx.schemeAssessment.create({
      data: {
        enterpriseId,
        id: randomUUID(),
        loanId: id,
        institutionId: bank.id,
        schemeCode: 'services-subsidy',
        schemeVersion: 2,
        outcome: 'eligible',
        amountFen: 0n,
        lines: [],
        assessedAt: new Date(),
      },
    }),
  );
  return id;
}

/** Does the jobs of a name that wait in the outbox, in their order. */
async function work(name: 'subsidy.compute-run' | 'subsidy.pay-run') {
  const waiting = await withActor(platform, (tx) =>
    tx.outbox.findMany({ where: { job: name, relayedAt: null }, orderBy: { id: 'asc' } }),
  );
  for (const { key, payload } of waiting) await doJob(handlers, { name, key, payload: payload as never });
}

async function propose(q: Quarter): Promise<string> {
  const run = insist(await orderSettlement(maker, q));
  await work('subsidy.compute-run');
  return run;
}

async function settle(q: Quarter): Promise<string> {
  const run = await propose(q);
  insist(await decideSettlement(checker, run, 'approve', null));
  await work('subsidy.pay-run');
  return run;
}

const read = <T>(sql: string): Promise<T[]> => withActor(platform, (tx) => tx.$queryRawUnsafe<T[]>(sql));
const stateOf = async (run: string) =>
  (
    await read<{ state: string; note: string | null }>(
      `select state, note from subsidy_run where id = '${run}'`,
    )
  )[0];
const entriesOf = (loan: string) =>
  read<{ kind: string; payer: string; fen: bigint }>(
    `select kind, payer, sum(amount_fen)::bigint as fen from subsidy_entry where loan_id = '${loan}' group by 1, 2 order by 1, 2`,
  );
const sumOf = async (loan: LoanId) => (await entriesOf(loan)).reduce((total, row) => total + row.fen, 0n);
const balanceOf = async (code: string): Promise<bigint> =>
  (
    await read<{ fen: bigint }>(
      `select coalesce(sum(p.amount_fen), 0)::bigint as fen from ledger_posting p join ledger_account a on a.id = p.account_id
       where a.code = '${code}'`,
    )
  )[0]?.fen ?? 0n;

/** Interest of an instalment, paid on its day. */
async function payInstalment(loan: LoanId, seq: number, paidOn?: string) {
  const row = await withActor(platform, (tx) =>
    tx.instalment.findFirstOrThrow({ where: { loanId: loan, seq } }),
  );
  const on = paidOn ? day(paidOn) : day(row.dueOn.toISOString().slice(0, 10));
  const money = { principal: fen(row.principalFen), interest: fen(row.interestFen) };
  insist(await recordRepayment(parties.bankA.officer, loan, { paidOn: on, ...money }));
  return money;
}

describe('a loan of 1.2 m whose first two instalments are paid', () => {
  let loan: LoanId;
  let first: bigint;

  test('is settled without anybody applying: one point on the paid days, nine tenths by the centre', async () => {
    loan = await subsidised(1_200_000);
    const { principal } = await payInstalment(loan, 1);
    await payInstalment(loan, 2);
    const run = await settle(quarter('2026Q2'));
    expect(await stateOf(run)).toMatchObject({ state: 'paid' });
    const one = (balance: bigint, from: string, until: string) =>
      accruedInterest(fen(balance), percent(1), day(from), day(until), 'actual360');
    const balance = yuan(1_200_000);
    first = one(balance, '2026-04-01', '2026-05-01') + one(balance - principal, '2026-05-01', '2026-06-01');
    const entries = await entriesOf(loan);
    expect(entries.map(({ kind, payer }) => [kind, payer])).toEqual([
      ['paid', 'central'],
      ['paid', 'province'],
    ]);
    const whole = entries.reduce((sum, row) => sum + row.fen, 0n);
    expect(whole - first <= 1n && first - whole <= 1n).toBe(true);
    expect(entries[0]?.fen).toBe((whole * 9n + 5n) / 10n);
    expect(await balanceOf('pool:subsidy:central')).toBe(yuan(900_000) - (entries[0]?.fen ?? 0n));
    expect(await balanceOf(`borrower:subsidy:${parties.enterpriseId}`)).toBe(whole);
  });

  test('settled again the quarter pays nothing more; a payment recorded late is caught up', async () => {
    const before = await entriesOf(loan);
    await settle(quarter('2026Q2'));
    expect(await entriesOf(loan)).toEqual(before);
    await payInstalment(loan, 3, '2026-06-30'); // it falls due on 1 July and covers June
    await settle(quarter('2026Q2'));
    const after = await entriesOf(loan);
    expect(after.every((row, i) => row.fen > (before[i]?.fen ?? 0n))).toBe(true);
    await settle(quarter('2026Q3'));
    expect(await entriesOf(loan)).toEqual(after);
  });

  test('misuse: reported by the bank, decided by a second person, returned by the firm', async () => {
    const paid = await sumOf(loan);
    const report = { cause: 'wealth-product', misuseOn: day('2026-05-10'), note: '资金转入理财' } as const;
    const id = insist(await reportMisuse(parties.bankA.officer, loan, report));
    expect(await reportMisuse(maker, loan, report)).toMatchObject({
      ok: false,
      refusal: { code: 'subsidy.reclaim-open' },
    });
    expect(insist(await decideReclaim(checker, id, 'demand'))).toBe(paid);
    expect(await balanceOf(`borrower:subsidy:${parties.enterpriseId}`)).toBe(0n);
    const owed = await balanceOf('suspense:subsidy-reclaim:central');
    expect(owed + (await balanceOf('suspense:subsidy-reclaim:province'))).toBe(paid);

    const tooMuch = { amount: fen(paid + 1n), paidOn: day('2026-11-23') };
    expect(await recordReturn(maker, id, tooMuch)).toMatchObject({
      ok: false,
      refusal: { code: 'subsidy.return-too-much', openFen: paid },
    });
    const half = fen(paid / 2n);
    expect(insist(await recordReturn(maker, id, { amount: half, paidOn: day('2026-11-23') }))).toBe(
      'demanded',
    );
    const rest = { amount: fen(paid - half), paidOn: day('2026-11-23') };
    expect(insist(await recordReturn(maker, id, rest))).toBe('returned');
    expect(await balanceOf('suspense:subsidy-reclaim:central')).toBe(0n);
    expect(await balanceOf('pool:subsidy:central')).toBe(yuan(900_000));
    const before = await entriesOf(loan);
    await settle(quarter('2026Q3'));
    expect(await entriesOf(loan)).toEqual(before);
  });
});

describe('who may do what', () => {
  test('the same person cannot approve, a quarter that runs is not settled, and one settlement runs at a time', async () => {
    const run = await propose(quarter('2026Q3'));
    expect(await decideSettlement(maker, run, 'approve', null)).toMatchObject({
      refusal: { code: 'subsidy.maker-is-checker' },
    });
    expect(await orderSettlement(maker, quarter('2026Q2'))).toMatchObject({
      refusal: { code: 'subsidy.settlement-open' },
    });
    insist(await decideSettlement(checker, run, 'reject', '资料不全'));
    expect(await orderSettlement(maker, quarter('2026Q4'))).toMatchObject({
      refusal: { code: 'subsidy.quarter-not-over' },
    });
  });

  test('another bank meets a loan that does not exist', async () => {
    const loan = await subsidised(100_000);
    const stranger = parties.bankB.officer;
    const report = { cause: 'other', misuseOn: drawnOn, note: '—' } as const;
    expect(await reportMisuse(stranger, loan, report)).toMatchObject({
      refusal: { code: 'subsidy.loan-not-found' },
    });
    expect(await statePurpose(stranger, loan, ppm(1))).toMatchObject({
      refusal: { code: 'subsidy.loan-not-found' },
    });
  });
});

describe('what firm and bank state', () => {
  test('a refusing firm gets nothing from that day; half of the purpose halves the amount', async () => {
    const [refusing, late, half, whole] = await Promise.all([1, 2, 3, 4].map(() => subsidised(120_000)));
    if (!refusing || !late || !half || !whole) throw new Error('no loans');
    for (const loan of [refusing, late, half, whole]) await payInstalment(loan, 1);
    insist(await chooseSubsidy(parties.owner, late, 'refused'));
    await withActor(platform, (tx) =>
      tx.$executeRawUnsafe(`insert into subsidy_choice select enterprise_id, gen_random_uuid(), '${refusing}', institution_id,
        'refused', chosen_by, '2026-04-16T09:00:00+08' from subsidy_choice where loan_id = '${late}'`),
    );
    insist(await statePurpose(parties.bankA.officer, half, percent(50)));
    await settle(quarter('2026Q2'));
    expect(await sumOf(whole)).toBe(fen(10_000));
    expect(await sumOf(half)).toBe(fen(5_000));
    expect(await sumOf(refusing)).toBe(fen(5_000));
    expect(await sumOf(late)).toBe(fen(10_000)); // refused today: the days before stay subsidised
  });
});

describe('a loan that is extended', () => {
  test('keeps its subsidy on the days that the extension added', async () => {
    const loan = await subsidised(120_000, parties.bankA, 2);
    await payInstalment(loan, 1);
    const wish = { on: day('2026-05-20'), months: 1, note: null };
    expect(insist(await extendLoan(parties.bankA.officer, loan, wish)).maturityOn).toBe('2026-07-01');
    await settle(quarter('2026Q3'));
    const first = await sumOf(loan);
    expect(first).toBe(10_000n);
    const money = { principal: fen(0), interest: yuan(900) };
    insist(await recordRepayment(parties.bankA.officer, loan, { paidOn: day('2026-07-01'), ...money }));
    await settle(quarter('2026Q3'));
    expect(await sumOf(loan)).toBeGreaterThan(first);
  });
});

describe('a pool that is short', () => {
  test('stops the payment, says what is missing, and goes on when it is filled: no loan is paid twice', async () => {
    const loans: LoanId[] = [];
    for (let i = 0; i < 3; i += 1) loans.push(await subsidised(120_000));
    for (const loan of loans) await payInstalment(loan, 1);
    const left = await balanceOf('pool:subsidy:province');
    await withActor(platform, (tx) =>
      tx.$queryRawUnsafe(`select ledger_post('drain', 'h', 'test.drained', '2026-11-20', now(),
        array[(select id from ledger_account where code = 'pool:subsidy:province')],
        array[(select id from ledger_account where code = 'treasury:subsidy:province')], array[${left}::bigint], '{}', '{}', '{}')::text`),
    );
    const run = await settle(quarter('2026Q2'));
    expect(await stateOf(run)).toMatchObject({
      state: 'approved',
      note: expect.stringContaining('account-short'),
    });
    expect(await entriesOf(loans[0] ?? ('' as never))).toEqual([]);
    const filled = {
      payer: 'province',
      amount: yuan(10_000),
      receivedOn: addDays(drawnOn, 200),
      reference: 'second',
    } as const;
    insist(await fundPool(maker, filled));
    expect(await fundPool(maker, { ...filled, amount: zeroFen })).toMatchObject({
      refusal: { code: 'subsidy.fund-nothing' },
    });
    insist(await resumePayment(maker, run));
    await work('subsidy.pay-run');
    await work('subsidy.pay-run'); // the queue may bring a job again
    expect(await stateOf(run)).toMatchObject({ state: 'paid', note: null });
    for (const loan of loans) expect(await sumOf(loan)).toBe(10_000n);
    const wrong = await read(
      `select 1 from ledger_posting group by transaction_id having sum(amount_fen) <> 0`,
    );
    expect(wrong).toEqual([]);
  });
});
