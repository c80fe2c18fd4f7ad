import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { makeInstitution, makePerson } from '#tests/factories/people.ts';
import { deliver } from '#tests/factories/records.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays, addMonths, startOf } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { mapRelations } from '~/server/feature/relations/map-relations.ts';
import { showOwnPortrait, showPortrait } from '~/server/overview/show-portrait.ts';
import { scoreFirm } from '~/server/score/score-firm.ts';
import { scoreProvince } from '~/server/score/score-province.ts';

freshDatabase({ template: referenceTemplate });

const actor = system('test');
const firms = [randomUUID(), randomUUID(), randomUUID()] as [EnterpriseId, EnterpriseId, EnterpriseId];
const [firm, member, customer] = firms;
const codes = ['91640100MA75K1AA05', '91640100MA75K1AB3X', '91640100MA75K1AC18'] as const;

const sheetsOf = (enterpriseId: EnterpriseId) =>
  withActor(actor, (tx) =>
    tx.scoreSheet.findMany({ where: { enterpriseId }, orderBy: { createdAt: 'asc' } }),
  );

/** Two firms under one controller, the one guaranteeing the other; both have a loan and a score. */
async function group() {
  const institutionId = await makeInstitution();
  await withActor(actor, (tx) =>
    tx.enterprise.createMany({
      data: firms.map((id, i) => ({
        id,
        uscc: codes[i] as string,
        source: 'demo',
        kind: 'company',
        name: `firm ${i}`,
      })),
    }),
  );
  const at = startOf(addDays(clock.today(), -2));
  const profiles = [firm, member].map((id) => ({ firm: id, occurredOn: '2015-05-01', category: 'active' }));
  await deliver({ item: 'registration.profile', at, records: profiles });
  await deliver({ item: 'court.dishonesty', at });
  const controller = { reference: 'P-0001', note: '马某某' };
  const { batchId } = await deliver({
    item: 'registration.relation',
    at,
    records: [
      {
        firm,
        occurredOn: '2024-01-05',
        category: 'guarantee',
        detail: { reference: codes[1], note: 'firm 1' },
      },
      ...[firm, member].map((id) => ({
        firm: id,
        occurredOn: '2020-01-05',
        category: 'controller',
        detail: controller,
      })),
    ],
  });
  await mapRelations({ batchId });
  await scoreProvince({ selection: 'all', cause: 'batch' });
  const disbursedOn = addMonths(clock.today(), -8);
  const own = await createLoan({ enterpriseId: firm, institutionId, disbursedOn });
  const theirs = await createLoan({ enterpriseId: member, institutionId, disbursedOn });
  return { institutionId, own, theirs };
}

test('a member of the group defaults: the risk desk is told to assess, and the firm’s own score stays as it is; a customer is no member', async () => {
  const { institutionId, own, theirs } = await group();
  const [before, memberBefore] = [await sheetsOf(firm), await sheetsOf(member)];
  expect([before.length, memberBefore.length]).toEqual([1, 1]);

  await deliver({
    item: 'court.dishonesty',
    at: clock.now(),
    records: [{ firm: member, occurredOn: addDays(clock.today(), -1), amount: 50_000_000n }],
  });
  await withActor(
    actor,
    (tx) => tx.$executeRaw`
      insert into loan_class (enterprise_id, loan_id, as_of, institution_id, tier, dpd, because)
      values (${member}::uuid, ${theirs}::uuid, ${clock.today()}::date, ${institutionId}::uuid, 'substandard', 120, '{}')`,
  );
  await mapRelations({ batchId: null });
  for (const selection of ['due', 'all'] as const) await scoreProvince({ selection, cause: 'batch' });
  await withActor(actor, (tx) => scoreFirm(tx, actor, { enterpriseId: firm, cause: 'on-demand' }));

  expect((await sheetsOf(member)).at(-1)).toMatchObject({ grade: 'D' });
  expect(await sheetsOf(firm)).toEqual(before);

  const desk = await makePerson('risk-operator');
  const portrait = insist(await showPortrait(desk, own));
  expect(portrait.members).toEqual([{ id: member, name: 'firm 1', overdue: true, listed: true }]);
  const owner = await makePerson('owner', { enterpriseId: firm });
  expect((await showOwnPortrait(owner)).members).toBeNull();

  const at = clock.now();
  const buyer = { reference: codes[2], note: 'firm 2' };
  const tender = { reference: 'ZB-2026-018', note: 'a tender' };
  const awards = [
    { firm, occurredOn: '2026-03-01', amount: 120_000_00n, detail: buyer },
    { firm, occurredOn: '2026-05-01', amount: 80_000_00n, detail: buyer },
    { firm, occurredOn: '2026-06-01', amount: 50_000_00n, detail: tender },
  ];
  const { batchId } = await deliver({ item: 'business.bid', at, records: awards });
  await deliver({ item: 'court.dishonesty', at, records: [{ firm: customer, occurredOn: '2026-07-01' }] });
  expect(await mapRelations({ batchId })).toBe(0);
  const after = insist(await showPortrait(desk, own));
  expect(after.ties.filter(({ kind }) => kind === 'trade')).toMatchObject([
    {
      from: firm,
      to: customer,
      since: '2026-03-01',
      trade: { source: 'award', count: 2, amountFen: '20000000' },
    },
  ]);
  expect(after.members).toEqual(portrait.members);
  const ofBuyer = await showOwnPortrait(await makePerson('owner', { enterpriseId: customer }));
  expect(ofBuyer.nodes.map(({ name }) => name)).toContain('firm 0');
});
