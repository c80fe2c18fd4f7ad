import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

/** The versions of a kind of policy data in force on a day, one for each code. */
export const rulesInForce = (tx: Tx, kind: string, on: Day) =>
  tx.policyVersion.findMany({
    where: {
      kind,
      validFrom: { lte: dateOfDay(on) },
      OR: [{ validTo: null }, { validTo: { gte: dateOfDay(on) } }],
    },
    orderBy: [{ code: 'asc' }, { version: 'desc' }],
    distinct: ['code'],
  });

/** Every published version of a kind, ended ones too. */
export const allRules = (tx: Tx, kind: string) =>
  tx.policyVersion.findMany({ where: { kind }, orderBy: [{ validFrom: 'asc' }, { version: 'asc' }] });

export const ruleVersion = (tx: Tx, code: string, version: number) =>
  tx.policyVersion.findUniqueOrThrow({ where: { code_version: { code, version } } });
