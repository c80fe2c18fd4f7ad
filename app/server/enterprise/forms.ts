import { z } from 'zod';
import { parseHeadcount, parseWan } from '~/domain/enterprise/declared.ts';
import { readUscc } from '~/domain/enterprise/uscc.ts';
import { checkPassword } from '~/domain/institution/password.ts';
import { parseDay } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import type { Refusal } from '~/domain/kernel/result.ts';
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

/** A domain refusal as an issue of its field: its code is the key of the sentence, its facts are the figures in it. */
const issueOf = ({ code, ...facts }: Refusal) => ({ code: 'custom' as const, message: code, ...facts });

/** A credit code that could be one; what only the registers know is asked later. */
const creditCode = z
  .string('enterprise.uscc-missing')
  .max(60)
  .superRefine((typed, context) => {
    const read = readUscc(typed, () => 'current');
    if (!read.ok) context.addIssue(issueOf(read.refusal));
  });

/** The registration of a firm with its owner's account, in the order of the page: so errors are listed from its top. */
export const registerForm = z.object({
  uscc: creditCode,
  confirmed: ticked,
  notice: ticked,
  name: z.string('enterprise.name-missing').trim().max(100),
  establishedOn: dayOrNothing,
  ...place,
  ...declared,
  ownerName: joinForm.shape.name,
  login: joinForm.shape.login,
  password: joinForm.shape.password.superRefine((typed, context) => {
    const checked = checkPassword(typed, '');
    if (!checked.ok) context.addIssue(issueOf(checked.refusal));
  }),
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
