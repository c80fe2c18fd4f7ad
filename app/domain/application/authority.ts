import type { Day } from '~/domain/kernel/day.ts';
import type { UserId } from '~/domain/kernel/id.ts';
import type { Fen } from '~/domain/kernel/money.ts';

/** The largest amount that a person of the bank may approve, in fen. */
export type Authority = { readonly userId: UserId; readonly most: Fen };

/** A person lends the own limit to a colleague, from the first to the last day, both included. */
export type Delegation = {
  readonly from: UserId;
  readonly to: UserId;
  readonly firstDay: Day;
  readonly lastDay: Day;
};

/**
 * Up to what amount a person may approve on a day: the own limit, or a colleague's that is lent for the day where that is
 * higher; null is no limit. What was lent is not lent on (domain.md row F3).
 */
export function mostOf(
  person: UserId,
  authorities: readonly Authority[],
  delegations: readonly Delegation[],
  today: Day,
): Fen | null {
  const lent = delegations
    .filter(({ to, firstDay, lastDay }) => to === person && firstDay <= today && today <= lastDay)
    .map(({ from }) => from);
  const limits = [person, ...lent].map((id) => authorities.find(({ userId }) => userId === id)?.most ?? null);
  return limits.reduce<Fen | null>(
    (most, limit) => (most === null || limit === null ? null : limit > most ? limit : most),
    limits[0] ?? null,
  );
}
