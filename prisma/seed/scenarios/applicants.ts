import { demoAccounts } from '#prisma/seed/accounts.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { isTransferred } from './branch-acts.ts';
import type { Step, Story } from './chronicle.ts';
import { isCultivated, isOpenToBanks } from './cultivation-acts.ts';
import { applies, before, isDeclined, isOffered, isReported, joins } from './episodes.ts';
import { apply, bringClerk, register, stateNeed, type Wish, withdrawConsentFor } from './firm-acts.ts';
import { namedFirm, type StoryFirm } from './named-firms.ts';
import { answers, posts, takesBack, takesUp } from './posting-acts.ts';
import { isNominated, isRecommended } from './recommended-acts.ts';
import { asksBuyer, buyerConfirms } from './trade-acts.ts';
import { ago, type World } from './world.ts';

/** Registered last week; no register has spoken of it yet, so there is too little to judge it by. Its owner walks on by hand. */
export function startUp(world: World): Story {
  const firm = namedFirm('start-up', world.base);
  return {
    name: firm.key,
    steps: [
      { day: before(world.base, 5), what: 'registers', tell: () => register(firm) },
      ...isCultivated(world, firm, before(world.base, 4)),
      isOpenToBanks(world, firm, before(world.base, 4)),
    ],
  };
}

/** A sole trader with a full score and a need that products fit. */
export function noodleShop(world: World): Story {
  const firm = namedFirm('noodle-shop', world.base);
  const oven: Wish = { wan: 8, months: 12, purpose: 'equipment', note: '更换和面机和煮面炉' };
  const wish: Wish = { wan: 15, months: 12, purpose: 'working-capital', note: '第二家店备货和添置冷柜' };
  return {
    name: firm.key,
    steps: [
      ...joins(world, firm, ago(world, 60)),
      { day: ago(world, 40), what: 'states a first need', tell: () => stateNeed(world, firm, oven) },
      ...isRecommended(world, firm, ago(world, 39)),
      takesUp(world, firm, 'hezhou-merchant', ago(world, 36)),
      answers(world, firm, 'hezhou-merchant', ago(world, 34), { wan: 8, months: 12 }),
      { day: ago(world, 8), what: 'states a need', tell: () => stateNeed(world, firm, wish) },
      posts(world, firm, ago(world, 6)),
      takesUp(world, firm, 'qiaotou-quick', before(world.base, 3)),
      answers(world, firm, 'qiaotou-quick', before(world.base, 2), { wan: 15, months: 12 }),
      takesUp(world, firm, 'linjiang-procurement', before(world.base, 2)),
      answers(world, firm, 'linjiang-procurement', before(world.base, 2), null),
      takesUp(world, firm, 'hezhou-merchant', before(world.base, 1)),
    ],
  };
}

/**
 * A small food maker with a minor penalty and a water bill paid late: declined once, now with an offer of one bank to
 * compare and an application that waits at another.
 */
export function bakery(world: World): Story {
  const firm = namedFirm('bakery', world.base);
  const clerk = demoAccounts.find(({ login }) => login === 'clerk');
  if (!clerk) throw new Error('no demo account of a clerk');
  const oven: Wish = { wan: 60, months: 24, purpose: 'equipment', note: '第二条烘烤线' };
  const flour: Wish = { wan: 50, months: 12, purpose: 'working-capital', note: '节前备料' };
  const yesterday = before(world.base, 1);
  return {
    name: firm.key,
    steps: [
      ...joins(world, firm, ago(world, 160)),
      { day: ago(world, 158), what: 'brings its clerk', tell: () => bringClerk(world, firm, clerk) },
      isReported(world, firm, ago(world, 112), penalty(ago(world, 121))),
      ...applies(world, firm, before(ago(world, 76), 3), { wish: oven, product: 'pinghu-equipment' }),
      ...isDeclined(world, firm, 'pinghu-equipment', ago(world, 76), [
        'collateral-insufficient',
        'purpose-unsupported',
      ]),
      posts(world, firm, ago(world, 70)),
      takesUp(world, firm, 'hezhou-regional', ago(world, 69)),
      answers(world, firm, 'hezhou-regional', ago(world, 69), null),
      isReported(world, firm, ago(world, 66), waterBill(ago(world, 72))),
      takesBack(world, firm, ago(world, 60)),
      isReported(world, firm, ago(world, 47), waterBill(ago(world, 72), ago(world, 51))),
      ...applies(world, firm, before(world.base, 5), { wish: flour, product: 'hezhou-regional' }),
      ...isOffered(world, firm, 'hezhou-regional', before(world.base, 2), { wan: 45, months: 12 }),
      {
        day: yesterday,
        what: 'applies once more',
        tell: () => apply(world, firm, flour, ['qiaotou-tax'], ['2025年度财务报表.pdf']),
      },
      ...sellsOnCredit(world, firm, yesterday),
      isNominated(world, firm, yesterday, '发改委走访：有真实融资需求，经营正常。'),
    ],
  };
}

/** A shop has not confirmed a bill in its thirty days; a canteen has confirmed an order, which goes with the application. */
function sellsOnCredit(world: World, firm: StoryFirm, yesterday: Day): Step[] {
  const canteen = { kind: 'order', reference: 'DD-2026-1103', yuan: 186_000 } as const;
  const buyer = namedFirm('machinery', world.base);
  return [
    asksBuyer(world, firm, ago(world, 40), {
      ...{ kind: 'receivable', reference: 'FP-2026-20417', yuan: 64_300 },
      buyer: '宁夏凤城百货有限公司',
    }),
    asksBuyer(world, firm, before(world.base, 2), { ...canteen, buyer }),
    ...buyerConfirms(world, firm, yesterday, { ...canteen, buyer, product: 'qiaotou-tax' }),
  ];
}

const penalty = (date: string) => ({
  item: 'penalty.decision',
  rows: [
    { date, category: 'minor', yuan: '2000.00', reference: '兴市监处罚〔2026〕87号', note: '标签标识不规范' },
  ],
});

const waterBill = (date: string, end?: string) => ({
  item: 'utility.water-arrears',
  rows: [{ date, ...(end && { end }), yuan: '1860.40', recordNo: 'SW-2026-04417' }],
});

/** Applied yesterday and withdrew its consent before the bank had looked: the application is there, the data are not. */
export function winery(world: World): Story {
  const firm = namedFirm('winery', world.base);
  const product = 'qiaotou-tax';
  const wish: Wish = { wan: 80, months: 12, purpose: 'working-capital', note: '采收季收购葡萄' };
  const yesterday = before(world.base, 1);
  return {
    name: firm.key,
    steps: [
      ...joins(world, firm, ago(world, 40)),
      ...applies(world, firm, yesterday, { wish, product }),
      { day: yesterday, what: 'withdraws its consent', tell: () => withdrawConsentFor(world, firm, product) },
      isTransferred(world, firm, yesterday, { product, branch: 'qiaotou-west', reason: '客户在城西经营' }),
    ],
  };
}

/** On the list of serious dishonesty: whatever else it has, its grade is D, and the record is named. */
export function buildingMaterials(world: World): Story {
  const firm = namedFirm('building-materials', world.base);
  const listed = {
    item: 'list.serious-dishonesty',
    rows: [
      {
        date: ago(world, 31),
        reference: '吴市监列严〔2026〕6号',
        note: '销售不合格建材被列入严重违法失信名单',
      },
    ],
  };
  return {
    name: firm.key,
    steps: [...joins(world, firm, ago(world, 130)), isReported(world, firm, ago(world, 24), listed)],
  };
}
