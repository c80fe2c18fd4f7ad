import { productId } from '#prisma/seed/product-rows.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { answerNeed } from '~/server/application/answer-need.ts';
import { closePosting } from '~/server/application/close-posting.ts';
import { postNeed } from '~/server/application/post-need.ts';
import { takeNeed } from '~/server/application/take-need.ts';
import { type Offered, officerOf, termsOf } from './bank-acts.ts';
import type { Step } from './chronicle.ts';
import { needOf, postingOf } from './finds.ts';
import type { StoryFirm } from './named-firms.ts';
import { ownerOf, type World } from './world.ts';

/** The firm puts its latest need before all banks, without its name. */
export const posts = (world: World, firm: StoryFirm, day: Day): Step => ({
  day,
  what: 'asks several banks',
  tell: async () => postNeed(await ownerOf(world, firm), await needOf(world, firm), false),
});

export const takesBack = (world: World, firm: StoryFirm, day: Day): Step => ({
  day,
  what: 'takes its posted need back',
  tell: async () => closePosting(await ownerOf(world, firm), await needOf(world, firm)),
});

/** The bank of a product takes the need up. */
export const takesUp = (world: World, firm: StoryFirm, product: string, day: Day): Step => ({
  day,
  what: `is taken up for ${product}`,
  tell: async () => takeNeed(await officerOf(world, product), await postingOf(world, firm)),
});

/** The bank of a product answers with its terms, or passes where none are given. */
export const answers = (
  world: World,
  firm: StoryFirm,
  product: string,
  day: Day,
  offered: Offered | null,
): Step => ({
  day,
  what: `is answered for ${product}`,
  tell: async () => {
    const reply = offered && { productId: productId(product), terms: await termsOf(world, product, offered) };
    return answerNeed(await officerOf(world, product), await postingOf(world, firm), reply);
  },
});
