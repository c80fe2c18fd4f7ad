import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays, addMonths } from '~/domain/kernel/day.ts';
import type { LoanId } from '~/domain/kernel/id.ts';
import type { Tier } from '~/domain/loan/five-tier.ts';
import { afterField } from '~/routes/after-query.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { After } from '~/server/db/keyset.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { listLoans } from '~/server/loan/list-loans.ts';
import { addClasses } from '~/server/loan/store-class.ts';
import { showPortfolio } from '~/server/overview/portfolio/show-portfolio.ts';

freshDatabase({ template: referenceTemplate });
const platform = system('test');
const today = clock.today();
const tiers: readonly Tier[] = ['special-mention', 'substandard', 'doubtful', 'loss'];
let parties: Parties;

/** A loan in arrears; many agree in all that a list is ordered by. */
async function addLoan(n: number, dpd = 1 + (n % 4) * 30): Promise<LoanId> {
  const { enterpriseId, bankA } = parties;
  const institutionId = bankA.id;
  const disbursedOn = addMonths(today, -2 - (n % 3));
  const terms = { disbursedOn, principalYuan: 10_000 + 10_000 * (n % 5), termMonths: 12 };
  const loanId = await createLoan({ enterpriseId, institutionId, ...terms });
  const tier = tiers[n % 4] as Tier;
  const entry = { enterpriseId, loanId, institutionId, asOf: addDays(today, -1), tier, dpd };
  await withActor(platform, (tx) => addClasses(tx, [{ ...entry, because: ['overdue'] }], new Date()));
  return loanId;
}

beforeAll(async () => {
  parties = await createParties();
  for (let n = 0; n < 60; n += 1) await addLoan(n);
});

type Page = { readonly ids: readonly string[]; readonly next: string | null };

const lists: { readonly [name: string]: (after: After | null) => Promise<Page> } = {
  'a bank’s loans': async (after) => {
    const { loans, next } = await listLoans(parties.bankA.officer, 'active', after);
    return { ids: loans.map(({ id }) => id), next };
  },
  'the loans behind a figure': async (after) => {
    const asked = { part: 'loans', measure: 'overdue-30', after } as const;
    const read = await showPortfolio(parties.bankA.officer, asked);
    return read.part === 'loans' ? { ids: read.loans.map(({ id }) => id), next: read.next } : never();
  },
  'the watch list': async (after) => {
    const read = await showPortfolio(parties.bankA.officer, { part: 'watch', measure: 'overdue-30', after });
    return read.part === 'watch' ? { ids: read.loans.map(({ id }) => id), next: read.next } : never();
  },
};

const never = (): never => {
  throw new Error('another part');
};

/** The pages of a list, with something that happens before each next one. */
async function walk(list: (after: After | null) => Promise<Page>, between: () => Promise<unknown>) {
  const pages: (readonly string[])[] = [];
  for (let after: After | null = null; ; ) {
    const { ids, next } = await list(after);
    pages.push(ids);
    if (next === null) return pages;
    after = afterField.parse(next);
    await between();
  }
}

describe.sequential.each(Object.keys(lists))('%s', (name) => {
  const list = lists[name] as (after: After | null) => Promise<Page>;

  test('is walked page by page in one order, each loan once, while loans that come first are added', async () => {
    const still = await walk(list, async () => undefined);
    expect(still.slice(0, -1).every((page) => page.length === 25)).toBe(true);
    const whole = still.flat();
    expect(new Set(whole).size).toBe(whole.length);
    expect(whole.length).toBeGreaterThanOrEqual(60);
    const added: string[] = [];
    const moving = (
      await walk(list, async () => added.push(await addLoan(19 + 20 * added.length, 999)))
    ).flat();
    expect(new Set(moving).size).toBe(moving.length);
    expect(moving.filter((id) => !added.includes(id))).toEqual(whole);
  });
});
