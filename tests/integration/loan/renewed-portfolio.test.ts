import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { makeFirm, makeInstitution, makePerson } from '#tests/factories/people.ts';
import { addDays, addMonths, type Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { type Tier, tiers } from '~/domain/loan/five-tier.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addClasses } from '~/server/loan/store-class.ts';
import { showPortfolio } from '~/server/overview/portfolio/show-portfolio.ts';

freshDatabase();
const today = clock.today();
const ago = (days: number): Day => addDays(today, -days);

/** A loan in days before today: lent, classed, paid back in parts, warned of, ended; and when it was renewed without repayment. */
type Log = {
  readonly lent: number;
  readonly thousands: number;
  readonly classes: readonly { readonly at: number; readonly tier: Tier; readonly dpd: number }[];
  readonly paid: readonly number[];
  readonly drawn: readonly number[];
  readonly warned: readonly number[];
  readonly ended: { readonly at: number; readonly as: 'settled' | 'written-off' } | null;
  readonly renewed: readonly number[];
};

/** Days of a loan that was lent so many days ago, none of them twice. */
const daysOf = (lent: number, most: number) =>
  fc.uniqueArray(fc.integer({ min: 1, max: lent - 1 }), { maxLength: most });

const anyLog = fc.integer({ min: 20, max: 640 }).chain((lent) =>
  fc.record({
    lent: fc.constant(lent),
    thousands: fc.integer({ min: 20, max: 90 }),
    classes: fc.uniqueArray(
      fc.record({
        at: fc.integer({ min: 0, max: lent - 1 }),
        tier: fc.constantFrom(...tiers),
        dpd: fc.constantFrom(0, 5, 31, 65, 95, 200),
      }),
      { maxLength: 5, selector: ({ at }) => at },
    ),
    paid: daysOf(lent, 4),
    drawn: daysOf(lent, 2),
    warned: daysOf(lent, 3),
    ended: fc.option(
      fc.record({
        at: fc.integer({ min: 0, max: Math.min(lent - 2, 60) }),
        as: fc.constantFrom('settled' as const, 'written-off' as const),
      }),
    ),
    renewed: daysOf(lent, 3),
  }),
) satisfies fc.Arbitrary<Log>;

/** The same loans every time: the store is asked once about all of them. */
const logs = fc.sample(anyLog, { numRuns: 40, seed: 20261128 }).map((log): Log => {
  const lasts = log.ended?.at ?? -1;
  return { ...log, renewed: log.renewed.filter((at) => at > lasts).sort((a, b) => b - a) };
});

const thousand = 100_000n;

/** One contract of a loan's money, with what happened while it ran. */
async function enter(tx: Tx, log: Log, house: House, part: Part): Promise<string> {
  const { enterpriseId, institutionId } = house;
  const id = randomUUID();
  const { from, until, moneyId, renews } = part;
  const end = until === null ? log.ended : { at: until, as: 'renewed' as const };
  const own = (at: number) => at <= from && (until === null ? true : at > until);
  const before = (days: readonly number[]) => BigInt(days.filter((at) => at > from).length);
  const principal = BigInt(log.thousands) + (renews ? before(log.drawn) - before(log.paid) : 0n);
  const owned = { enterpriseId, loanId: id, institutionId };
  await tx.loan.create({
    data: {
      ...{ enterpriseId, id, institutionId, applicationId: randomUUID(), productId: randomUUID() },
      ...{ contractNo: `C-${id.slice(0, 8)}`, principalFen: principal * thousand, ratePpm: 43_500 },
      ...{ dayCount: 'actual360', method: 'bullet', termMonths: 12, purpose: 'working-capital', flags: [] },
      contractOn: dateOfDay(ago(from)),
      disbursedOn: dateOfDay(ago(from)),
      maturityOn: dateOfDay(addMonths(ago(from), 12)),
      ...{ moneyId, renewsLoanId: renews, recordedBy: randomUUID(), recordedAt: new Date() },
      ...(end ? { state: end.as, settledOn: dateOfDay(ago(end.at)) } : { state: 'active' }),
    },
  });
  const rows = log.classes.filter(({ at }) => own(at));
  await addClasses(
    tx,
    rows.map(({ at, ...rest }) => ({
      ...{ ...owned, ...rest, asOf: ago(at), because: [] },
    })),
    clock.now(),
  );
  await tx.repayment.createMany({
    data: log.paid.filter(own).map((at) => ({
      ...{ ...owned, id: randomUUID(), paidOn: dateOfDay(ago(at)), principalFen: thousand, interestFen: 0n },
      recordedAt: new Date(),
    })),
  });
  const events = [
    ...log.drawn.filter(own).map((at) => ({ kind: 'drawdown', at, amountFen: thousand })),
    ...(end?.as === 'written-off' ? [{ kind: 'write-off', at: end.at, amountFen: null }] : []),
  ];
  await tx.loanEvent.createMany({
    data: events.map(({ at, ...event }) => ({
      ...{ ...owned, ...event, id: randomUUID(), effectiveOn: dateOfDay(ago(at)), recordedAt: new Date() },
    })),
  });
  await tx.alert.createMany({
    data: log.warned.filter(own).map((at) => ({
      ...{ ...owned, id: randomUUID(), signalCode: 'tax-arrears', signalVersion: 1, severity: 'orange' },
      ...{ groupKey: id, evidence: [], raisedAt: dateOfDay(ago(at)), dueAt: dateOfDay(ago(at - 10)) },
    })),
  });
  return id;
}

type House = { readonly enterpriseId: EnterpriseId; readonly institutionId: InstitutionId };
type Part = {
  readonly from: number;
  readonly until: number | null;
  readonly moneyId: string | null;
  readonly renews: string | null;
};

/** A loan as one contract, or as the chain of contracts that its renewals make of it. */
async function enterChain(tx: Tx, log: Log, house: House, renewals: readonly number[]): Promise<void> {
  const starts = [log.lent, ...renewals];
  let first: string | null = null;
  let renews: string | null = null;
  for (const [i, from] of starts.entries()) {
    const part: Part = { from, until: starts[i + 1] ?? null, moneyId: first, renews };
    renews = await enter(tx, log, house, part);
    first ??= renews;
  }
}

let whole: Person;
let renewed: Person;

beforeAll(async () => {
  const enterpriseId = await makeFirm();
  const [one, other] = [await makeInstitution(), await makeInstitution()];
  whole = await makePerson('officer', { institutionId: one });
  renewed = await makePerson('officer', { institutionId: other });
  await withActor(
    system('test'),
    async (tx) => {
      for (const log of logs) {
        await enterChain(tx, log, { enterpriseId, institutionId: one }, []);
        await enterChain(tx, log, { enterpriseId, institutionId: other }, log.renewed);
      }
    },
    { timeout: 60_000 },
  );
});

test.each([
  ['migration', { from: addMonths(today, -3) }],
  ['migration', { from: addMonths(today, -12), on: ago(45) }],
  ['vintage', { measure: 'overdue-30' }],
  ['vintage', { measure: 'loss', on: ago(90) }],
  ['lead', { from: addMonths(today, -12) }],
] as const)('a renewal without repayment changes nothing in %s %o', async (part, more) => {
  const asked = { measure: 'overdue-90', ...more, part } as const;
  const [expected, found] = await Promise.all(
    [whole, renewed].map((reader) => showPortfolio(reader, asked as never)),
  );
  expect(logs.filter((log) => log.renewed.length > 0).length).toBeGreaterThan(10);
  expect(found).toEqual(expected);
});
