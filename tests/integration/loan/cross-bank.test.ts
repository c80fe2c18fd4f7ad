import { beforeAll, expect, test } from 'vitest';
import { seedPolicy } from '#prisma/seed/policy.ts';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { latestEnd } from '~/domain/consent/draft-consent.ts';
import { addDays, addMonths } from '~/domain/kernel/day.ts';
import type { LoanId } from '~/domain/kernel/id.ts';
import { type Fen, fen, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { grantConsent } from '~/server/consent/grant-consent.ts';
import { withdrawConsent } from '~/server/consent/withdraw-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { classifyDebtorLoans } from '~/server/loan/classify-debtor.ts';
import { showLoan } from '~/server/loan/show-loan.ts';
import { addClasses, isOverdueElsewhere } from '~/server/loan/store-class.ts';

freshDatabase();
const platform = system('test');
const today = clock.today();
let parties: Parties;
let own: LoanId;

/** Bank B lent 20,000 yuan, which are so many days past due; bank A lent 80,000 on a loan that is in order. */
beforeAll(async () => {
  await withActor(platform, (tx) => seedPolicy(tx, new Date()));
  parties = await createParties();
  const { enterpriseId, bankA, bankB } = parties;
  const lent = { enterpriseId, disbursedOn: addDays(addMonths(today, -4), -1) };
  const theirs = await createLoan({ ...lent, institutionId: bankB.id, principalYuan: 20_000 });
  await overdue(theirs, 91);
  own = await createLoan({
    ...{ enterpriseId, institutionId: bankA.id, disbursedOn: addDays(today, -5), principalYuan: 79_999 },
  });
});

const overdue = (loanId: string, dpd: number, asOf = today) =>
  withActor(platform, (tx) =>
    addClasses(
      tx,
      [
        {
          ...{ enterpriseId: parties.enterpriseId, loanId, institutionId: parties.bankB.id },
          ...{ asOf, tier: 'special-mention', dpd, because: ['overdue'] },
        },
      ],
      clock.now(),
    ),
  );

const monitor = async () =>
  insist(
    await grantConsent(parties.owner, {
      recipient: { kind: 'institution', institutionId: parties.bankA.id, productId: null },
      ...{ purpose: 'post-loan', items: ['tax.payment'], detail: 'detail', mode: 'view' },
      ...{ fetchType: 'periodic', dataFrom: null, dataTo: null, validTo: latestEnd(clock.now()) },
      ...{ readsPerDay: 50, retentionDays: 365, returnDirection: true },
    } as Parameters<typeof grantConsent>[1]),
  );

/** The question as a bank asks it, with what it lends itself. */
const asks = (actor: Person, ownTotal: Fen, ownOverdue: Fen = zeroFen, overdueDays = 90) =>
  withActor(actor, (tx) =>
    isOverdueElsewhere(tx, {
      ...{ enterpriseId: parties.enterpriseId, institutionId: parties.bankA.id, on: today },
      ...{ overdueDays, sharePpm: 200_000, ownOverdue, ownTotal },
    }),
  );

const reasonsOfOwn = async () => {
  await withActor(platform, (tx) => classifyDebtorLoans(tx, parties.enterpriseId, parties.bankA.id, today));
  const { tier, because } = insist(await showLoan(parties.bankA.officer, own));
  return { tier, because };
};

test('a fifth of all debts is not above a fifth, a fen less of sound debts is; the days are those beyond ninety', async () => {
  const { bankA, bankB, owner } = parties;
  const officer = bankA.officer;
  expect(await asks(officer, yuan(1_000))).toBe(false); // no monitoring consent yet: the question is not answered
  expect((await reasonsOfOwn()).tier).toBe('normal');
  const consentId = await monitor();

  expect(await asks(officer, yuan(80_000))).toBe(false);
  expect(await asks(officer, fen(yuan(80_000) - 1n))).toBe(true);
  expect(await asks(officer, yuan(80_000), fen(1n))).toBe(true); // its own long overdue debts count as well
  expect(await asks(officer, fen(yuan(80_000) - 1n), zeroFen, 91)).toBe(false);
  expect(await asks(bankB.officer, fen(1n))).toBe(false); // another bank may not ask in its name

  expect(await reasonsOfOwn()).toEqual({ tier: 'substandard', because: ['cross-bank'] });
  insist(await withdrawConsent(owner, consentId));
  expect(await asks(officer, fen(1n))).toBe(false);
});
