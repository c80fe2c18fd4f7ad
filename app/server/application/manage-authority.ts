import { randomUUID } from 'node:crypto';
import { mostOf } from '~/domain/application/authority.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { UserId } from '~/domain/kernel/id.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import {
  addDelegation,
  authoritiesOf,
  delegationsOf,
  deskOf,
  endDelegation,
  setMost,
} from '~/server/application/store-authority.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** Who of the bank's desk may approve how much, today and by delegation. */
export function showAuthority(actor: Actor) {
  const { institutionId, userId } = asInstitution(actor);
  const today = clock.today();
  return withActor(actor, async (tx) => {
    const people = await deskOf(tx, institutionId);
    const authorities = await authoritiesOf(tx, institutionId);
    const delegations = await delegationsOf(tx, institutionId, today);
    const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? '';
    const ownOf = (id: string) => authorities.find(({ userId: of }) => of === id);
    return {
      today,
      self: userId as string,
      reviewers: people
        .filter(({ role }) => role === 'reviewer')
        .map(({ id, name }) => ({
          id,
          name,
          ownFen: textOf(ownOf(id)?.most ?? null),
          isUnset: authorities.length > 0 && !ownOf(id),
          todayFen: textOf(mostOf(id as UserId, authorities, delegations, today)),
        })),
      delegations: delegations.map(({ id, from, to, firstDay, lastDay }) => ({
        id,
        isMine: from === userId,
        from: nameOf(from),
        to: nameOf(to),
        firstDay: firstDay as string,
        lastDay: lastDay as string,
      })),
    };
  });
}

const textOf = (amount: Fen | null): string | null => (amount === null ? null : String(amount));

export type AuthorityRefusal =
  | { readonly code: 'application.no-reviewer'; readonly field: 'user' | 'to' }
  | { readonly code: 'application.delegation-days'; readonly field: 'lastDay' }
  | { readonly code: 'application.delegation-not-found' };

/** Sets up to what amount a reviewer may approve, or says that it is without limit. */
export function setAuthority(
  actor: Actor,
  { user, most }: { readonly user: string; readonly most: Fen | null },
): Promise<Result<null, AuthorityRefusal>> {
  const { institutionId, userId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const reviewers = (await deskOf(tx, institutionId)).filter(({ role }) => role === 'reviewer');
    if (!reviewers.some(({ id }) => id === user))
      return refuse({ code: 'application.no-reviewer', field: 'user' });
    await setMost(tx, user, most, { institutionId, setBy: userId, setAt: clock.now() });
    const detail = { user, mostFen: textOf(most) };
    await appendAudit(tx, actor, { action: 'application.authority-set', detail });
    await recordChange(tx, actor, { kind: 'application.authority-set', institutionId });
    return accept(null);
  });
}

type Lending = { readonly to: string; readonly firstDay: Day; readonly lastDay: Day };

/** A reviewer lends the own limit to a colleague for some days. */
export function delegateAuthority(
  actor: Actor,
  { to, firstDay, lastDay }: Lending,
): Promise<Result<null, AuthorityRefusal>> {
  const { institutionId, userId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const reviewers = (await deskOf(tx, institutionId)).filter(({ role }) => role === 'reviewer');
    if (to === userId || !reviewers.some(({ id }) => id === to))
      return refuse({ code: 'application.no-reviewer', field: 'to' });
    if (lastDay < firstDay || lastDay < clock.today())
      return refuse({ code: 'application.delegation-days', field: 'lastDay' });
    const id = randomUUID();
    const lent = { id, institutionId, from: userId, to: to as UserId, firstDay, lastDay };
    await addDelegation(tx, { ...lent, madeAt: clock.now() });
    const detail = { to, firstDay, lastDay };
    await appendAudit(tx, actor, { action: 'application.authority-lent', detail });
    await recordChange(tx, actor, { kind: 'application.authority-lent', institutionId, subjectId: id });
    return accept(null);
  });
}

/** Takes a lent limit back at once. */
export function takeBackAuthority(actor: Actor, id: string): Promise<Result<null, AuthorityRefusal>> {
  const { institutionId, userId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    if (!(await endDelegation(tx, id, userId, clock.now())))
      return refuse({ code: 'application.delegation-not-found' });
    await appendAudit(tx, actor, { action: 'application.authority-taken-back', detail: { delegation: id } });
    await recordChange(tx, actor, {
      kind: 'application.authority-taken-back',
      institutionId,
      subjectId: id,
    });
    return accept(null);
  });
}
