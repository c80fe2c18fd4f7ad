import type { Charge } from '~/domain/ledger/limit.ts';
import type { Leg } from '~/domain/ledger/transfer.ts';
import type { Actor } from '~/server/access/actor.ts';
import type { ChargeColumns, LegColumns } from '~/server/ledger/store.ts';

export const legColumns = (legs: readonly Leg[]): LegColumns => ({
  from: legs.map((leg) => leg.from),
  to: legs.map((leg) => leg.to),
  amounts: legs.map((leg) => String(leg.amount)),
});

export const chargeColumns = (charges: readonly Charge[]): ChargeColumns => ({
  scopes: charges.map((charge) => charge.scope),
  charges: charges.map((charge) => String(charge.amount)),
});

/** The person who books, if it is one. */
export const personOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.userId : null);
