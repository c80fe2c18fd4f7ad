import { branchId } from '#prisma/seed/institutions.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { transferApplication } from '~/server/application/transfer-application.ts';
import { reviewerOf } from './bank-acts.ts';
import type { Step } from './chronicle.ts';
import { applicationOf } from './finds.ts';
import type { StoryFirm } from './named-firms.ts';
import type { World } from './world.ts';

type Transfer = { readonly product: string; readonly branch: string; readonly reason: string };

/** The head office of the bank moves a firm's application to a branch. */
export const isTransferred = (
  world: World,
  firm: StoryFirm,
  on: Day,
  { product, branch, reason }: Transfer,
): Step => ({
  day: on,
  what: 'is transferred to a branch',
  tell: async () =>
    transferApplication(await reviewerOf(world, product), await applicationOf(world, firm, product), {
      branch: branchId(branch),
      reason,
    }),
});
