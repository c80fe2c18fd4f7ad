import { firstDay, planProvince, provinceFirmsOf } from '#prisma/seed/province.ts';
import { addDays } from '~/domain/kernel/day.ts';
import { matchProvince } from '~/server/match/match-province.ts';
import { readCheckWorld } from '~/server/record/read-check-context.ts';
import { bakery, buildingMaterials, noodleShop, startUp, winery } from './applicants.ts';
import { guesthouse, logistics, machinery, overdueDays, printing, textile } from './borrowers.ts';
import { type Story, type Teller, tellInOrder } from './chronicle.ts';
import { garments, snacks, teahouse } from './compensated.ts';
import { crowdStories } from './crowd.ts';
import { declaredStories } from './declarations.ts';
import { firstLoans } from './first-loans.ts';
import { cover, settlement } from './funds.ts';
import { guaranteeChain } from './guarantee-chain.ts';
import { firmKeys, namedFirm } from './named-firms.ts';
import { officeAgreements } from './offices.ts';
import { privacy } from './privacy.ts';
import { monthlyReturns } from './returns.ts';
import { disputedAndRepaired, listedByMistake, repairsUnderWay } from './rights.ts';
import { openWorld, type World } from './world.ts';

type Progress = (label: string, total: number) => { tick(n?: number): void; done(): void };

const named = [
  startUp,
  noodleShop,
  bakery,
  winery,
  buildingMaterials,
  machinery,
  textile,
  logistics,
  printing,
  guesthouse,
  garments,
  snacks,
  teahouse,
] as const;

/**
 * The life of the demo province over the last half year: records as their sources deliver them, firms as they register,
 * consent, apply and borrow, banks as they decide, and the platform's days; at the end every firm is matched with the
 * shelf. All dates are relative to the first start.
 */
export async function seedScenarios(urls: Teller['urls'], progress: Progress): Promise<void> {
  const base = await firstDay();
  const world = openWorld(base, await readCheckWorld(base));
  const others = provinceFirmsOf(base);
  const stories = [
    ...named.map((story) => story(world)),
    ...crowdStories(world, others),
    settlement(world),
    cover(world),
    firstLoans(world),
    officeAgreements(world),
    privacy(world),
    disputedAndRepaired(world),
    listedByMistake(world),
    repairsUnderWay(world),
    ...declaredStories(world),
    guaranteeChain(world),
    monthlyReturns(world),
  ];
  const sources = sourcesOf(world, [...others, ...firmsOnRecord(world)]);
  const total = [sources, ...stories].reduce((sum, { steps }) => sum + steps.length, 0);
  const bar = progress('province', total);
  await tellInOrder({ sources, stories, newDays: newDays(world) }, { urls, tick: () => bar.tick() });
  bar.done();
  await matchProvince();
}

/** The register has not spoken of the start-up yet. */
const firmsOnRecord = ({ base }: World) =>
  firmKeys.filter((key) => key !== 'start-up').map((key) => namedFirm(key, base));

const sourcesOf = ({ base, check }: World, firms: Parameters<typeof planProvince>[0]): Story => ({
  name: 'sources',
  steps: planProvince(firms, base, check).map(({ on, minute, fileName, handIn }) => ({
    day: on,
    minute,
    what: fileName,
    tell: handIn,
  })),
});

/** The platform's daily tasks are told once a month, where an instalment was missed, and on the day itself. */
const newDays = (world: World) => [
  ...[183, 153, 123, 93, 63, 33, 0].map((days) => addDays(world.base, -days)),
  ...overdueDays(world),
];
