import type { BorneLoss } from '~/domain/compensation/came-back.ts';
import { type Fen, fen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import type { Bearer } from '~/domain/policy/recovery.ts';
import {
  type ClaimRow,
  findPayments,
  findRecoveries,
  type RecoveryRow,
} from '~/server/compensation/store.ts';
import type { Tx } from '~/server/db/client.ts';

/** The name under which the pool stands in a split. */
export const poolBearer = 'pool';

export const borneOf = (claim: Pick<ClaimRow, 'lossFen' | 'determinedFen'>): BorneLoss => ({
  loss: fen(claim.lossFen),
  determined: fen(claim.determinedFen),
});

/** What came back on a claim since it was handed in, net of costs. */
export const cameBackIn = (recoveries: readonly Pick<RecoveryRow, 'grossFen' | 'costsFen'>[]): Fen =>
  plus(zeroFen, ...recoveries.map(({ grossFen, costsFen }) => fen(grossFen - costsFen)));

/** What a pool has paid on a claim less what it got back of it: payments net of everything that was posted to it. */
export async function netPaid(tx: Tx, claimId: string): Promise<{ readonly paid: Fen; readonly net: Fen }> {
  const paid = plus(zeroFen, ...(await findPayments(tx, claimId)).map(({ amountFen }) => fen(amountFen)));
  const back = (await findRecoveries(tx, claimId)).map(({ toPoolFen }) => fen(toPoolFen));
  return { paid, net: minus(paid, plus(zeroFen, ...back)) };
}

/** Who bears the loss beside the pool and whoever claims, each with what earlier recoveries brought back to it. */
export const othersOf = (claim: ClaimRow, earlier: readonly RecoveryRow[]): Bearer[] =>
  statedOthers(claim)
    .filter((bearer) => bearer.paid > 0n)
    .map((bearer) => ({ ...bearer, returned: returnedTo(bearer.payer, earlier) }));

const returnedTo = (payer: string, earlier: readonly RecoveryRow[]): Fen =>
  plus(
    zeroFen,
    ...earlier
      .flatMap((each) => each.parts as unknown as { payer: string; amountFen: string }[])
      .filter((part) => part.payer === payer)
      .map((part) => fen(BigInt(part.amountFen))),
  );

/** Who bears the loss beside the pool, each once, as the contracts said or as the bank or the investigation stated. */
function statedOthers(claim: ClaimRow): { payer: string; paid: Fen }[] {
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
