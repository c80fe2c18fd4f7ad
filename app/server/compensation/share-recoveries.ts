import { randomUUID } from 'node:crypto';
import { type Fen, fen, minus, negate, plus, zeroFen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Bearer, type RecoveryPart, splitRecoveries } from '~/domain/policy/recovery.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { aboutClaim } from '~/server/compensation/hold-money.ts';
import { accountOf, payeeAccount } from '~/server/compensation/pool-accounts.ts';
import { addRecovery, type ClaimRow, findRecoveries, paidOn } from '~/server/compensation/store.ts';
import type { PoolRow } from '~/server/compensation/store-pool.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { postTransfer } from '~/server/ledger/post-transfer.ts';

/** The name under which the pool stands in a split. */
export const poolBearer = 'pool';

type Booked = Awaited<ReturnType<typeof findRecoveries>>;
type Place = { readonly claim: ClaimRow; readonly pool: PoolRow };

/** Who bears the loss, each with what it paid and what earlier recoveries brought back to it. */
export function bearersOf(claim: ClaimRow, paid: Fen, earlier: Booked): Bearer[] {
  return [...othersOf(claim), { payer: poolBearer, paid }]
    .filter((bearer) => bearer.paid > 0n)
    .map((bearer) => ({ ...bearer, returned: returnedTo(bearer.payer, earlier) }));
}

const returnedTo = (payer: string, earlier: Booked): Fen =>
  plus(
    zeroFen,
    ...earlier
      .flatMap((each) => each.parts as unknown as { payer: string; amountFen: string }[])
      .filter((part) => part.payer === payer)
      .map((part) => fen(BigInt(part.amountFen))),
  );

/** Who bears the loss beside the pool, each once, as the contracts said or as the bank or the investigation stated. */
function othersOf(claim: ClaimRow): { payer: string; paid: Fen }[] {
  const parts = claim.payers as unknown as readonly { payer: string; amountFen: string }[];
  const stated = [
    { payer: 'guarantor', paid: fen(claim.guarantorFen) },
    { payer: 'insurer', paid: fen(claim.insurerFen) },
  ];
  const named = parts.map(({ payer, amountFen }) => ({ payer, paid: fen(BigInt(amountFen)) }));
  const sums = new Map<string, Fen>();
  for (const { payer, paid } of named.length > 0 ? named : stated)
    sums.set(payer, plus(sums.get(payer) ?? zeroFen, paid));
  return [...sums].map(([payer, paid]) => ({ payer, paid }));
}

/**
 * After what the pool paid on a claim has changed (edge cases 12 and 13): earlier recoveries are shared as if the pool
 * had paid that from the start. Its difference is posted and booked as a row without proceeds; nothing booked is edited.
 */
export async function shareRecoveriesAnew(
  tx: Tx,
  actor: Actor,
  { claim, pool }: Place,
  recordedBy: string,
): Promise<void> {
  const booked = await findRecoveries(tx, claim.id);
  if (booked.length === 0) return;
  const paid = (await paidOn(tx, [claim.id])).get(claim.id) ?? zeroFen;
  const recoveries = booked
    .filter(({ grossFen }) => grossFen > 0n)
    .map(({ grossFen, costsFen }) => ({ recovered: fen(grossFen), costs: fen(costsFen) }));
  const parts = splitRecoveries(recoveries, fen(claim.lossFen), bearersOf(claim, paid, []));
  const toPool = parts.find(({ payer }) => payer === poolBearer)?.amount ?? zeroFen;
  const difference = minus(toPool, plus(zeroFen, ...booked.map((each) => fen(each.toPoolFen))));
  if (difference !== zeroFen) await bookDifference(tx, actor, { claim, pool }, difference, recordedBy);
}

async function bookDifference(
  tx: Tx,
  actor: Actor,
  { claim, pool }: Place,
  difference: Fen,
  recordedBy: string,
): Promise<void> {
  const id = randomUUID();
  const [bank, fund] = [await payeeAccount(tx, pool, claim), await accountOf(tx, pool, 'pool')];
  const [from, to] = difference > 0n ? [bank, fund] : [fund, bank];
  const amount = difference > 0n ? difference : negate(difference);
  const posted = await postTransfer(tx, actor, {
    key: `recovery:${id}`,
    kind: 'compensation.recovered',
    effectiveOn: clock.today(),
    legs: [{ from, to, amount }],
    about: aboutClaim(claim),
  });
  const part: RecoveryPart = { payer: poolBearer, amount: difference };
  await addRecovery(tx, {
    ...{ enterpriseId: claim.enterpriseId, institutionId: claim.institutionId, loanId: claim.loanId },
    ...{ id, claimId: claim.id, poolId: pool.id, receivedOn: dateOfDay(clock.today()), recordedBy },
    ...{ grossFen: zeroFen, costsFen: zeroFen, toPoolFen: difference, at: clock.now() },
    transactionId: insist(posted).transactionId,
    parts: [{ payer: part.payer, amountFen: String(part.amount) }],
  });
}
