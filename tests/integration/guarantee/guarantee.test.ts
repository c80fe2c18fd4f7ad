import { beforeAll, describe, expect, test } from 'vitest';
import { handlers } from '#jobs/handlers.ts';
import { doJob } from '#jobs/worker.ts';
import { seedPolicy } from '#prisma/seed/policy.ts';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { makeFirm, makeInstitution, makePerson } from '#tests/factories/people.ts';
import { owedFor, payersOf } from '~/domain/guarantee/payers.ts';
import { addDays, day } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { fen, yuan } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { answerRequest } from '~/server/guarantee/answer-request.ts';
import { decideRequest } from '~/server/guarantee/decide-request.ts';
import { declineDemand } from '~/server/guarantee/decline-demand.ts';
import { demandPayment } from '~/server/guarantee/demand-payment.ts';
import { recordMoney } from '~/server/guarantee/record-money.ts';
import { requestGuarantee } from '~/server/guarantee/request-guarantee.ts';
import { showContract } from '~/server/guarantee/show-contract.ts';
import { stateAffiliate } from '~/server/guarantee/state-affiliate.ts';
import { stateAssets } from '~/server/guarantee/state-assets.ts';
import { findCover } from '~/server/guarantee/store.ts';
import { withdrawRequest } from '~/server/guarantee/withdraw-request.ts';
import { addClasses } from '~/server/loan/store-class.ts';

freshDatabase();
const platform = system('test');
const today = clock.today();
let parties: Parties;

type House = { id: InstitutionId; officer: Person; reviewer: Person; admin: Person };
let guarantor: House;
let insurer: House;

async function house(kind: 'guarantor' | 'insurer'): Promise<House> {
  const id = await makeInstitution({ kind, name: kind });
  const of = (role: 'guarantee-officer' | 'guarantee-reviewer' | 'guarantee-admin') =>
    makePerson(role, { institutionId: id });
  return {
    id,
    officer: await of('guarantee-officer'),
    reviewer: await of('guarantee-reviewer'),
    admin: await of('guarantee-admin'),
  };
}

beforeAll(async () => {
  await withActor(platform, (tx) => seedPolicy(tx, new Date()));
  parties = await createParties();
  guarantor = await house('guarantor');
  insurer = await house('insurer');
});

const lend = (principalYuan: number, enterpriseId = parties.enterpriseId) =>
  createLoan({
    enterpriseId,
    institutionId: parties.bankA.id,
    disbursedOn: addDays(today, -30),
    principalYuan,
  });

const ask = (loan: string, of: House, share = 80) =>
  requestGuarantee(parties.bankA.officer, loan, { guarantorId: of.id, share: percent(share), note: null });

const propose = (id: string, of: House) =>
  answerRequest(of.officer, id, { answer: 'accept', fee: percent('0.8'), note: null });

/** From the bank's request to a contract in force. */
async function cover(loan: string, of: House, share = 80): Promise<string> {
  const id = insist(await ask(loan, of, share));
  insist(await propose(id, of));
  insist(await decideRequest(of.reviewer, id, 'confirm'));
  return id;
}

const payersOfLoan = (loan: string) =>
  withActor(platform, async (tx) => payersOf(await findCover(tx, loan), today));

