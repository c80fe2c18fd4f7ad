import { type Fen, fen, leastFen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { cameBackIn } from '~/server/compensation/loss-bearers.ts';
import { noteRecovery } from '~/server/compensation/note-recovery.ts';
import { openClaim } from '~/server/compensation/open-claim.ts';
import { owedOnLoans, owedToday } from '~/server/compensation/read-loss.ts';
import { type ClaimRow, findLiveClaims, findRecoveries } from '~/server/compensation/store.ts';
import type { PoolRow } from '~/server/compensation/store-pool.ts';
import type { Tx } from '~/server/db/client.ts';

/** What is read from a loan's log nobody recorded on the claim. */
const platform = system('compensation.loss');

export type Place = { readonly claim: ClaimRow; readonly pool: PoolRow };

/**
 * Reads the loan's log again for a claim: principal that came back on the loan since the claim was handed in is money back
 * like any other, a payment undone there is taken away again. Answers the claim as it then stands.
 */
export async function followLoss(tx: Tx, place: Place): Promise<Place> {
  return follow(tx, place, await owedToday(tx, place.claim.loanId));
}

async function follow(tx: Tx, { claim, pool }: Place, owed: Fen): Promise<Place> {
  const booked = await findRecoveries(tx, claim.id);
  const onLoan = booked.filter(({ source }) => source === 'loan').map(({ grossFen }) => fen(grossFen));
  const seen = plus(fen(claim.recoveredBeforeFen), ...onLoan);
  const unpaid = fen(claim.unpaidFen);
  const open = minus(fen(claim.lossFen), cameBackIn(booked));
  const gross = leastFen(minus(minus(unpaid, leastFen(unpaid, owed)), seen), open);
  if (gross === zeroFen) return { claim, pool };
  const back = { receivedOn: clock.today(), gross, costs: zeroFen, source: 'loan' } as const;
  await noteRecovery(tx, platform, { claim, pool }, back);
  return (await openClaim(tx, claim.id)) ?? { claim, pool };
}

/** After something happened to a loan: every claim on it that was not refused or given up follows. */
export async function followLoan(tx: Tx, loanId: string): Promise<void> {
  for (const { id } of await findLiveClaims(tx, [loanId])) {
    const opened = await openClaim(tx, id);
    if (opened) await followLoss(tx, opened);
  }
}

/** The same for many claims before they are settled together, their loans' logs read at once. Answers them as they then stand. */
export async function followLosses(tx: Tx, places: readonly Place[]): Promise<Place[]> {
  const owed = await owedOnLoans(
    tx,
    places.map(({ claim }) => claim.loanId),
  );
  const followed: Place[] = [];
  for (const place of places) followed.push(await follow(tx, place, owed.get(place.claim.loanId) ?? zeroFen));
  return followed;
}
