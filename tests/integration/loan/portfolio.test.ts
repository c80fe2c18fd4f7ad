import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { addDays, addMonths, type Day } from '~/domain/kernel/day.ts';
import type { LoanId } from '~/domain/kernel/id.ts';
import type { Tier } from '~/domain/loan/five-tier.ts';
import { endStates, startStates } from '~/domain/loan/migration.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addClasses } from '~/server/loan/store-class.ts';
import { showPortfolio } from '~/server/overview/portfolio/show-portfolio.ts';

freshDatabase();
const platform = system('test');
const today = clock.today();
const from = addMonths(today, -3);

/** What happened to a loan, in days before today: lent, classed (a later entry of one day corrects it), paid, ended. */
type Log = {
  readonly lent: number;
  readonly yuan: number;
  readonly classes: readonly (readonly [ago: number, tier: Tier, dpd: number])[];
  readonly paid: readonly (readonly [ago: number, yuan: number])[];
  readonly ended?: readonly [ago: number, as: 'settled' | 'written-off'];
  readonly alerted?: number;
  readonly because?: readonly string[];
};

const logs: readonly Log[] = [
  {
    ...{ lent: 300, yuan: 60_000, because: ['under-observation', 'curing'] },
    classes: [[299, 'normal', 0]],
    paid: [
      [200, 9000],
      [10, 1000],
    ],
  },
  {
    ...{ lent: 280, yuan: 40_000, paid: [], alerted: 60 },
    classes: [
      [120, 'normal', 0],
      [50, 'special-mention', 1],
      [20, 'special-mention', 31],
      [20, 'special-mention', 29],
    ],
  },
  {
    ...{ lent: 270, yuan: 90_000, paid: [[100, 5000]], alerted: 140 },
    classes: [
      [200, 'special-mention', 12],
      [60, 'substandard', 100],
      [4, 'substandard', 156],
    ],
  },
  {
    lent: 400,
    yuan: 70_000,
    classes: [[130, 'special-mention', 40]],
    paid: [[40, 70_000]],
    ended: [40, 'settled'],
  },
  {
    ...{ lent: 500, yuan: 80_000, paid: [[300, 30_000]], ended: [15, 'written-off'] as const },
    classes: [
      [200, 'doubtful', 300],
      [120, 'loss', 380],
    ],
  },
  { lent: 30, yuan: 50_000, classes: [], paid: [[5, 2000]] },
  { lent: 80, yuan: 20_000, classes: [], paid: [[20, 20_000]], ended: [20, 'settled'] },
];

let parties: Parties;
const ids: LoanId[] = [];
const ago = (n: number): Day => addDays(today, -n);

beforeAll(async () => {
  parties = await createParties();
  const { enterpriseId, bankA, bankB } = parties;
  const institutionId = bankA.id;
  await createLoan({ enterpriseId, institutionId: bankB.id, disbursedOn: ago(100), principalYuan: 7_000 });
  for (const log of logs) {
    const lent = { enterpriseId, institutionId, disbursedOn: ago(log.lent), principalYuan: log.yuan };
    const loanId = await createLoan(lent);
    ids.push(loanId);
    const owned = { enterpriseId, loanId, institutionId };
    await withActor(platform, async (tx) => {
      for (const [n, [day, tier, dpd]] of log.classes.entries())
        await addClasses(
          tx,
          [
            {
              ...{
                ...owned,
                asOf: ago(day),
                tier,
                dpd,
                because: [...(log.because ?? []), ...(dpd ? ['overdue'] : [])],
              },
            },
          ],
          new Date(Date.now() - 60_000 + n),
        );
      for (const [day, yuan] of log.paid)
        await tx.repayment.create({
          data: {
            ...{ ...owned, id: crypto.randomUUID(), paidOn: dateOfDay(ago(day)), interestFen: 0n },
            ...{ principalFen: BigInt(yuan) * 100n, recordedAt: new Date() },
          },
        });
      if (log.ended)
        await tx.loan.update({
          where: { enterpriseId_id: { enterpriseId, id: loanId } },
          data: { state: log.ended[1], settledOn: dateOfDay(ago(log.ended[0])) },
        });
      if (log.ended?.[1] === 'written-off')
        await tx.loanEvent.create({
          data: {
            ...{ ...owned, id: crypto.randomUUID(), kind: 'write-off', recordedAt: new Date() },
            effectiveOn: dateOfDay(ago(log.ended[0])),
          },
        });
      if (log.alerted)
        await tx.alert.create({
          data: {
            ...{ ...owned, id: crypto.randomUUID(), signalCode: 'tax-arrears', signalVersion: 1 },
            ...{ severity: 'orange', groupKey: loanId, evidence: [] },
            ...{ raisedAt: dateOfDay(ago(log.alerted)), dueAt: dateOfDay(ago(log.alerted - 10)) },
          },
        });
    });
  }
});

const ask = (part: 'migration' | 'watch' | 'vintage' | 'lead' | 'loans', more: object = {}) =>
  showPortfolio(parties.bankA.officer, { part, from, measure: 'overdue-30', ...more });

/** Where a loan stood on a day, and what was out, read off its log. */
function naive(log: Log, on: Day) {
  const tier = log.classes.reduce<{ at: number; tier: string }>(
    (last, [day, next]) => (ago(day) <= on && day <= last.at ? { at: day, tier: next } : last),
    { at: Number.POSITIVE_INFINITY, tier: 'normal' },
  ).tier;
  const paid = log.paid.reduce((sum, [day, yuan]) => (ago(day) <= on ? sum + yuan : sum), 0);
  const ended = log.ended && ago(log.ended[0]) <= on ? log.ended[1] : null;
  const out = ended === 'settled' ? 0 : log.yuan - paid;
  return { state: ago(log.lent) > on ? 'new' : (ended ?? tier), fen: ago(log.lent) > on ? 0 : out * 100 };
}

