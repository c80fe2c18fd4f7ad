import { z } from 'zod';
import type { PrivacyDuties } from '~/domain/consent/duties.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

const whole = z.number().int().nonnegative();

const dutiesSchema: z.ZodType<PrivacyDuties> = z.object({
  withdrawal: z.object({ purgeWithinDays: whole, remindBeforeDays: whole, escalateAfterDays: whole }),
  persons: z.object({
    ownerSharePpm: whole.max(1_000_000),
    linkDays: whole.min(1),
    freeReportsPerYear: whole,
    reportOpenMinutes: whole.min(1),
    objectionDays: whole.min(1),
    refusalHoldsMonths: whole,
  }),
  identities: z.object({ decideWithinHours: whole.min(1), linkDays: whole.min(1) }),
  aggregates: z.object({ leastPeople: whole.min(2) }),
  probing: z.object({
    perSubjectAndDay: whole,
    perItemAndMonth: whole,
    narrowingPerItemAndMonth: whole,
  }),
  breakGlass: z.object({ longestMinutes: whole.min(1), reviewWithinDays: whole }),
  assessment: z.object({ keepYears: whole, reviewMonths: whole.min(1) }),
  breach: z.object({ assessHours: whole, authorityHours: whole, subjectsHours: whole }),
  retention: z.array(
    z.object({ what: z.string(), days: whole.nullable(), basis: z.string(), basisEn: z.string().optional() }),
  ),
});

/** The clocks and limits for consents and personal information on a day; a gap in the policy data is a fault. */
export async function readPrivacyDuties(tx: Tx, on: Day): Promise<PrivacyDuties> {
  const row = await tx.policyVersion.findFirst({
    where: {
      code: 'personal-information',
      validFrom: { lte: dateOfDay(on) },
      OR: [{ validTo: null }, { validTo: { gte: dateOfDay(on) } }],
    },
    orderBy: { version: 'desc' },
  });
  if (!row) throw new Error(`no version of policy personal-information in force on ${on}`);
  return dutiesSchema.parse(row.body);
}
