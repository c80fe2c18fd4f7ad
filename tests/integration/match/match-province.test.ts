import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { institutionId as seededBank } from '#prisma/seed/institutions.ts';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { makePopulation } from '#tests/factories/population.ts';
import { shelfTemplate } from '#tests/templates.ts';
import { day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, NeedId } from '~/domain/kernel/id.ts';
import { defaultNeed } from '~/domain/match/default-need.ts';
import { longestList } from '~/domain/match/match-lists.ts';
import type { Need } from '~/domain/need/need.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { matchNeed } from '~/server/match/match-need.ts';
import { matchProvince } from '~/server/match/match-province.ts';
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

  it('gives each firm the list that its own page would show', async () => {
    for (const id of firms)
      await withActor(actor, async (tx) => {
        const kept = await tx.matchList.findUniqueOrThrow({ where: { enterpriseId: id } });
        const { matches, scoreSheetId } = await matchNeed(tx, defaultNeedOf(id));
        const shown = matches.filter((match) => match.verdict !== 'fail').map((match) => match.productId);
        expect(kept.productIds).toEqual(shown.slice(0, longestList));
        expect(kept.scoreSheetId).toBe(scoreSheetId);
        expect(kept.failed).toBe(matches.length - shown.length);
      });
  });

  it('writes nothing when repeated', async () => {
    expect((await matchProvince()).written).toBe(0);
  });
});
