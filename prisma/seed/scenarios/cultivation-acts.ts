import type { Day } from '~/domain/kernel/day.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { changeCultivation } from '~/server/loan/change-cultivation.ts';
import { noteContact } from '~/server/loan/note-contact.ts';
import { officerOf } from './bank-acts.ts';
import type { Step } from './chronicle.ts';
import type { StoryFirm } from './named-firms.ts';
import { ownerOf, type World } from './world.ts';

/** The firm joins the list of first-loan cultivation, and an officer visits it. */
export const isCultivated = (world: World, firm: StoryFirm, day: Day): Step[] => [
  {
    day,
    what: 'joins the first-loan list',
    tell: async () => changeCultivation(await ownerOf(world, firm), 'join'),
  },
  {
    day,
    what: 'is visited',
    tell: async () => {
      const owner = await ownerOf(world, firm);
      const { id } = await withActor(owner, (tx) =>
        tx.cultivation.findFirstOrThrow({ where: { aim: 'first-loan', leftAt: null } }),
      );
      return noteContact(
        await officerOf(world, 'qiaotou-quick'),
        id,
        '上门走访，介绍首贷材料清单，约定下月补交报表。',
      );
    },
  },
];

/** The firm lets banks know it by name, to hear of their products. */
export const isOpenToBanks = (world: World, firm: StoryFirm, day: Day): Step => ({
  day,
  what: 'is open to banks',
  tell: async () => changeCultivation(await ownerOf(world, firm), 'join', 'offers'),
});
