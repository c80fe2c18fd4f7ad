import { z } from 'zod';
import { parseHeadcount, parseWan } from '~/domain/enterprise/declared.ts';
import { parseDay } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { joinForm } from '~/server/access/forms.ts';

/** An amount typed in 万元, or nothing. */
const wanOrNothing = z
  .string()
  .trim()
  .optional()
  .transform((typed, context): Fen | null => {
    const amount = typed ? parseWan(typed) : null;
    if (typed && amount === null) context.addIssue('enterprise.amount-unreadable');
    return amount;
  });

/** Whole persons, or nothing. */
const headcount = z
  .string()
  .trim()
  .optional()
  .transform((typed, context): number | null => {
    const count = typed ? parseHeadcount(typed) : null;
    if (typed && count === null) context.addIssue('enterprise.employees-unreadable');
    return count;
  });

const dayOrNothing = z
  .string()
  .optional()
  .transform((typed, context) => {
    if (!typed) return null;
    const day = parseDay(typed);
    if (day) return day;
    context.addIssue('enterprise.day-unreadable');
    return z.NEVER;
  });

const ticked = z
  .string()
  .optional()
  .transform((value) => value === 'yes');

/** What a firm declares of its size: staff at year end, revenue and total assets of one year. */
const declared = {
  employees: headcount,
  revenue: wanOrNothing,
  assets: wanOrNothing,
  figuresYear: z.coerce.number().int().min(2000).max(2100).optional(),
};

const place = {
  region: z.string('enterprise.region-missing').trim().max(80),
  industry: z.string('enterprise.industry-missing').trim().max(80),
};

/** The registration of a firm with its owner's account. */
export const registerForm = joinForm.omit({ name: true }).extend({
  uscc: z.string('enterprise.uscc-missing').max(60),
  name: z.string('enterprise.name-missing').trim().max(100),
  confirmed: ticked,
  notice: ticked,
  establishedOn: dayOrNothing,
  ...place,
  ...declared,
  ownerName: joinForm.shape.name,
});
export type RegisterFields = z.output<typeof registerForm>;

/** What the firm may change in its profile; region and industry stand only where no register says them. */
export const profileForm = z.object({
  region: place.region.optional(),
  industry: place.industry.optional(),
  ...declared,
  address: z.string().trim().max(200).optional(),
});
export type ProfileFields = z.output<typeof profileForm>;
