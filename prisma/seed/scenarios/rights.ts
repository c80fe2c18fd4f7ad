import type { Day } from '~/domain/kernel/day.ts';
import { type Refusal, type Result, refuse } from '~/domain/kernel/result.ts';
import { repairDuties } from '~/domain/repair/regime.ts';
import { asFirm, system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { answerObjection, type ObjectionAnswer } from '~/server/objection/answer-objection.ts';
import { fileObjection } from '~/server/objection/file-objection.ts';
import { stateOwnWords } from '~/server/objection/state-own-words.ts';
import { decideRepair } from '~/server/repair/decide-repair.ts';
import { fileRepair } from '~/server/repair/file-repair.ts';
import type { Step, Story } from './chronicle.ts';
import { before, isReported } from './episodes.ts';
import { namedFirm, type StoryFirm } from './named-firms.ts';
import { ago, ownerOf, personOf, type World } from './world.ts';

const inTheStore = system('seed.scenarios');
type Told = Promise<Result<unknown, Refusal>>;

/** The firm's live record of an item, by its document where it has several. */
async function recordOf(world: World, firm: StoryFirm, item: string, reference?: string): Promise<string> {
  const { enterpriseId } = asFirm(await ownerOf(world, firm));
  const facts = await withActor(inTheStore, (tx) =>
    tx.fact.findMany({ where: { enterpriseId, item, op: 'assert' }, orderBy: { knownAt: 'desc' } }),
  );
  const says = (detail: unknown) => (detail as { reference?: string } | null)?.reference;
  const found = facts.find(({ detail }) => reference === undefined || says(detail) === reference);
  if (!found) throw new Error(`${firm.key} has no record of ${item}`);
  return found.id;
}

/** The firm's pending objection or repair. */
async function pendingOf(world: World, firm: StoryFirm, of: 'objection' | 'repair'): Promise<string> {
  const { enterpriseId } = asFirm(await ownerOf(world, firm));
  const where = { enterpriseId, closedAt: null };
  return withActor(inTheStore, async (tx) => {
    const objection = of === 'objection' ? await tx.objection.findFirst({ where }) : null;
    const repair = of === 'repair' ? await tx.repair.findFirst({ where }) : null;
    return objection?.id ?? repair?.id ?? '';
  });
}

const objects = (
  world: World,
  firm: StoryFirm,
  day: Day,
  about: { item: string; reference?: string; body: string },
): Step => ({
  day,
  what: 'objects',
  tell: async (): Told =>
    fileObjection(await ownerOf(world, firm), {
      factId: await recordOf(world, firm, about.item, about.reference),
      ground: 'wrong-content',
      body: about.body,
    }),
});

const isAnswered = (world: World, firm: StoryFirm, day: Day, by: string, answer: ObjectionAnswer): Step => ({
  day,
  what: 'is answered',
  tell: async (): Told =>
    answerObjection(await personOf(world, by), await pendingOf(world, firm, 'objection'), answer),
});

const asksForRepair = (world: World, firm: StoryFirm, day: Day, reference: string): Step => ({
  day,
  what: 'asks for repair',
  tell: async (): Told =>
    fileRepair(await ownerOf(world, firm), {
      factId: await recordOf(world, firm, 'penalty.decision', reference),
      kind: 'repair',
      duties: repairDuties.map((duty) => ({
        duty,
        proof: duty === 'fulfilled' ? '罚没款缴款书' : '整改验收意见',
      })),
      promise: '本单位承诺所提交材料真实有效，今后守法诚信经营。',
      courtOrder: null,
    }),
});

const isDecided = (
  world: World,
  firm: StoryFirm,
  day: Day,
  decision: { readonly move: 'grant' | 'refuse'; readonly reason: string },
): Step => ({
  day,
  what: `repair: ${decision.move}`,
  tell: async (): Told => {
    const id = await pendingOf(world, firm, 'repair');
    if (!id) return refuse({ code: 'repair.not-found' });
    return decideRepair(await personOf(world, 'liaison-reform'), id, decision);
  },
});

const fine = (date: Day, category: string, reference: string, note: string) => ({
  item: 'penalty.decision',
  rows: [{ date, category, yuan: category === 'minor' ? '3000.00' : '20000.00', reference, note }],
});

/** A minor penalty that a bank's decline cites, so many working days ago, is repaired on the first day: the bank looks again. */
export const citedAndRepaired = (
  world: World,
  firm: StoryFirm,
  reference: string,
  workdays: number,
): Step[] => [
  isReported(
    world,
    firm,
    before(world.base, workdays + 6),
    fine(before(world.base, workdays + 10), 'minor', reference, '消防通道堆放杂物'),
  ),
  asksForRepair(world, firm, before(world.base, 3), reference),
  isDecided(world, firm, world.base, {
    move: 'grant',
    reason: '整改验收合格，同意修复（修复决〔2026〕58号）。',
  }),
];

/** The equipment maker: a penalty that was disputed, then repaired; another to repair; a dishonesty entry that it disputes. */
export function disputedAndRepaired(world: World): Story {
  const firm = namedFirm('machinery', world.base);
  const [old, young] = ['穗环罚〔2026〕118号', '穗应急罚〔2026〕302号'];
  const refused = {
    verdict: 'refused',
    answer: '经核实，处罚决定书已生效，未被撤销或变更。',
    evidence: '处罚决定书及送达回证',
    change: 'none',
  } as const;
  const dispute = '执行款已于立案前付清，法院系统未及时销案。附银行回单和申请执行人出具的收条。';
  return {
    name: 'machinery rights',
    steps: [
      isReported(world, firm, ago(world, 110), fine(ago(world, 215), 'general', old, '喷涂废气未经处理排放')),
      objects(world, firm, ago(world, 100), {
        item: 'penalty.decision',
        reference: old,
        body: '排放超标系设备调试所致，请核实。',
      }),
      isAnswered(world, firm, ago(world, 92), 'liaison-reform', refused),
      asksForRepair(world, firm, ago(world, 45), old),
      isDecided(world, firm, ago(world, 38), {
        move: 'grant',
        reason: '义务已履行完毕，同意修复（修复决〔2026〕41号）。',
      }),
      isReported(world, firm, ago(world, 20), fine(ago(world, 24), 'minor', young, '应急照明配置不足')),
      objects(world, firm, ago(world, 4), { item: 'court.dishonesty', body: dispute }),
      {
        day: ago(world, 4),
        what: 'states its case',
        tell: async (): Told =>
          stateOwnWords(await ownerOf(world, firm), {
            factId: await recordOf(world, firm, 'court.dishonesty'),
            body: '执行款已付清，正在申请移出名单。',
          }),
      },
      asksForRepair(world, firm, ago(world, 2), young),
    ],
  };
}

/** The winery: on the list of abnormal operation by mistake; the entry is taken out while an application waits. */
export function listedByMistake(world: World): Story {
  const firm = namedFirm('winery', world.base);
  const listed = {
    item: 'list.abnormal-operation',
    rows: [{ date: ago(world, 34), category: 'unreachable', reference: '永市监列异〔2026〕51号' }],
  };
  const upheld = {
    verdict: 'upheld',
    answer: '经现场核查，登记住所可以联系，系门牌变更所致，原列入决定已撤销。',
    evidence: '永市监撤〔2026〕3号',
    change: 'revoke',
  } as const;
  const body = '公司一直在登记住所经营，系村道改名、门牌变更，附派出所门牌证明。';
  return {
    name: 'winery rights',
    steps: [
      isReported(world, firm, ago(world, 30), listed),
      objects(world, firm, ago(world, 9), { item: 'list.abnormal-operation', body }),
      isAnswered(world, firm, world.base, 'liaison-market', upheld),
    ],
  };
}

/** The dealer in building materials: one request for repair was refused, another waits. */
export function repairsUnderWay(world: World): Story {
  const firm = namedFirm('building-materials', world.base);
  const [signs, sheds] = ['吴城管罚〔2026〕77号', '吴住建罚〔2026〕19号'];
  return {
    name: 'building materials rights',
    steps: [
      isReported(world, firm, ago(world, 60), fine(ago(world, 66), 'minor', signs, '占道堆放建材')),
      isReported(world, firm, ago(world, 50), fine(ago(world, 55), 'minor', sheds, '料棚未按要求覆盖防尘网')),
      asksForRepair(world, firm, ago(world, 22), signs),
      isDecided(world, firm, ago(world, 16), {
        move: 'refuse',
        reason: '现场核查仍有占道堆放，整改后可再次申请。',
      }),
      asksForRepair(world, firm, ago(world, 3), sheds),
    ],
  };
}
