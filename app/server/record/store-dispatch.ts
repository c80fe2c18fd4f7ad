import type { DispatchSpan } from '~/domain/record/dispatch.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import { type DispatchBody, dispatchBody } from '~/server/record/dispatch-body.ts';

/** The day of the month on which dispatches go out: policy data. */
export async function readDispatchDay(tx: Tx, on: string): Promise<number> {
  const date = new Date(`${on}T00:00:00Z`);
  const row = await tx.policyVersion.findFirst({
    where: {
      code: 'supply-dispatch',
      validFrom: { lte: date },
      OR: [{ validTo: null }, { validTo: { gte: date } }],
    },
    orderBy: { version: 'desc' },
  });
  const { dayOfMonth } = (row?.body ?? {}) as { dayOfMonth?: number };
  if (!dayOfMonth || dayOfMonth > 28)
    throw new Error(`no version of policy supply-dispatch in force on ${on}`);
  return dayOfMonth;
}

export const hasDispatch = async (tx: Tx, month: string): Promise<boolean> =>
  (await tx.supplyDispatch.count({ where: { month } })) > 0;

export const addDispatch = (
  tx: Tx,
  { month, from, to }: DispatchSpan,
  providerId: string,
  body: DispatchBody,
  madeAt: Date,
) =>
  tx.supplyDispatch.createMany({
    data: [{ month, providerId, fromDay: dateOfDay(from), toDay: dateOfDay(to), body, madeAt }],
    skipDuplicates: true,
  });

export type Counted = {
  readonly item: string;
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
};

/** What came of each item of a provider between two instants. */
export const countItems = (tx: Tx, providerId: string, from: Date, until: Date) => tx.$queryRaw<Counted[]>`
  select item, sum(rows_read)::int as read, sum(rows_accepted)::int as accepted,
    sum(rows_quarantined)::int as quarantined
  from item_delivery
  where provider_id = ${providerId}::uuid and received_at >= ${from} and received_at < ${until}
  group by item`;

/** The dispatches of the actor's department, or of all, the newest first. */
export async function findDispatches(tx: Tx, where: { month?: string; providerId?: string }, most: number) {
  const rows = await tx.supplyDispatch.findMany({
    where,
    orderBy: [{ month: 'desc' }, { providerId: 'asc' }],
    take: most,
  });
  return rows.map(({ fromDay, toDay, body, ...row }) => ({
    ...row,
    from: dayOfDate(fromDay),
    to: dayOfDate(toDay),
    body: dispatchBody.parse(body),
  }));
}