describe('taking a guarantee on', () => {
  test('without net assets nothing is accepted; with them two persons bring the chain into force', async () => {
    const loan = await lend(1_000_000);
    const id = insist(await ask(loan, guarantor));
    expect(await propose(id, guarantor)).toMatchObject({ refusal: { code: 'guarantee.assets-unknown' } });
    insist(await stateAssets(guarantor.admin, { asOf: today, netAssets: yuan(10_000_000) }));
    insist(await propose(id, guarantor));
    expect(await decideRequest(guarantor.officer, id, 'confirm')).toMatchObject({
      refusal: { code: 'guarantee.maker-is-checker' },
    });
    insist(await decideRequest(guarantor.reviewer, id, 'confirm'));
    const payers = await payersOfLoan(loan);
    expect(payers.map(({ payer, share }) => [payer, share])).toEqual([
      ['guarantor', 400_000],
      ['re-guarantor', 200_000],
      ['national-fund', 200_000],
    ]);
  });

  test.each([
    ['a bank that would keep less than a fifth', 81, 'guarantee.bank-share-too-small'],
    ['a second request to the same guarantor', 10, 'guarantee.live-request'],
  ])('%s is refused', async (_, share, code) => {
    const loan = await lend(500_000);
    if (code === 'guarantee.live-request') insist(await ask(loan, guarantor, 20));
    expect(await ask(loan, guarantor, share)).toMatchObject({ ok: false, refusal: { code } });
  });

  test('one obligor above a tenth of net assets is refused with what is left, affiliates count together', async () => {
    const loan = await lend(1_000_000);
    const id = insist(await ask(loan, guarantor));
    expect(await propose(id, guarantor)).toMatchObject({
      refusal: { code: 'guarantee.limit-broken', limit: 'one-obligor', leftFen: String(yuan(200_000)) },
    });
    const other = await makeFirm({ uscc: '91440101MA5XXXXX01' });
    const first = await cover(await lend(1_000_000, other), guarantor);
    expect(await stateAffiliate(guarantor.officer, first, 'nobody')).toMatchObject({
      refusal: { code: 'guarantee.no-such-firm' },
    });
    const third = await makeFirm({ uscc: '91440101MA5XXXXX02' });
    insist(await stateAffiliate(guarantor.officer, first, '91440101MA5XXXXX02'));
    const group = insist(await ask(await lend(1_000_000, third), guarantor));
    expect(await propose(group, guarantor)).toMatchObject({ refusal: { limit: 'with-affiliates' } });
  });

  test('two reviewers at once cannot share the last room', async () => {
    const tight = await house('guarantor');
    insist(await stateAssets(tight.admin, { asOf: today, netAssets: yuan(1_000_000) }));
    const firm = await makeFirm();
    const ids: string[] = [];
    for (let i = 0; i < 2; i += 1) {
      const id = insist(await ask(await lend(100_000, firm), tight));
      insist(await propose(id, tight));
      ids.push(id);
    }
    const both = await Promise.all(ids.map((id) => decideRequest(tight.reviewer, id, 'confirm')));
    expect(both.map((r) => (r.ok ? r.value : r.refusal.code)).sort()).toEqual([
      'guarantee.limit-broken',
      'in-force',
    ]);
  });

  test('another guarantor and another bank meet what does not exist', async () => {
    const loan = await lend(100_000, await makeFirm());
    const id = insist(await ask(loan, guarantor));
    expect(await propose(id, insurer)).toMatchObject({ refusal: { code: 'guarantee.contract-not-found' } });
    const stranger = requestGuarantee(parties.bankB.officer, loan, {
      guarantorId: guarantor.id,
      share: percent(10),
      note: null,
    });
    expect(await stranger).toMatchObject({ refusal: { code: 'guarantee.loan-not-found' } });
    const seen = await withActor(insurer.officer, (tx) => tx.guaranteeContract.count({ where: { id } }));
    expect(seen).toBe(0);
  });
});

describe('insurance beside a guarantee', () => {
  test('bears what the guarantee leaves, after its waiting period; money is posted once', async () => {
    const loan = await lend(100_000, await makeFirm());
    await cover(loan, guarantor, 40);
    const id = await cover(loan, insurer, 40);
    const payers = await payersOfLoan(loan);
    const last = payers.at(-1);
    expect(last).toMatchObject({ payer: 'insurer', share: 400_000, from: addDays(today, 80) });
    expect(owedFor(yuan(100_000), payers).at(-1)?.amount).toBe(yuan(40_000));

    const money = { kind: 'paid', amount: yuan(40_000), on: today, note: null } as const;
    expect(await recordMoney(insurer.officer, id, { ...money, amount: yuan(40_001) })).toMatchObject({
      refusal: { code: 'guarantee.money-too-much', mostFen: yuan(40_000) },
    });
    expect(await recordMoney(insurer.officer, id, { ...money, on: day('2020-01-01') })).toMatchObject({
      refusal: { code: 'guarantee.money-date' },
    });
    insist(await recordMoney(insurer.officer, id, money));
    insist(await recordMoney(insurer.officer, id, { ...money, kind: 'recovered', amount: yuan(1_000) }));
    const jobs = await withActor(platform, (tx) =>
      tx.outbox.findMany({ where: { job: 'guarantee.post-event' } }),
    );
    for (const { key, payload } of [...jobs, ...jobs])
      await doJob(handlers, { name: 'guarantee.post-event', key, payload: payload as never });
    const [balance] = await withActor(platform, (tx) =>
      tx.$queryRawUnsafe<{ fen: bigint }[]>(
        `select sum(p.amount_fen)::bigint as fen from ledger_posting p join ledger_account a on a.id = p.account_id where a.kind = 'insurer'`,
      ),
    );
    expect(balance?.fen).toBe(-yuan(39_000));
  });
});

