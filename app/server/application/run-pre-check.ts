import { z } from 'zod';
import { type Finding, type PreCheckRule, preCheck } from '~/domain/application/pre-check.ts';
import { type Day, parseDay } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { checkedFirm } from '~/server/application/store-pre-check.ts';
import { clock } from '~/server/clock.ts';
import { humanReviewSince } from '~/server/consent/store-human-review.ts';
import type { Tx } from '~/server/db/client.ts';
import { readPolicy } from '~/server/policy/store.ts';
import { personsOf } from '~/server/privacy/store-person.ts';

const effects = z.enum(['stop', 'confirm']);
const effect = { effect: effects, onHumanReview: effects.optional() };
const whole = z.number().int().min(0);
const aDay = z.string().transform((text, context): Day => {
  const day = parseDay(text);
  if (day) return day;
  context.addIssue('no day');
  return z.NEVER;
});
const rule: z.ZodType<PreCheckRule> = z.discriminatedUnion('check', [
  z.strictObject({ check: z.enum(['in-business', 'twin-firm', 'same-bank']), ...effect }),
  z.strictObject({ check: z.literal('founding-day'), ...effect, earliest: aDay }),
  z.strictObject({ check: z.literal('person-age'), ...effect, leastYears: whole, mostYears: whole }),
  z.strictObject({ check: z.literal('owner-shares'), ...effect, mostPpm: whole }),
  z.strictObject({ check: z.literal('owners-named'), ...effect, sharePpm: whole }),
]);
const schema = z.strictObject({ rules: z.array(rule) });

type Asked = { readonly institutionId: string; readonly nameZh: string };

/** What the rules in force find before something of a firm goes to banks: its registration, its owners, what it asks for. */
export async function runPreCheck(
  tx: Tx,
  enterpriseId: EnterpriseId,
  asked: readonly Asked[],
): Promise<Finding[]> {
  const today = clock.today();
  const { body } = await readPolicy(tx, 'pre-check', today, schema);
  const { owners, applications, ...firm } = await checkedFirm(tx, enterpriseId, today);
  const people = (await personsOf(tx, enterpriseId)).flatMap(({ relation, identity }) =>
    identity ? [{ relation, name: identity.name, bornOn: bornOn(identity.idNumber) }] : [],
  );
  const asksForPeople = (await humanReviewSince(tx, enterpriseId)) !== null;
  const wished = asked.map(({ institutionId, nameZh: product }) => ({ institutionId, product }));
  return preCheck(body.rules, {
    ...firm,
    asksForPeople,
    today,
    owners,
    people,
    applications: [...applications, ...wished].map(({ institutionId, product }) => ({
      institutionId: institutionId as InstitutionId,
      product,
    })),
  });
}

/** The birthday in a citizen identity number; null before the person gave it. */
const bornOn = (idNumber: string | null): Day | null =>
  idNumber === null
    ? null
    : parseDay(`${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`);
