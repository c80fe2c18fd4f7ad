import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

/** The body of a policy in force on a day, unread, for stages before `policy`. A gap in the policy data is a fault. */
export async function policyBody(tx: Tx, code: string, on: Day): Promise<unknown> {
  const row = await tx.policyVersion.findFirstOrThrow({
    where: {
      code,
      validFrom: { lte: dateOfDay(on) },
      OR: [{ validTo: null }, { validTo: { gte: dateOfDay(on) } }],
    },
    orderBy: { version: 'desc' },
    select: { body: true },
  });
  return row.body;
}
