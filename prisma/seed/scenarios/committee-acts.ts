import { addWorkingDays } from '~/domain/institution/working-days.ts';
import { addMonths, type Day } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { answerCall } from '~/server/monitoring/committee/answer-call.ts';
import { answerInvitation } from '~/server/monitoring/committee/answer-invitation.ts';
import { callCommittee } from '~/server/monitoring/committee/call-committee.ts';
import { proposeMeasure } from '~/server/monitoring/committee/propose-measure.ts';
import { findCommitteeOf } from '~/server/monitoring/store-committee.ts';
import { officerOf } from './bank-acts.ts';
import type { Step } from './chronicle.ts';
import { findPerson } from './find-person.ts';
import { alertOf } from './finds.ts';
import type { StoryFirm } from './named-firms.ts';
import { ownerOf, type World } from './world.ts';

const reason = '两家银行有贷款，其中一家出现逾期，建议共同会商，避免各自抽贷。';

const idOf = async (world: World, firm: StoryFirm): Promise<string> => {
  const { enterpriseId } = await ownerOf(world, firm);
  const committee = await withActor(system('seed.scenarios'), (tx) => findCommitteeOf(tx, enterpriseId));
  if (!committee) throw new Error(`no committee was called for ${firm.key}`);
  return committee.id;
};

/** From the call of a creditor committee to its first proposal: the firm agrees, both lenders join, one of them proposes. */
export const committeeMeets = (
  world: World,
  firm: StoryFirm,
  products: readonly [string, string],
  calledOn: Day,
): Step[] => [
  {
    day: calledOn,
    what: 'has its committee called',
    tell: async () => {
      const desk = await withActor(system('seed.scenarios'), (tx) => findPerson(tx, 'operator-risk'));
      return callCommittee(desk, await alertOf(world, firm, 'loan-overdue'), reason);
    },
  },
  {
    day: addWorkingDays(calledOn, 1),
    what: 'agrees to the committee',
    tell: async () => answerCall(await ownerOf(world, firm), await idOf(world, firm), 'agreed'),
  },
  ...products.map((product) => ({
    day: addWorkingDays(calledOn, 2),
    what: `is joined by the lender of ${product}`,
    tell: async () => answerInvitation(await officerOf(world, product), await idOf(world, firm), 'joined'),
  })),
  {
    day: addWorkingDays(calledOn, 3),
    what: 'gets a proposal of its committee',
    tell: async () =>
      proposeMeasure(await officerOf(world, products[0]), await idOf(world, firm), {
        kind: 'joint-visit',
        untilDay: addMonths(calledOn, 1),
        text: '下月中旬前一起走访车间和主要客户，核实回款安排。',
      }),
  },
];
