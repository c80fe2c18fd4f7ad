import { randomUUID } from 'node:crypto';
import { owedAfter, poolPartOf, splitCameBack } from '~/domain/compensation/came-back.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, greatestFen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import type { Line } from '~/domain/policy/line.ts';
import type { RecoveryPart } from '~/domain/policy/recovery.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { aboutClaim } from '~/server/compensation/hold-money.ts';
import { borneOf, cameBackIn, netPaid, othersOf, poolBearer } from '~/server/compensation/loss-bearers.ts';
import { accountOf, payeeAccount } from '~/server/compensation/pool-accounts.ts';
import { giveBackBeyond } from '~/server/compensation/shrink-hold.ts';
import { addRecovery, type ClaimRow, changeClaim, findRecoveries } from '~/server/compensation/store.ts';
import type { PoolRow } from '~/server/compensation/store-pool.ts';
import { writeClaimStep } from '~/server/compensation/write-claim-step.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { postTransfer } from '~/server/ledger/post-transfer.ts';

const platform = system('compensation.recovery');

export type MoneyBack = {
  readonly receivedOn: Day;
  /** Negative where a payment recorded on the loan was undone. */
  readonly gross: Fen;
  readonly costs: Fen;
  /** Where it was recorded: on the claim, or on the loan. */
  readonly source: 'claim' | 'loan';
};

type Place = { readonly claim: ClaimRow; readonly pool: PoolRow };

/**
 * Books money that came back on a claim, whatever its state (edge case 13), in the caller's transaction with pool and
 * claim locked: what the pool owes becomes smaller by its part. What was not paid yet is owed no longer and its hold shrinks; what
 * was paid beyond is posted back at once. So before or after the payment, the pool ends with the same. Where a payment was
 * undone after the claim was paid, more is owed than was paid: it is put before the funds desk, to be determined anew.
 */
export async function noteRecovery(
  tx: Tx,
  actor: Actor,
  { claim, pool }: Place,
  back: MoneyBack,
): Promise<readonly RecoveryPart[]> {
  const earlier = await findRecoveries(tx, claim.id);
  const before = cameBackIn(earlier);
  const now = plus(before, minus(back.gross, back.costs));
  const borne = borneOf(claim);
  const { paid, net } = await netPaid(tx, claim.id);
  const payable = owedAfter(now, borne);
  const toPool = greatestFen(zeroFen, minus(net, payable));
  const others = othersOf(claim, earlier);
  const parts = splitCameBack(minus(now, before), before, { ...borne, pool: poolBearer, others });
  const id = randomUUID();
  const transactionId = toPool === zeroFen ? null : await postBack(tx, { claim, pool }, { id, toPool });
  await addRecovery(tx, {
    ...{ enterpriseId: claim.enterpriseId, institutionId: claim.institutionId, loanId: claim.loanId },
    ...{ id, claimId: claim.id, poolId: pool.id, receivedOn: dateOfDay(back.receivedOn), transactionId },
    ...{ grossFen: back.gross, costsFen: back.costs, toPoolFen: toPool, source: back.source },
    ...{ beforePayment: paid === zeroFen, at: clock.now() },
    recordedBy: actor.kind === 'person' ? actor.userId : null,
    parts: parts.map(({ payer, amount }) => ({ payer, amountFen: String(amount) })) as Prisma.InputJsonValue,
  });
  await changeClaim(tx, claim.id, {
    ...{ payableFen: payable, lines: linesWith(claim, now) },
    ...(claim.state === 'paid' && { waits: payable > net ? 'anew' : null }),
  });
  await giveBackBeyond(tx, platform, pool, claim.id);
  await tell(tx, actor, { claim, pool }, { id, back, toPool, payable });
  return parts;
}

/** The way to the amount, with what came back as its last step. */
export function linesWith(claim: Pick<ClaimRow, 'lines' | 'lossFen' | 'determinedFen'>, cameBack: Fen) {
  const borne = borneOf(claim);
  const way = (claim.lines as unknown as Line[]).filter(({ code }) => code !== 'came-back');
  const last: Line = {
    code: 'came-back',
    netFen: String(cameBack),
    lossFen: String(borne.loss),
    partFen: String(poolPartOf(cameBack, borne)),
    amountFen: String(owedAfter(cameBack, borne)),
  };
  return (cameBack === zeroFen ? way : [...way, last]) as unknown as Prisma.InputJsonValue;
}

type Told = {
  readonly id: string;
  readonly back: MoneyBack;
  readonly toPool: Fen;
  readonly payable: Fen;
};

async function tell(tx: Tx, actor: Actor, { claim, pool }: Place, { id, back, toPool, payable }: Told) {
  const facts = { grossFen: back.gross, costsFen: back.costs, toPoolFen: toPool, owedFen: payable };
  const party = actor.kind === 'person' ? 'institution' : 'system';
  await writeClaimStep(tx, actor, { claim, kind: 'recovered', party, facts, tell: ['firm'] });
  const jobs = [{ name: 'compensation.share-out' as const, payload: { poolId: pool.id, ref: id } }];
  await recordChange(tx, actor, { kind: 'compensation.pool-refilled', subjectId: pool.id, jobs });
}

async function postBack(
  tx: Tx,
  { claim, pool }: Place,
  { id, toPool }: { readonly id: string; readonly toPool: Fen },
): Promise<bigint> {
  const leg = {
    from: await payeeAccount(tx, pool, claim),
    to: await accountOf(tx, pool, 'pool'),
    amount: toPool,
  };
  const posted = await postTransfer(tx, platform, {
    key: `recovery:${id}`,
    kind: 'compensation.recovered',
    effectiveOn: clock.today(),
    legs: [leg],
    about: aboutClaim(claim),
  });
  return insist(posted).transactionId;
}