test('the migration matrix is what the logs of the loans say, and each cell opens its loans', async () => {
  const read = await ask('migration');
  if (read.part !== 'migration' || !read.matrix) throw new Error('no matrix');
  const moved = logs.map((log) => ({ start: naive(log, from), end: naive(log, today) }));
  for (const [i, start] of startStates.entries())
    for (const [j, end] of endStates.entries()) {
      const own = moved.filter((each) => each.start.state === start && each.end.state === end);
      const cell = read.matrix.rows[i]?.cells[j];
      expect([start, end, cell?.loans, cell?.openingFen, cell?.closingFen]).toEqual([
        ...[start, end, own.length],
        ...[own.reduce((n, each) => n + each.start.fen, 0), own.reduce((n, each) => n + each.end.fen, 0)].map(
          String,
        ),
      ]);
      if (own.length === 0) continue;
      const opened = await ask('loans', { start, end });
      expect(opened.part === 'loans' && opened.loans).toHaveLength(own.length);
    }
  expect(read.matrix.total.loans).toBe(logs.length);
});

test('the summary and the loans behind its classes agree, and a bank opens no other bank’s', async () => {
  const summary = await showPortfolio(parties.bankA.officer, { part: 'summary', measure: 'loss' });
  if (summary.part !== 'summary') throw new Error('no summary');
  for (const { tier, loans } of summary.tiers) {
    const opened = await ask('loans', { end: tier, from: undefined });
    expect([tier, opened.part === 'loans' && opened.loans.length]).toEqual([tier, loans]);
  }
  const bands = await Promise.all([0, 2, 4].map((band) => ask('loans', { band, from: undefined })));
  expect(
    bands.map((read) => read.part === 'loans' && read.loans.map(({ id }) => ids.indexOf(id as LoanId))),
  ).toEqual([[0, 5], [], [2]]);
  for (const [filter, found] of [
    [{ over: 90 }, [2]],
    [{ over: 200 }, []],
    [{ periods: true }, [0]],
  ] as const) {
    const opened = await ask('loans', { ...filter, from: undefined });
    expect(opened.part === 'loans' && opened.loans.map(({ id }) => ids.indexOf(id as LoanId))).toEqual(found);
  }
  expect(summary.periods).toEqual({ observed: 1, curing: 1, all: 1 });
});

test('the watch list says why, since when and by when, the worst first', async () => {
  const read = await ask('watch');
  if (read.part !== 'watch') throw new Error('no list');
  expect(read.count).toBe(3);
  expect(await ask('watch', { on: ago(200) }), 'the list is today’s').toMatchObject({ on: today, count: 3 });
  expect(
    read.loans.map(({ id, tier, because, since }) => [ids.indexOf(id as LoanId), tier, because, since]),
  ).toEqual([
    [2, 'substandard', ['overdue'], ago(200)],
    [1, 'special-mention', ['overdue'], ago(60)],
    [0, 'normal', ['under-observation', 'curing'], ago(299)],
  ]);
  const reviews = read.loans.map(({ reviewOn }) => reviewOn);
  expect(reviews).toEqual([ago(130), ago(50), addMonths(ago(299), 3)]);
});

test('vintages and lead times follow the first days on which loans went bad', async () => {
  const vintage = await ask('vintage', { measure: 'loss' });
  if (vintage.part !== 'vintage') throw new Error('no curves');
  const lost = vintage.vintages.filter(({ curve }) => (curve?.at(-1) ?? 0) > 0);
  expect(lost).toHaveLength(1);
  const lead = await ask('lead', { from: addMonths(today, -12) });
  if (lead.part !== 'lead') throw new Error('no lead');
  const of = (outcome: string) => lead.outcomes.find((each) => each.outcome === outcome)?.all;
  // The third loan was 100 days past due 60 days ago: 90 days 70 days ago, warned of 140 days ago. The fifth was earlier.
  expect(of('overdue-90')).toMatchObject({ loans: 1, warned: 1, days: { median: 70 } });
  expect(of('non-performing')).toMatchObject({ loans: 2, warned: 1, days: { median: 80 } });
  expect(of('written-off')).toMatchObject({ loans: 1, warned: 0, days: null });
});

test('a regulator gets rates and no record, and none that a few firms stand behind', async () => {
  const regulator: Person = { ...parties.bankA.officer, role: 'regulator', institutionId: null } as never;
  const read = (part: 'migration' | 'watch' | 'vintage' | 'lead' | 'loans') =>
    showPortfolio(regulator, { part, from, measure: 'overdue-30' });
  const [migration, watch, vintage, lead, loans] = await Promise.all(
    (['migration', 'watch', 'vintage', 'lead', 'loans'] as const).map(read),
  );
  expect(migration).toMatchObject({ matrix: null, opens: false });
  expect(migration?.part === 'migration' && migration.rates.every((rate) => rate.worsePpm === null)).toBe(
    true,
  );
  expect([watch, loans]).toMatchObject([{ loans: [] }, { loans: [] }]);
  expect(vintage?.part === 'vintage' && vintage.vintages.every(({ curve }) => curve === null)).toBe(true);
  expect(lead?.part === 'lead' && lead.outcomes.every(({ all }) => all === null || all.loans === 0)).toBe(
    true,
  );
});
