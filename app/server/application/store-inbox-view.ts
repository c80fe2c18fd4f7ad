import type { Tx } from '~/server/db/client.ts';

/** The views of the inbox that a person keeps, by name. */
export const viewsOf = (tx: Tx, userId: string) =>
  tx.inboxView.findMany({
    where: { userId },
    select: { id: true, name: true, query: true },
    orderBy: { name: 'asc' },
  });

type NewView = {
  readonly id: string;
  readonly institutionId: string;
  readonly userId: string;
  readonly name: string;
  readonly query: string;
  readonly createdAt: Date;
};

/** Keeps a view; false where the person has one of that name. */
export async function addView(tx: Tx, view: NewView): Promise<boolean> {
  const { count } = await tx.inboxView.createMany({ data: [view], skipDuplicates: true });
  return count === 1;
}

export async function dropView(tx: Tx, id: string, userId: string): Promise<boolean> {
  const { count } = await tx.inboxView.deleteMany({ where: { id, userId } });
  return count === 1;
}
