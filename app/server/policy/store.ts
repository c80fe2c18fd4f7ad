import type { z } from 'zod';
import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

export type PolicyRow = Awaited<ReturnType<typeof findInForce>>[number];

/** The versions of a kind in force on a day: of each code the highest version whose dates hold it. */
export const findInForce = (tx: Tx, kind: string, on: Day) =>
  tx.policyVersion.findMany({
    where: {
      kind,
      validFrom: { lte: dateOfDay(on) },
      OR: [{ validTo: null }, { validTo: { gte: dateOfDay(on) } }],
    },
    orderBy: [{ code: 'asc' }, { version: 'desc' }],
    distinct: ['code'],
  });

/** Every published version of a kind, also ended ones: what the policy pages list. */
export const findAllVersions = (tx: Tx, kind: string) =>
  tx.policyVersion.findMany({ where: { kind }, orderBy: [{ code: 'asc' }, { version: 'desc' }] });

/** The body of the one policy of a code in force on a day, checked by its schema. A gap in the policy data is a fault. */
export async function readPolicy<T>(
  tx: Tx,
  code: string,
  on: Day,
  schema: z.ZodType<T>,
): Promise<{ body: T; version: number }> {
  const row = await tx.policyVersion.findFirst({
    where: {
      code,
      validFrom: { lte: dateOfDay(on) },
      OR: [{ validTo: null }, { validTo: { gte: dateOfDay(on) } }],
    },
    orderBy: { version: 'desc' },
  });
  if (!row) throw new Error(`no version of policy ${code} in force on ${on}`);
  return { body: schema.parse(row.body), version: row.version };
}