describe('a bank that asks to be paid', () => {
  const demand = (id: string, amount = yuan(50_000), by = parties.bankA.officer) =>
    demandPayment(by, id, { amount, note: null });
  const overdue = (loanId: string, enterpriseId: string, dpd: number) =>
    withActor(platform, (tx) =>
      addClasses(
        tx,
        [
          {
            ...{ enterpriseId, loanId, institutionId: parties.bankA.id, asOf: today },
            ...{ tier: 'special-mention', dpd, because: ['overdue'] },
          },
        ],
        clock.now(),
      ),
    );

  test('may do so once the waiting period is over, never above the liability, and has one answer to wait for', async () => {
    const firm = await makeFirm();
    const loan = await lend(100_000, firm);
    const id = await cover(loan, insurer, 50);
    expect(await demand(id)).toMatchObject({
      refusal: { code: 'guarantee.demand-too-early', days: 80, dpd: 0 },
    });
    await overdue(loan, firm, 80);
    expect(await demand(id, yuan(50_001))).toMatchObject({ refusal: { code: 'guarantee.money-too-much' } });
    expect(await demand(id, yuan(50_000), parties.bankB.officer)).toMatchObject({
      refusal: { code: 'guarantee.contract-not-found' },
    });
    insist(await demand(id));
    expect(await demand(id)).toMatchObject({ refusal: { code: 'guarantee.demand-open' } });
    expect(insist(await showContract(insurer.officer, id)).demand).toMatchObject({ amountFen: '5000000' });
    insist(await declineDemand(insurer.officer, id, '缺判决书'));
    expect(await declineDemand(insurer.officer, id, '再次')).toMatchObject({
      refusal: { code: 'guarantee.no-demand' },
    });
    insist(await demand(id));
    insist(
      await recordMoney(insurer.officer, id, { kind: 'paid', amount: yuan(50_000), on: today, note: null }),
    );
    expect(insist(await showContract(insurer.officer, id)).demand).toBeNull();
  });

  test('takes back what is not in force; the guarantor takes no more than the agreed fee', async () => {
    const loan = await lend(100_000, await makeFirm());
    const asked = insist(await ask(loan, insurer, 20));
    insist(await withdrawRequest(parties.bankA.officer, asked));
    expect(await propose(asked, insurer)).toMatchObject({ refusal: { code: 'guarantee.not-requested' } });
    const id = await cover(loan, insurer, 20);
    expect(await withdrawRequest(parties.bankA.officer, id)).toMatchObject({
      refusal: { code: 'guarantee.not-requested' },
    });
    const { fees } = insist(await showContract(insurer.officer, id));
    const agreed = fen(BigInt(fees.agreedFen));
    const fee = { kind: 'fee', on: today, note: null } as const;
    expect(await recordMoney(insurer.officer, id, { ...fee, amount: fen(agreed + 1n) })).toMatchObject({
      refusal: { code: 'guarantee.money-too-much' },
    });
    insist(await recordMoney(insurer.officer, id, { ...fee, amount: agreed }));
    expect(insist(await showContract(insurer.officer, id)).fees.takenFen).toBe(fees.agreedFen);
  });
});
