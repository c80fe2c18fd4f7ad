import { addDays, day } from '~/domain/kernel/day.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { stateFirstLoan } from '~/server/loan/state-first-loan.ts';
import { statePenaltyTerms } from '~/server/loan/state-penalty-terms.ts';
import { findLoan } from '~/server/loan/store.ts';
import { bankersOf } from './bankers.ts';
import type { Story } from './chronicle.ts';
import { before } from './episodes.ts';
import { loanOf } from './finds.ts';
import { namedFirm } from './named-firms.ts';
import { bankerOf, type World } from './world.ts';

const guesthouse = { firm: 'guesthouse', product: 'yunling-first' } as const;
const printing = { firm: 'printing', product: 'qiaotou-tax' } as const;
/** Late with an instalment, so that its contract asks for penalty interest. */
const textile = { firm: 'textile', product: 'hezhou-regional' } as const;
type Of = typeof guesthouse | typeof printing | typeof textile;

const loanIn = (world: World, { firm, product }: Of) => loanOf(world, namedFirm(firm, world.base), product);

/** The bank reads the credit record two days before it pays out. */
async function clearRecord(world: World, of: Of) {
  const officer = await bankerOf(world, bankersOf(of.product).officer);
  const loanId = await loanIn(world, of);
  const loan = await withActor(officer, (tx) => findLoan(tx, loanId));
  if (!loan) throw new Error(`no loan ${loanId}`);
  return stateFirstLoan(officer, loanId, {
    kind: 'clear-record',
    on: addDays(dayOfDate(loan.disbursedOn), -2),
    reference: `征信查询 ${loan.contractNo}`,
  });
}

/** Two loans count as first ones; of the second, an older loan elsewhere comes to light and is booked as an adjustment. */
export const firstLoans = (world: World): Story => ({
  name: 'first loans',
  steps: [
    {
      day: before(world.base, 40),
      what: 'a first loan is proven',
      tell: () => clearRecord(world, guesthouse),
    },
    { day: before(world.base, 40), what: 'another one is', tell: () => clearRecord(world, printing) },
    {
      day: before(world.base, 6),
      what: 'an older loan comes to light',
      tell: async () =>
        stateFirstLoan(await bankerOf(world, 'operator-funds'), await loanIn(world, printing), {
          kind: 'earlier',
          liability: 'bank-loan',
          on: day('2023-05-18'),
          reference: '征信异议核查 2026-017',
        }),
    },
    {
      day: before(world.base, 30),
      what: 'the contract’s penalty interest is stated',
      tell: async () =>
        statePenaltyTerms(
          await bankerOf(world, bankersOf(textile.product).officer),
          await loanIn(world, textile),
          { overduePpm: 500_000, misusePpm: 1_000_000, compounds: true },
        ),
    },
  ],
});
