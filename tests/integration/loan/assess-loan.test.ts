import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { seedPolicy } from '#prisma/seed/policy.ts';
import { seedReferenceTables } from '#prisma/seed/reference.ts';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { type Day, day } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { assessDisbursedLoan } from '~/server/loan/assess-loan.ts';
import { listLoans } from '~/server/loan/list-loans.ts';
import { showLoan } from '~/server/loan/show-loan.ts';

freshDatabase();
let parties: Parties;
const platform = system('test');

beforeAll(async () => {
  await withActor(platform, async (tx) => {
    await seedReferenceTables(tx);
    await seedPolicy(tx, new Date());
  });
  parties = await createParties();
  await withActor(platform, async (tx) => {
    await tx.enterprise.update({
      where: { id: parties.enterpriseId },
      data: { regionCode: '440112', industryCode: '3484', industryVersion: 'GB/T 4754-2017' },
    });
    await tx.enterpriseProfile.create({
      data: { enterpriseId: parties.enterpriseId, sizeClass: 'small', updatedAt: new Date() },
    });
  });
});

async function assessedOn(disbursedOn: Day, bank = parties.bankA) {
  const { enterpriseId } = parties;
  const loan = await createLoan({
    enterpriseId,
    institutionId: bank.id,
    disbursedOn,
    principalYuan: 3_000_000,
  });
  await withActor(platform, (tx) => assessDisbursedLoan(tx, platform, loan));
  const shown = await showLoan(bank.officer, loan);
  if (!shown.ok) throw new Error(shown.refusal.code);
  return shown.value.schemes;
}

test('a small Guangzhou firm is covered by the city compensation at 40 % of three million', async () => {
  const schemes = await assessedOn(day('2026-06-01'));
  const guangzhou = schemes.find((s) => s.kind === 'compensation' && s.outcome === 'eligible');
  expect(guangzhou).toMatchObject({ amountFen: '120000000' });
  expect(schemes.filter((s) => s.outcome === 'ineligible').every((s) => s.lines.length > 0)).toBe(true);
});

test('beyond the tables no scheme is in force and nothing is guessed', async () => {
  expect(await assessedOn(day('2035-01-01'))).toMatchObject([{ outcome: 'none-in-force', lines: [] }]);
});

test('a loan is tagged by its contract; a guarantor and the evidence of a first loan change what is read', async () => {
  const { enterpriseId, bankA, owner } = parties;
  const disbursedOn = day('2026-07-01');
  const loan = await createLoan({
    enterpriseId,
    institutionId: bankA.id,
    disbursedOn,
    principalYuan: 1_000_000,
  });
  const judge = () => withActor(platform, (tx) => assessDisbursedLoan(tx, platform, loan));
  const seen = async (reader: typeof owner) => {
    const shown = await showLoan(reader, loan);
    return shown.ok ? shown.value.tags : null;
  };
  await judge();
  expect([await seen(owner), await seen(bankA.officer)]).toEqual([
    ['inclusive', 'unsecured'],
    ['inclusive', 'unsecured'],
  ]);
  expect(await seen(parties.bankB.officer)).toBeNull();
  const book = (loans: 1 | -1) =>
    withActor(platform, (tx) =>
      tx.firstLoanEntry.createMany({
        data: [
          {
            ...{ enterpriseId, loanId: loan, institutionId: bankA.id, schemeCode: '', loans },
            ...{ principalFen: BigInt(loans) * 100_000_000n, because: 'clear-record' },
            ...{ bookedOn: new Date('2026-07-01'), recordedAt: clock.now() },
          },
        ],
      }),
    );
  await book(1);
  expect(await seen(owner)).toEqual(['first-loan', 'inclusive', 'unsecured']);
  const listed = async (tag: 'first-loan' | 'long-term') =>
    (await listLoans(bankA.officer, undefined, null, tag)).loans.map(({ id }) => id);
  expect([await listed('first-loan'), await listed('long-term')]).toEqual([[loan], []]);
  await book(-1);
  expect(await seen(owner)).toEqual(['inclusive', 'unsecured']);
  await withActor(platform, (tx) =>
    tx.guaranteeContract.create({
      data: {
        ...{
          enterpriseId,
          id: randomUUID(),
          loanId: loan,
          institutionId: bankA.id,
          guarantorId: randomUUID(),
        },
        ...{
          kind: 'guarantee',
          state: 'in-force',
          feePpm: 10_000,
          shares: [],
          makerId: randomUUID(),
          checkerId: randomUUID(),
          agreedOn: new Date('2026-07-02'),
          endsOn: new Date('2027-07-01'),
          contractNo: 'G-1',
          principalFen: 100_000_000n,
          purpose: 'x',
        },
        ...{
          isSmeAgri: true,
          maturityOn: new Date('2027-07-01'),
          sharePpm: 800_000,
          liabilityFen: 80_000_000n,
        },
        ...{ requestedBy: randomUUID(), requestedAt: clock.now() },
      },
    }),
  );
  expect(await seen(bankA.officer)).toEqual(['inclusive']);
});
