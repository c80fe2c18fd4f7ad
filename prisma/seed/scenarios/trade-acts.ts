import { addMonths, type Day } from '~/domain/kernel/day.ts';
import { yuan } from '~/domain/kernel/money.ts';
import { answerByAccount } from '~/server/application/answer-trade.ts';
import { askBuyer, type TradeWish } from '~/server/application/ask-buyer.ts';
import { changeTrade } from '~/server/application/change-trade.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { Step } from './chronicle.ts';
import { applicationOf } from './finds.ts';
import type { StoryFirm } from './named-firms.ts';
import { ownerOf, type World } from './world.ts';

type Claim = Pick<TradeWish, 'kind' | 'reference'> & {
  readonly yuan: number;
  readonly buyer: StoryFirm | string;
};

/** The firm asks a buyer: one with an account, or one by a link. */
export const asksBuyer = (world: World, firm: StoryFirm, day: Day, claim: Claim): Step => ({
  day,
  what: `asks for ${claim.reference} to be confirmed`,
  tell: async () =>
    askBuyer(await ownerOf(world, firm), {
      kind: claim.kind,
      reference: claim.reference,
      amount: yuan(claim.yuan),
      dueOn: addMonths(day, 3),
      buyerName: typeof claim.buyer === 'string' ? claim.buyer : claim.buyer.name,
      buyerCode: typeof claim.buyer === 'string' ? undefined : claim.buyer.uscc,
    }),
});

const claimOf = async (world: World, firm: StoryFirm, reference: string) => {
  const row = await withActor(await ownerOf(world, firm), (tx) =>
    tx.tradeClaim.findFirstOrThrow({ where: { reference } }),
  );
  return row.id;
};

/** The buyer confirms by its account, and the firm shows it to the bank of a product. */
export const buyerConfirms = (
  world: World,
  firm: StoryFirm,
  day: Day,
  claim: Claim & { readonly buyer: StoryFirm; readonly product: string },
): Step[] => [
  {
    day,
    what: `has ${claim.reference} confirmed`,
    tell: async () =>
      answerByAccount(await ownerOf(world, claim.buyer), await claimOf(world, firm, claim.reference), {
        answer: 'confirm',
        amount: yuan(claim.yuan),
        name: `${claim.buyer.owner.name}（财务负责人）`,
      }),
  },
  {
    day,
    what: `shows ${claim.reference} to a bank`,
    tell: async () =>
      changeTrade(await ownerOf(world, firm), await claimOf(world, firm, claim.reference), {
        kind: 'share',
        applicationId: await applicationOf(world, firm, claim.product),
      }),
  },
];
