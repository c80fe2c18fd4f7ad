import { institutionId } from '#prisma/seed/institutions.ts';
import { wan, yuan } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';
import { lastEnded } from '~/domain/subsidy/quarter.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { answerRequest } from '~/server/guarantee/answer-request.ts';
import { decideRequest } from '~/server/guarantee/decide-request.ts';
import { requestGuarantee } from '~/server/guarantee/request-guarantee.ts';
import { stateAssets } from '~/server/guarantee/state-assets.ts';
import { decideReclaim } from '~/server/subsidy/decide-reclaim.ts';
import { decideSettlement } from '~/server/subsidy/decide-settlement.ts';
import { fundPool } from '~/server/subsidy/fund-pool.ts';
import { orderSettlement } from '~/server/subsidy/order-settlement.ts';
import { reportMisuse } from '~/server/subsidy/report-misuse.ts';
import { bankersOf } from './bankers.ts';
import type { Step, Story } from './chronicle.ts';
import { before } from './episodes.ts';
import { loanOf } from './finds.ts';
import { namedFirm, type StoryFirm } from './named-firms.ts';
import { ago, bankerOf, type World } from './world.ts';

const covered = { firm: 'machinery', product: 'qiaotou-specialised' } as const;
/** The product under which the guesthouse borrowed. */
const lodging = 'yunling-first';
const asked = { firm: 'logistics', product: 'qiaotou-tax' } as const;

/** The two persons of the funds desk settle the last quarter; a subsidy that went astray is taken back. */
export const settlement = (world: World): Story => ({
  name: 'settlement',
  steps: [
    { day: before(world.base, 16), what: 'centre pays in', tell: () => fund(world, 'central', 5_000_000) },
    { day: before(world.base, 16), what: 'province pays in', tell: () => fund(world, 'province', 1_000_000) },
    { day: before(world.base, 8), what: 'a settlement is ordered', tell: () => order(world) },
    { day: before(world.base, 7), what: 'the settlement is approved', tell: () => approve(world) },
    ...misuse(world),
  ],
});

const fund = async (world: World, payer: string, amount: number) =>
  fundPool(await bankerOf(world, 'operator-funds'), {
    payer,
    amount: yuan(amount),
    receivedOn: clock.today(),
    reference: `财金拨〔${clock.today().slice(0, 4)}〕${payer === 'central' ? 118 : 204}`,
  });

const order = async (world: World) =>
  orderSettlement(await bankerOf(world, 'operator-funds'), lastEnded(clock.today()));

/** The one row that waits, found as the platform. */
const waiting = (what: 'run' | 'reclaim'): Promise<string> =>
  withActor(system('seed.scenarios'), async (tx) =>
    what === 'run'
      ? (await tx.subsidyRun.findFirstOrThrow({ where: { state: 'proposed' } })).id
      : (await tx.subsidyReclaim.findFirstOrThrow({ where: { state: 'reported' } })).id,
  );

const approve = async (world: World) =>
  decideSettlement(await bankerOf(world, 'operator-funds-b'), await waiting('run'), 'approve', null);

function misuse(world: World): Step[] {
  const firm = namedFirm('guesthouse', world.base);
  const report = {
    cause: 'wrong-sector',
    misuseOn: ago(world, 60),
    note: '部分贷款资金转入关联房地产公司账户，与申报用途不符。',
  } as const;
  return [
    {
      day: before(world.base, 5),
      what: 'misuse is reported',
      tell: async () =>
        reportMisuse(
          await bankerOf(world, bankersOf(lodging).officer),
          await loanOf(world, firm, lodging),
          report,
        ),
    },
    {
      day: before(world.base, 3),
      what: 'the subsidy is reclaimed',
      tell: async () =>
        decideReclaim(await bankerOf(world, 'operator-funds-b'), await waiting('reclaim'), 'demand'),
    },
  ];
}

/** A guarantor covers the equipment maker along the chain; an insurer has been asked and has not answered yet. */
export const cover = (world: World): Story => ({
  name: 'cover',
  steps: [
    { day: before(world.base, 22), what: 'the guarantor states its assets', tell: () => assets(world) },
    {
      day: before(world.base, 20),
      what: 'a guarantee is asked for',
      tell: () => ask(world, covered, 'guarantor-province', 80),
    },
    { day: before(world.base, 19), what: 'the guarantee is proposed', tell: () => accept(world) },
    { day: before(world.base, 18), what: 'the guarantee is in force', tell: () => confirm(world) },
    {
      day: before(world.base, 3),
      what: 'insurance is asked for',
      tell: () => ask(world, asked, 'insurer-huxin', 40),
    },
    {
      day: before(world.base, 2),
      what: 'another guarantee is asked for',
      tell: () => ask(world, asked, 'guarantor-province', 30),
    },
  ],
});

const assets = async (world: World) =>
  stateAssets(await bankerOf(world, 'guarantor-admin'), { asOf: ago(world, 60), netAssets: wan(80_000) });

type Loan = { readonly firm: StoryFirm['key']; readonly product: string };

const ask = async (world: World, loan: Loan, guarantor: string, share: number) =>
  requestGuarantee(
    await bankerOf(world, bankersOf(loan.product).officer),
    await loanOf(world, namedFirm(loan.firm as never, world.base), loan.product),
    { guarantorId: institutionId(guarantor), share: percent(share), note: null },
  );

const first = () =>
  withActor(
    system('seed.scenarios'),
    async (tx) => (await tx.guaranteeContract.findFirstOrThrow({ orderBy: { requestedAt: 'asc' } })).id,
  );

const accept = async (world: World) =>
  answerRequest(await bankerOf(world, 'guarantor'), await first(), {
    answer: 'accept',
    fee: percent('0.8'),
    note: null,
  });

const confirm = async (world: World) =>
  decideRequest(await bankerOf(world, 'guarantor-reviewer'), await first(), 'confirm');
