import { z } from 'zod';
import { successionKinds } from '~/domain/enterprise/succession.ts';
import { type Day, parseDay } from '~/domain/kernel/day.ts';
import { type Ppm, percent } from '~/domain/kernel/rate.ts';
import { parties } from '~/domain/record/three-way.ts';

const code = z.string().trim().min(1).max(40);

const aDay = z.string().transform((typed, context): Day => {
  const day = parseDay(typed);
  if (day) return day;
  context.addIssue('form.invalid');
  return z.NEVER;
});

const share = z
  .string()
  .trim()
  .optional()
  .transform((typed, context): Ppm | null => {
    if (!typed) return null;
    const found = /^\d{1,3}(\.\d{1,4})?$/.test(typed) ? percent(typed) : null;
    if (found !== null && found > 0 && found <= 1_000_000) return found;
    context.addIssue('enterprise.share-unreadable');
    return z.NEVER;
  });

const basis = z.string('enterprise.basis-missing').trim().min(4, 'enterprise.basis-missing').max(300);

/** The two forms of the lineage page, told apart by `intent`. */
export const lineageForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('record'),
    kind: z.enum(successionKinds),
    firm: code,
    successor: code,
    share,
    effectiveOn: aDay,
    basis,
  }),
  z.object({ intent: z.literal('undo'), id: z.uuid(), basis }),
]);

/** A decision about one conflict. */
export const verdictForm = z.object({
  id: z.uuid(),
  verdict: z.enum(parties),
  reason: z.string('record.reason-missing').trim().min(4, 'record.reason-missing').max(300),
});
