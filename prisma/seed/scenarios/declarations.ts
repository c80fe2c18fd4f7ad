import type { Day } from '~/domain/kernel/day.ts';
import { wan } from '~/domain/kernel/money.ts';
import type { Refusal, Result } from '~/domain/kernel/result.ts';
import { asFirm, system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { answerDoubt } from '~/server/declaration/answer-doubt.ts';
import { declare } from '~/server/declaration/declare.ts';
import { doubtDeclaration } from '~/server/declaration/doubt-declaration.ts';
import { judgeDeclaration } from '~/server/declaration/judge-declaration.ts';
import type { Step, Story } from './chronicle.ts';
import { namedFirm, type StoryFirm } from './named-firms.ts';
import { ago, ownerOf, personOf, type World } from './world.ts';

type Told = Promise<Result<unknown, Refusal>>;

const declares = (world: World, firm: StoryFirm, day: Day, orders: number): Step => ({
  day,
  what: 'declares',
  tell: async (): Told =>
    declare(await ownerOf(world, firm), {
      year: Number(day.slice(0, 4)) - 1,
      ...{ employees: null, revenue: null, assets: null, orders: wan(orders) },
    }),
});

/** The firm's declaration that stands. */
async function standing(world: World, firm: StoryFirm) {
  const { enterpriseId } = asFirm(await ownerOf(world, firm));
  const found = await withActor(system('seed.scenarios'), (tx) =>
    tx.declaration.findFirst({ where: { enterpriseId, state: { in: ['in-force', 'doubted'] } } }),
  );
  return { id: found?.id ?? '', firm: enterpriseId };
}

const isDoubted = (world: World, firm: StoryFirm, day: Day, reason: string): Step => ({
  day,
  what: 'is doubted',
  tell: async (): Told =>
    doubtDeclaration(await personOf(world, 'operator-data'), { ...(await standing(world, firm)), reason }),
});

/** Orders in hand that three firms declared: one stands, one is being checked, one was found untrue. */
export function declaredStories(world: World): Story[] {
  const [noodles, textile, dealer] = (['noodle-shop', 'textile', 'building-materials'] as const).map((key) =>
    namedFirm(key, world.base),
  ) as [StoryFirm, StoryFirm, StoryFirm];
  return [
    { name: 'noodle shop declares', steps: [declares(world, noodles, ago(world, 33), 260)] },
    {
      name: 'textile declares',
      steps: [
        declares(world, textile, ago(world, 26), 900),
        isDoubted(world, textile, ago(world, 5), '申报的在手订单与近期开票金额差距较大，请说明。'),
        {
          day: ago(world, 2),
          what: 'answers',
          tell: async (): Told =>
            answerDoubt(await ownerOf(world, textile), {
              id: (await standing(world, textile)).id,
              answer: '订单于十月签订，分三批交货，尚未开票；合同三份可供查验。',
            }),
        },
      ],
    },
    {
      name: 'building materials declares',
      steps: [
        declares(world, dealer, ago(world, 58), 1500),
        isDoubted(world, dealer, ago(world, 44), '所列采购方表示没有签订过合同。'),
        {
          day: ago(world, 28),
          what: 'is found untrue',
          tell: async (): Told =>
            judgeDeclaration(await personOf(world, 'operator-data-b'), {
              ...(await standing(world, dealer)),
              ...{ verdict: 'broken', decision: '期满未说明，采购方书面否认，合同不存在。' },
            }),
        },
      ],
    },
  ];
}
