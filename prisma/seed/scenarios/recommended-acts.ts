import { standardNames } from '~/domain/application/standards.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { agreeNomination } from '~/server/application/agree-nomination.ts';
import { nominateFirm } from '~/server/application/nominate-firm.ts';
import { reviewNomination } from '~/server/application/review-nomination.ts';
import { latestNomination } from '~/server/application/store-recommendation.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { Step } from './chronicle.ts';
import { needOf } from './finds.ts';
import type { StoryFirm } from './named-firms.ts';
import { ownerOf, personOf, type World } from './world.ts';

/** The development and reform commission puts the firm forward for the recommended list. */
export const isNominated = (world: World, firm: StoryFirm, day: Day, reason: string): Step => ({
  day,
  what: 'is put forward',
  tell: async () => {
    const { enterpriseId } = await ownerOf(world, firm);
    const liaison = await personOf(world, 'liaison-reform');
    const uscc = await world.recall(`code ${firm.key}`, async (tx) => {
      const { uscc } = await tx.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } });
      return uscc ?? '';
    });
    return nominateFirm(liaison, { uscc, reason });
  },
});

/** Put forward, agreed to and reviewed: the firm's latest need stands before banks by its name. */
export const isRecommended = (world: World, firm: StoryFirm, day: Day): Step[] => [
  isNominated(world, firm, day, '社区走访：店面固定，生意稳定，想更换设备。'),
  {
    day,
    what: 'agrees to the recommended list',
    tell: async () => agreeNomination(await ownerOf(world, firm), await needOf(world, firm)),
  },
  {
    day,
    what: 'is put on the recommended list',
    tell: async () => {
      const owner = await ownerOf(world, firm);
      const row = await withActor(owner, (tx) => latestNomination(tx, owner.enterpriseId));
      return reviewNomination(await personOf(world, 'operator-risk'), row?.id ?? '', {
        outcome: 'list',
        vouched: standardNames,
        note: '实地看过店面和设备报价，用途属实。',
      });
    },
  },
];
