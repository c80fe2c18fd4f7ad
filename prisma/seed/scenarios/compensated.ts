import { demoPool } from '#prisma/seed/pools.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';
import { zeroFen } from '~/domain/kernel/money.ts';
import { accept } from '~/domain/kernel/result.ts';
import { clock } from '~/server/clock.ts';
import { confirmBatch, proposeBatch } from '~/server/compensation/run-batch.ts';
import { findEnrolments } from '~/server/compensation/store.ts';
import { findBatches } from '~/server/compensation/store-batch.ts';
import { submitClaim } from '~/server/compensation/submit-claim.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { signContract } from './bank-acts.ts';
import { bankersOf } from './bankers.ts';
import type { Story } from './chronicle.ts';
import { applies, before, isFunded, isOffered, joins } from './episodes.ts';
import { loanOf } from './finds.ts';
import { acceptOffer } from './firm-acts.ts';
import { namedFirm, type StoryFirm } from './named-firms.ts';
import { ago, bankerOf, personOf, type World } from './world.ts';

const product = 'qiaotou-quick';

/** The bank claims on a loss that it determined some days before. */
async function claim(world: World, firm: StoryFirm, determinedOn: Day) {
  const officer = await bankerOf(world, bankersOf(product).officer);
  const loanId = await loanOf(world, firm, product);
  const [enrolment] = await withActor(officer, (tx) => findEnrolments(tx, loanId));
  if (!enrolment) throw new Error(`${firm.key} is not enrolled`);
  const document = (code: string, reference: string) => ({ code, reference, on: determinedOn });
  return submitClaim(officer, enrolment.id, {
    ...{ determinedOn, causes: ['market'], guarantor: zeroFen, insurer: zeroFen },
    documents: [
      document('collection-record', `催收〔2026〕${firm.no % 1000}号`),
      document('loss-determination', `损认〔2026〕${firm.no % 1000}号`),
    ],
  });
}

/** One funds operator proposes what is reserved, the other confirms; where the fuse reserved nothing, nothing happens. */
async function propose(world: World) {
  const proposed = await proposeBatch(await personOf(world, 'operator-funds'), demoPool.id);
  return !proposed.ok && proposed.refusal.code === 'compensation.nothing-to-settle'
    ? accept('nothing')
    : proposed;
}

async function confirm(world: World) {
  const checker = await personOf(world, 'operator-funds-b');
  const batches = await withActor(checker, (tx) => findBatches(tx, demoPool.id));
  const open = batches.find((batch) => batch.state === 'proposed');
  return open ? confirmBatch(checker, open.id) : accept('nothing');
}

type Loss = {
  readonly wan: number;
  readonly disbursedAgo: number;
  readonly claimedAgo: number;
  readonly note: string;
};

/** A small firm in Guangzhou that never paid: its loan is enrolled, becomes non-performing, and its bank claims. */
function isLost(
  world: World,
  key: 'garments' | 'snacks',
  loss: Loss,
): { firm: StoryFirm; steps: Story['steps'] } {
  const firm = namedFirm(key, world.base);
  const disbursedOn = ago(world, loss.disbursedAgo);
  const claimedOn = ago(world, loss.claimedAgo);
  const steps = [
    ...isFunded(world, firm, {
      wish: { wan: loss.wan, months: 12, purpose: 'working-capital', note: loss.note },
      product,
      disbursedOn,
      paysUntil: disbursedOn,
    }),
    { day: claimedOn, what: 'is claimed', tell: () => claim(world, firm, addDays(clock.today(), -4)) },
  ];
  return { firm, steps };
}

/** Its loss is compensated: two funds operators settled it. */
export function garments(world: World): Story {
  const { firm, steps } = isLost(world, 'garments', {
    wan: 5,
    disbursedAgo: 160,
    claimedAgo: 25,
    note: '秋装面料款',
  });
  return {
    name: firm.key,
    steps: [
      ...steps,
      { day: ago(world, 20), what: 'is proposed for settlement', tell: () => propose(world) },
      { day: ago(world, 18), what: 'is settled', tell: () => confirm(world) },
    ],
  };
}

/** A restaurant that signed its contract in summer; the bank has not recorded the payout yet. */
export function teahouse(world: World): Story {
  const firm = namedFirm('teahouse', world.base);
  const wish = { wan: 3, months: 12, purpose: 'working-capital', note: '茶点原料备货' } as const;
  const signedOn = ago(world, 96);
  return {
    name: firm.key,
    steps: [
      ...joins(world, firm, before(signedOn, 9)),
      ...applies(world, firm, before(signedOn, 7), { wish, product }),
      ...isOffered(world, firm, product, before(signedOn, 3), wish),
      { day: before(signedOn, 1), what: 'accepts', tell: () => acceptOffer(world, firm, product) },
      { day: signedOn, what: 'signs the contract', tell: () => signContract(world, firm, product) },
    ],
  };
}

/** With its loss the bank would pass the fuse of 3 %: the claim waits. */
export function snacks(world: World): Story {
  const { firm, steps } = isLost(world, 'snacks', {
    wan: 12,
    disbursedAgo: 165,
    claimedAgo: 10,
    note: '糕点生产线备料',
  });
  return { name: firm.key, steps };
}
