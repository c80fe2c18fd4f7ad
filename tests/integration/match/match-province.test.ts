import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { institutionId as seededBank } from '#prisma/seed/institutions.ts';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { makePopulation } from '#tests/factories/population.ts';
import { shelfTemplate } from '#tests/templates.ts';
import { day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, NeedId, UserId } from '~/domain/kernel/id.ts';
import { wan } from '~/domain/kernel/money.ts';
import { defaultNeed } from '~/domain/match/default-need.ts';
import { longestList } from '~/domain/match/match-lists.ts';
import type { Need } from '~/domain/need/need.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { matchNeed } from '~/server/match/match-need.ts';
import { matchProvince } from '~/server/match/match-province.ts';
import { refreshList } from '~/server/match/refresh-list.ts';
import { findList, latestOpenNeed } from '~/server/match/store-list.ts';
import { addNeed, closeOpenNeed } from '~/server/need/store.ts';
import { publishedProducts } from '~/server/product/store.ts';
import { scoreProvince } from '~/server/score/score-province.ts';

freshDatabase({ template: shelfTemplate });

const actor = system('test');
const defaultNeedOf = (enterpriseId: EnterpriseId): Need => ({
  ...defaultNeed,
  id: 'default' as NeedId,
  enterpriseId,
  note: null,
  state: 'open',
  createdAt: clock.now(),
});

let firms: EnterpriseId[] = [];

beforeAll(async () => {
  firms = await makePopulation(80);
  await scoreProvince({ selection: 'all', cause: 'batch' });
  for (const firm of firms.slice(0, 6)) await borrowUnderScheme(firm);
}, 120_000);

/** A loan that the scheme for service firms subsidises: what is left of its cap changes the price of the next. */
async function borrowUnderScheme(enterpriseId: EnterpriseId): Promise<void> {
  const institutionId = seededBank('bank-hezhou');
  const loanId = await createLoan({
    enterpriseId,
    institutionId,
    disbursedOn: day('2026-10-01'),
    principalYuan: 9_800_000,
  });
  await withActor(actor, (tx) =>
    tx.schemeAssessment.create({
      data: {
        enterpriseId,
        id: randomUUID(),
        loanId,
        institutionId,
        schemeCode: 'services-subsidy',
        schemeVersion: 2,
        outcome: 'eligible',
        amountFen: 1n,
        lines: [],
        assessedAt: clock.now(),
      },
    }),
  );
}

describe.sequential('the province matched in one run', () => {
  it('evaluates every firm with every product and keeps a list for each', async () => {
    const run = await matchProvince();
    expect(run).toMatchObject({ firms: 80, products: 74, written: 80 });
    expect(run.verdicts.pass + run.verdicts.unknown + run.verdicts.fail).toBe(80 * 74);
    for (const pairs of Object.values(run.verdicts)) expect(pairs).toBeGreaterThan(80);
    expect(await withActor(actor, (tx) => tx.matchList.count())).toBe(80);
  });

  it('gives each firm the list that its own page would show', () => expectListsAsPages(firms));

  it('writes nothing when repeated', async () => {
    expect((await matchProvince()).written).toBe(0);
  });

  it('follows one firm that states a need and closes it, with the list of a run over all', async () => {
    const [enterpriseId] = firms as [EnterpriseId];
    const wish = { amountFen: wan(300), termMonths: 36, purpose: 'equipment', method: null } as const;
    const need: Need = {
      ...defaultNeedOf(enterpriseId),
      ...wish,
      id: randomUUID() as NeedId,
      collateral: ['equipment'],
    };
    await withActor(actor, (tx) => addNeed(tx, need, randomUUID() as UserId));
    expect(await refresh(enterpriseId)).toBe(true);
    expect((await matchProvince()).written).toBe(0);
    await expectListsAsPages();
    expect(await withActor(actor, (tx) => findList(tx, enterpriseId))).toMatchObject({ needId: need.id });
    await withActor(actor, (tx) => closeOpenNeed(tx, enterpriseId, need.id));
    expect(await refresh(enterpriseId)).toBe(true);
    expect(await refresh(enterpriseId)).toBe(false);
    expect((await matchProvince()).written).toBe(0);
  });

  it('follows a product that is edited and one that is taken off, asking only the firms that it touches', async () => {
    const [before] = await withActor(actor, (tx) => publishedProducts(tx));
    if (!before) throw new Error('an empty shelf');
    const eligibility = { kind: 'size', in: ['micro'] } as const;
    await withActor(actor, (tx) => tx.product.update({ where: { id: before.id }, data: { eligibility } }));
    const edited = { before, after: { ...before, eligibility } };
    const run = await matchProvince({ selection: { product: edited } });
    expect(run.firms).toBeLessThanOrEqual(80);
    await expectListsAsPages();
    expect((await matchProvince()).written).toBe(0);
    await withActor(actor, (tx) =>
      tx.product.update({ where: { id: before.id }, data: { state: 'withdrawn' } }),
    );
    await matchProvince({ selection: { product: { before: edited.after, after: null } } });
    await expectListsAsPages();
    expect((await matchProvince()).written).toBe(0);
  });
});

const refresh = (firm: EnterpriseId) => withActor(actor, (tx) => refreshList(tx, firm));

async function expectListsAsPages(of: readonly EnterpriseId[] = firms.slice(0, 8)): Promise<void> {
  for (const id of of)
    await withActor(actor, async (tx) => {
      const kept = await findList(tx, id);
      const need = (await latestOpenNeed(tx, id)) ?? defaultNeedOf(id);
      const { matches, scoreSheetId } = await matchNeed(tx, need);
      const shown = matches.filter((match) => match.verdict !== 'fail');
      expect(kept?.productIds).toEqual(shown.slice(0, longestList).map((match) => match.productId));
      expect([kept?.passed, kept?.unknown]).toEqual(
        ['pass', 'unknown'].map((verdict) => shown.filter((match) => match.verdict === verdict).length),
      );
      const row = await tx.matchList.findUniqueOrThrow({ where: { enterpriseId: id } });
      expect(row.scoreSheetId).toBe(scoreSheetId);
    });
}
