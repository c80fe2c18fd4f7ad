import type { Day } from '~/domain/kernel/day.ts';
import type { UserId } from '~/domain/kernel/id.ts';
import { type Fen, zeroFen } from '~/domain/kernel/money.ts';

/** The largest amount that a person of the bank may approve, in fen; null is said to be no limit. */
export type Authority = { readonly userId: UserId; readonly most: Fen | null };

/** A person lends the own limit to a colleague, from the first to the last day, both included. */
export type Delegation = {
  readonly from: UserId;
  readonly to: UserId;
  readonly firstDay: Day;
  readonly lastDay: Day;
};

/**
 * Up to what amount a person may approve on a day: the own limit, or a colleague's that is lent for the day where that is
 * higher; null is no limit. A bank that sets none has none; where it has set any, a person without one approves nothing,
 * so that nobody who comes new is unlimited. What was lent is not lent on (domain.md row F3).
 */
export function mostOf(
  person: UserId,
  authorities: readonly Authority[],
  delegations: readonly Delegation[],
  today: Day,
): Fen | null {
  if (authorities.length === 0) return null;
  const lent = delegations
    .filter(({ to, firstDay, lastDay }) => to === person && firstDay <= today && today <= lastDay)
    .map(({ from }) => from);
  const limitOf = (id: UserId): Fen | null => {
    const own = authorities.find(({ userId }) => userId === id);
    return own ? own.most : zeroFen;
  };
  return [person, ...lent]
    .map(limitOf)
    .reduce((most, limit) => (most === null || limit === null ? null : limit > most ? limit : most));
}
