import type { Authority, Delegation } from '~/domain/application/authority.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { InstitutionId, UserId } from '~/domain/kernel/id.ts';
import { type Fen, fen } from '~/domain/kernel/money.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';

export async function authoritiesOf(tx: Tx, institutionId: string): Promise<Authority[]> {
  const rows = await tx.bankAuthority.findMany({ where: { institutionId } });
  return rows.map(({ userId, mostFen }) => ({
    userId: userId as UserId,
    most: mostFen === null ? null : fen(mostFen),
  }));
}

export type DelegationRow = Delegation & { readonly id: string };

/** Delegations that have not ended by a day, of reviewers who may act themselves, the first to begin first. */
export async function delegationsOf(tx: Tx, institutionId: string, today: Day): Promise<DelegationRow[]> {
  const lenders = (await deskOf(tx, institutionId)).filter(({ role }) => role === 'reviewer');
  const fromUser = { in: lenders.map(({ id }) => id) };
  const rows = await tx.bankDelegation.findMany({
    where: { institutionId, fromUser, endedAt: null, lastDay: { gte: dateOfDay(today) } },
    orderBy: [{ firstDay: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    from: row.fromUser as UserId,
    to: row.toUser as UserId,
    firstDay: dayOfDate(row.firstDay),
    lastDay: dayOfDate(row.lastDay),
  }));
}

type Set = { readonly institutionId: InstitutionId; readonly setBy: UserId; readonly setAt: Date };

/** Sets a person's limit; null says that there is none. */
export const setMost = (tx: Tx, userId: string, most: Fen | null, { institutionId, setBy, setAt }: Set) =>
  tx.bankAuthority.upsert({
    where: { institutionId_userId: { institutionId, userId } },
    create: { institutionId, userId, mostFen: most, setBy, setAt },
    update: { mostFen: most, setBy, setAt },
  });

type NewDelegation = Delegation & {
  readonly id: string;
  readonly institutionId: string;
  readonly madeAt: Date;
};

export const addDelegation = (tx: Tx, d: NewDelegation) =>
  tx.bankDelegation.create({
    data: {
      id: d.id,
      institutionId: d.institutionId,
      fromUser: d.from,
      toUser: d.to,
      firstDay: dateOfDay(d.firstDay),
      lastDay: dateOfDay(d.lastDay),
      madeAt: d.madeAt,
    },
  });

/** Ends a delegation of a person; false when there is none that runs. */
export async function endDelegation(tx: Tx, id: string, fromUser: string, at: Date): Promise<boolean> {
  const { count } = await tx.bankDelegation.updateMany({
    where: { id, fromUser, endedAt: null },
    data: { endedAt: at },
  });
  return count === 1;
}

/** Those of some people of the bank who stay out of a firm's applications. */
export async function interestedIn(
  tx: Tx,
  enterpriseId: string,
  people: readonly (UserId | null)[],
): Promise<UserId[]> {
  const asked = people.filter((id) => id !== null);
  const rows = await tx.bankInterest.findMany({
    where: { enterpriseId, userId: { in: asked } },
    select: { userId: true },
  });
  return rows.map(({ userId }) => userId as UserId);
}

type NewInterest = {
  readonly id: string;
  readonly enterpriseId: string;
  readonly institutionId: string;
  readonly userId: string;
  readonly reason: string;
  readonly declaredAt: Date;
};

export const addInterest = (tx: Tx, interest: NewInterest) =>
  tx.bankInterest.createMany({ data: [interest], skipDuplicates: true });

/** The officers and reviewers of a bank who may act, by name. */
export const deskOf = (tx: Tx, institutionId: string) =>
  tx.userAccount.findMany({
    where: { institutionId, role: { in: ['officer', 'reviewer'] }, state: 'active' },
    select: { id: true, name: true, role: true, branchId: true },
    orderBy: [{ role: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  });

/** Whether it is a system of the bank's that acts, and no person. */
export const isClient = async (tx: Tx, institutionId: string, id: string): Promise<boolean> =>
  (await tx.apiClient.count({ where: { institutionId, id } })) > 0;
