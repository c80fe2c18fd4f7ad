import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { publicItems } from '#tests/factories/feature.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { deliver, seal } from '#tests/factories/records.ts';
import { shelfTemplate } from '#tests/templates.ts';
import { addDays, type Day, startOf } from '~/domain/kernel/day.ts';
import type { FactId, NeedId } from '~/domain/kernel/id.ts';
import { wan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { showMatch } from '~/server/match/show-match.ts';
import { showWhatIf } from '~/server/match/show-what-if.ts';
import { writeNeed } from '~/server/need/write-need.ts';
import { scoreFirm } from '~/server/score/score-firm.ts';
import { latestSheet } from '~/server/score/store.ts';

freshDatabase({ template: shelfTemplate });

const platform = system('test');
let parties: Parties;
let needId: NeedId;
let penalty: FactId;

const rescore = () =>
  withActor(platform, (tx) =>
    scoreFirm(tx, platform, { enterpriseId: parties.enterpriseId, cause: 'on-demand' }),
  );

/** The products that the match page does not rule out. */
async function open(): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const shelf of ['offers', 'examples'] as const) {
    const { matches } = insist(await showMatch(parties.owner, needId, shelf));
    for (const { verdict, product } of matches) if (verdict !== 'fail') ids.add(product.id);
  }
  return ids;
}

/** Every public item is delivered on a day, so that on any later one each is known as well as on the first. */
const supply = async (on: Day) => {
  for (const item of publicItems) await deliver({ item, at: startOf(on) });
};

beforeAll(async () => {
  parties = await createParties();
  const { enterpriseId: firm } = parties;
  await withActor(platform, async (tx) => {
    await tx.enterprise.update({
      where: { id: firm },
      data: {
        regionCode: '640106',
        industryCode: '6210',
        industryVersion: 'GB/T 4754-2017',
        establishedOn: new Date('2015-05-01'),
      },
    });
    await tx.enterpriseProfile.create({
      data: {
        enterpriseId: firm,
        employees: 8,
        revenueFen: wan(60),
        sizeClass: 'micro',
        updatedAt: clock.now(),
      },
    });
  });
  await supply(addDays(clock.today(), -1));
  const at = startOf(addDays(clock.today(), -1));
  const profile = { firm, occurredOn: '2015-05-01', category: 'active' };
  await deliver({ item: 'registration.profile', at, records: [profile] });
  const fined = { firm, category: 'serious', amount: 8_000_000n };
  const { facts } = await deliver({
    item: 'penalty.decision',
    at,
    records: [{ ...fined, occurredOn: addDays(clock.today(), -400) }],
  });
  penalty = facts[0] as FactId;
  needId = insist(
    await writeNeed(parties.owner, {
      amountFen: wan(30),
      termMonths: 12,
      purpose: 'working-capital',
      collateral: [],
      method: 'equal-instalment',
      note: null,
    }),
  );
  await rescore();
});

test('what a repair would bring is what it brings: the points, and the products that the matcher then opens', async () => {
  const before = await open();
  const { acts } = await showWhatIf(parties.owner, { acts: [], on: null });
  const act = acts.find(({ kind }) => kind === 'repair');
  expect(act).toMatchObject({ records: 1, opensOn: clock.today(), record: penalty, costFen: null });
  const { trial } = await showWhatIf(parties.owner, { acts: [act?.id ?? ''], on: null });
  if (!act || !trial) throw new Error('no repair on offer');
  expect(trial.on).toBe(act.arrivesOn);
  expect(trial.gain).toBeGreaterThan(0);

  await onDay(trial.on as Day, async () => {
    await seal(parties.enterpriseId, penalty, clock.now());
    await supply(addDays(trial.on as Day, -1));
    await rescore();
    const sheet = await withActor(platform, (tx) => latestSheet(tx, parties.enterpriseId, 'public'));
    expect(sheet?.milliPoints).toBe(trial.milliPoints);
    const after = await open();
    const ids = (products: readonly { id: string }[]) => products.map(({ id }) => id).sort();
    expect(ids(trial.opened)).toEqual([...after].filter((id) => !before.has(id)).sort());
    expect(ids(trial.closed)).toEqual([...before].filter((id) => !after.has(id)).sort());
    expect(trial.opened.length).toBeGreaterThan(0);
  });
});
