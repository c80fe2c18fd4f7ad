import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, fen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import { accept, insist, type Result, refuse } from '~/domain/kernel/result.ts';
import { type RecoveryPart, splitRecovery } from '~/domain/policy/recovery.ts';
import { type Actor, asInstitution, type InstitutionPerson, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { claimantOf } from '~/server/compensation/guarantor-of-claim.ts';
import { aboutClaim } from '~/server/compensation/hold-money.ts';
import { openClaim } from '~/server/compensation/open-claim.ts';
import { accountOf, payeeAccount } from '~/server/compensation/pool-accounts.ts';
import { bearersOf, poolBearer } from '~/server/compensation/share-recoveries.ts';
import {
  addRecovery,
  type ClaimRow,
  findClaim,
  findRecoveries,
  paidOn,
} from '~/server/compensation/store.ts';
import type { PoolRow } from '~/server/compensation/store-pool.ts';
import { writeClaimStep } from '~/server/compensation/write-claim-step.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { postTransfer } from '~/server/ledger/post-transfer.ts';

export type Recovered = { readonly receivedOn: Day; readonly gross: Fen; readonly costs: Fen };

export type RecoveryRefusal =
  | { readonly code: 'compensation.not-found' }
  | { readonly code: 'compensation.not-paid' }
  | {
      readonly code: 'compensation.recovery-date';
      readonly from: Day;
      readonly to: Day;
      readonly field: 'receivedOn';
    }
  | { readonly code: 'compensation.recovery-nothing'; readonly field: 'gross' }
  | { readonly code: 'compensation.costs-above'; readonly grossFen: Fen; readonly field: 'costs' }
  | { readonly code: 'compensation.recovery-above-loss'; readonly leftFen: Fen; readonly field: 'gross' };

const platform = system('compensation.recovery');

/**
 * Money that came back on a compensated loan (edge case 13): net of costs it is split over all who bore the loss by
 * what each paid; the pool's part is posted, and a job wakes whoever waits for money.
 */
export async function recordRecovery(
  actor: Actor,
  claimId: string,
  recovered: Recovered,
): Promise<Result<readonly RecoveryPart[], RecoveryRefusal>> {
  const bank = asInstitution(actor);
  const seen = await withActor(actor, (tx) => findClaim(tx, claimId));
  if (!seen || claimantOf(seen) !== bank.institutionId) return refuse({ code: 'compensation.not-found' });
  return withActor(platform, async (tx) => {
    const opened = await openClaim(tx, claimId);
    if (!opened) return refuse({ code: 'compensation.not-found' });
    const { claim, pool } = opened;
    const paid = (await paidOn(tx, [claimId])).get(claimId) ?? zeroFen;
    if (paid === zeroFen) return refuse({ code: 'compensation.not-paid' });
    const earlier = await findRecoveries(tx, claimId);
    const possible = checkRecovery(claim, earlier, recovered);
    if (!possible.ok) return possible;
    const parts = splitOf(claim, paid, earlier, recovered);
    await writeRecovery(tx, bank, { claim, pool }, recovered, parts);
    return accept(parts);
  });
}

type Earlier = Awaited<ReturnType<typeof findRecoveries>>;

function checkRecovery(
  claim: ClaimRow,
  earlier: Earlier,
  { receivedOn, gross, costs }: Recovered,
): Result<'possible', RecoveryRefusal> {
  const [from, to] = [dayOfDate(claim.determinedOn), clock.today()];
  if (receivedOn < from || receivedOn > to)
    return refuse({ code: 'compensation.recovery-date', from, to, field: 'receivedOn' });
  if (gross <= zeroFen) return refuse({ code: 'compensation.recovery-nothing', field: 'gross' });
  if (costs > gross) return refuse({ code: 'compensation.costs-above', grossFen: gross, field: 'costs' });
  const back = plus(zeroFen, ...earlier.map((each) => fen(each.grossFen - each.costsFen)));
  const leftFen = minus(fen(claim.lossFen), back);
  if (minus(gross, costs) > leftFen)
    return refuse({ code: 'compensation.recovery-above-loss', leftFen, field: 'gross' });
  return accept('possible');
}

const splitOf = (claim: ClaimRow, paid: Fen, earlier: Earlier, { gross, costs }: Recovered): RecoveryPart[] =>
  splitRecovery({
    ...{ recovered: gross, costs, eligibleLoss: fen(claim.lossFen) },
    payers: bearersOf(claim, paid, earlier),
  });

async function writeRecovery(
  tx: Tx,
  bank: InstitutionPerson,
  { claim, pool }: { readonly claim: ClaimRow; readonly pool: PoolRow },
  { receivedOn, gross, costs }: Recovered,
  parts: readonly RecoveryPart[],
): Promise<void> {
  const id = randomUUID();
  const toPool = parts.find((part) => part.payer === poolBearer)?.amount ?? zeroFen;
  const transactionId = toPool === zeroFen ? null : await postBack(tx, { claim, pool }, { id, toPool });
  await addRecovery(tx, {
    ...{ enterpriseId: claim.enterpriseId, institutionId: claim.institutionId, loanId: claim.loanId },
    ...{ id, claimId: claim.id, poolId: pool.id, receivedOn: dateOfDay(receivedOn), transactionId },
    ...{ grossFen: gross, costsFen: costs, toPoolFen: toPool, recordedBy: bank.userId, at: clock.now() },
    parts: parts.map((part) => ({
      payer: part.payer,
      amountFen: String(part.amount),
    })) as Prisma.InputJsonValue,
  });
  const facts = { grossFen: gross, costsFen: costs, toPoolFen: toPool };
  await writeClaimStep(tx, bank, { claim, kind: 'recovered', party: 'institution', facts, tell: ['firm'] });
  const jobs = [{ name: 'compensation.share-out' as const, payload: { poolId: pool.id, ref: id } }];
  await recordChange(tx, bank, { kind: 'compensation.pool-refilled', subjectId: pool.id, jobs });
}

async function postBack(
  tx: Tx,
  { claim, pool }: { readonly claim: ClaimRow; readonly pool: PoolRow },
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
