import { beforeAll, expect, test } from 'vitest';
import { jobs } from '#jobs/contract.ts';
import { handlers } from '#jobs/handlers.ts';
import { doJob } from '#jobs/worker.ts';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { makeFirm, makeInstitution, makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId, LoanId } from '~/domain/kernel/id.ts';
import { wan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { compensate } from '~/domain/policy/compensate.ts';
import { simulate } from '~/domain/policy/simulate.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { orderSimulation, type SimulationOrder } from '~/server/policy/order-simulation.ts';
import { readSchemes } from '~/server/policy/read-schemes.ts';
import { showSimulation } from '~/server/policy/show-simulation.ts';
import { startDraft } from '~/server/policy/start-draft.ts';
import { readPortfolioPage } from '~/server/policy/store-portfolio.ts';

freshDatabase({ as: 'batch', template: referenceTemplate });

const window = { from: day('2025-01-01'), to: day('2026-11-23') };
let desk: Person;
let bank: InstitutionId;
const firms: EnterpriseId[] = [];
const loans: LoanId[] = [];

const change = (sql: string, ...values: unknown[]) =>
  withActor(system('test'), (tx) => tx.$executeRawUnsafe(sql, ...values));

beforeAll(async () => {
  desk = await makePerson('funds-operator');
  bank = await makeInstitution({ name: '桥头银行' });
  for (let at = 0; at < 6; at += 1) {
    const enterpriseId = await makeFirm();
    firms.push(enterpriseId);
    await change(
      `update enterprise set region_code = '440106', industry_code = '6210', industry_version = '2017' where id = $1::uuid`,
      enterpriseId,
    );
    await change(
      `insert into enterprise_profile (enterprise_id, size_class, updated_at) values ($1::uuid, 'small', now())`,
      enterpriseId,
    );
    loans.push(
      await createLoan({
        enterpriseId,
        institutionId: bank,
        disbursedOn: day('2025-11-01'),
        principalYuan: 3_000_000,
      }),
    );
  }
  const [bad] = loans;
  await change(
    `insert into loan_class (enterprise_id, loan_id, as_of, institution_id, tier, dpd, because)
     values ($1::uuid, $2::uuid, '2026-05-01', $3::uuid, 'substandard', 95, '{}')`,
    firms[0],
    bad,
    bank,
  );
  await change(
    `insert into repayment (enterprise_id, id, loan_id, institution_id, paid_on, principal_fen, interest_fen, recorded_at)
     values ($1::uuid, gen_random_uuid(), $2::uuid, $3::uuid, '2026-02-01', 50000000, 0, now()),
            ($1::uuid, gen_random_uuid(), $2::uuid, $3::uuid, '2026-06-01', 10000000, 0, now())`,
    firms[0],
    bad,
    bank,
  );
});

async function run(order: Partial<SimulationOrder>) {
  const id = insist(
    await orderSimulation(desk, {
      what: 'guangzhou-compensation@1',
      ...window,
      pool: null,
      file: null,
      ...order,
    }),
  );
  expect(insist(await showSimulation(desk, id)).state).toBe('ordered');
  const payload = { simulationId: id };
  const job = { name: 'policy.simulate' as const, payload, key: jobs['policy.simulate'].key(payload) };
  await doJob(handlers, job);
  await doJob(handlers, job);
  return insist(await showSimulation(desk, id));
}

test('the platform’s loans under Guangzhou: one loss, net of what came back, by the same rule as a claim', async () => {
  const page = await run({});
  const read = await withActor(desk, (tx) => readPortfolioPage(tx, window, null, 100));
  const schemes = await withActor(desk, readSchemes);
  const guangzhou = schemes.find((s) => s.code === 'guangzhou-compensation');
  const lost = read.find((loan) => loan.loss !== null);
  if (guangzhou?.kind !== 'compensation' || !lost?.loss) throw new Error('one loan was lost');
  expect(lost.loss).toMatchObject({
    determinedOn: '2026-05-01',
    unpaidPrincipal: wan(250),
    recovered: wan(10),
  });
  const claim = compensate(
    guangzhou,
    { principal: lost.facts.principal, flags: [], ...lost.loss, enrolled: true },
    { borrowerCapLeft: null, yearCapLeft: null, poolLeft: null, fuseBlown: false },
  );
  expect(claim.amount).toBe(wan(96));
  // Nothing was enrolled in 2026, so any loss of that year blows the fuse.
  expect(page.result?.after).toMatchObject({ loans: 6, covered: 6, paidLoans: 0, amount: '0' });
  expect(page.result?.after.fuses).toEqual([{ bank, mode: 'bank', year: 2026, on: '2026-05-01' }]);
  expect(String(simulate(guangzhou, read).amount)).toBe(page.result?.after.amount);
  expect(page).toMatchObject({ state: 'done', done: 6, total: 6, baseline: null });
  expect(page.banks[bank]?.nameZh).toBe('桥头银行');
});

test('a draft is held against the version that it began with', async () => {
  const draft = insist(await startDraft(desk, 'services-subsidy', 2));
  await withActor(
    desk,
    (tx) => tx.$executeRaw`
      update policy_draft set body = jsonb_set(body, '{pointsPpm}', '5000') where id = ${draft}::uuid`,
  );
  const page = await run({ what: `draft:${draft}` });
  const { result } = page;
  if (!result?.before) throw new Error('a draft has a version to be held against');
  expect(page.baseline).toBe(2);
  expect(result.after.outcomes).toEqual({ subsidised: 6 });
  const [after, before] = [BigInt(result.after.amount), BigInt(result.before.amount)];
  expect(before > 0n && before - after * 2n <= 6n && after * 2n - before <= 6n).toBe(true);
  const months = result.months.reduce((sum, month) => sum + BigInt(month.after), 0n);
  expect(months).toBe(after);
  expect(result.groups.size).toEqual([
    {
      key: 'small',
      loans: 6,
      borrowers: 6,
      before: String(before),
      after: String(after),
      change: String(after - before),
    },
  ]);
  expect(page.regions).toEqual({ '440100': '广州市' });
});

const header =
  'loan_id,borrower_id,bank,principal_yuan,drawn_on,maturity_on,loss_on,unpaid_yuan,recovered_yuan';
const csv = (lines: readonly string[]) => ({
  name: 'loans.csv',
  content: new TextEncoder().encode(`${[header, ...lines].join('\n')}\n`),
});
const line = (at: number, loss: string) =>
  `L${at},F${at},Bank A,1000000,2025-0${(at % 9) + 1}-01,2026-06-01,${loss}`;

test('a loan file is replayed as if it were covered; bad rows are named, small groups kept back', async () => {
  const lines = [
    ...Array.from({ length: 40 }, (_, at) => line(at, ',,')),
    line(40, '2025-12-01,1000000,0'),
    'L41,F41,Bank B,much,2025-01-01,2026-01-01,,,',
    'L42,F42,Bank B,1000000,2025-01-01,2026-01-01,2025-12-02,1000000,500000',
  ];
  const page = await run({ what: 'qingyuan-compensation@1', pool: wan(60), file: csv(lines) });
  expect(page.result?.rejectedRows).toBe(1);
  expect(page.result?.rejected).toEqual([{ line: 43, column: 'principal_yuan' }]);
  expect(page.result?.after).toMatchObject({
    loans: 42,
    paidLoans: 2,
    amount: String(wan(60)),
    poolShortOn: '2025-12-02',
  });
  expect(page.result?.groups.bank.map((group) => [group.key, group.after])).toEqual([
    ['Bank A', null],
    ['Bank B', null],
  ]);
});

test('a file without its columns fails with the reason', async () => {
  const page = await run({ file: { name: 'x.csv', content: new TextEncoder().encode('a,b\n1,2\n') } });
  expect(page).toMatchObject({ state: 'failed', result: null, problem: { code: 'policy.columns-missing' } });
});

test('a version that is not there cannot be simulated', async () => {
  const ordered = await orderSimulation(desk, { what: 'no-such@1', ...window, pool: null, file: null });
  expect(ordered).toEqual({ ok: false, refusal: { code: 'policy.not-found' } });
});
