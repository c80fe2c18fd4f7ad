import { z } from 'zod';
import { checkNames } from '~/domain/application/pre-check.ts';
import { longestRetentionDays } from '~/domain/consent/draft-consent.ts';
import type { NeedId, ProductId } from '~/domain/kernel/id.ts';
import { yuan } from '~/domain/kernel/money.ts';
import type { Submission } from '~/server/application/check-submission.ts';
import { applyModes } from '~/server/application/consent-for.ts';
import { amountIn, months } from '~/server/application/form-fields.ts';
import { readUploads, uploads } from '~/server/http/fields.ts';

const count = (most: number, otherwise: number) =>
  z.coerce.number().int().min(1).max(most).default(otherwise);

/** The form in which a firm applies to several products. */
export const ApplyForm = z.object({
  needId: z.uuid(),
  /** The loan to be renewed; without it, new money. */
  renews: z.uuid().optional(),
  products: z.array(z.uuid()).max(20).default([]),
  consented: z.array(z.uuid()).max(20).default([]),
  /** The branch chosen of each bank that has some; an empty one leaves it to the firm's place. */
  branches: z
    .array(z.union([z.uuid(), z.literal('')]))
    .max(20)
    .default([]),
  amount: amountIn('wan', yuan(1_000)),
  termMonths: months,
  items: z.array(z.string().max(60)).max(200).default([]),
  dataMonths: count(240, 36),
  validMonths: count(12, 3),
  readsPerDay: count(1_000, 30),
  retentionDays: count(longestRetentionDays, 90),
  mode: z.enum(applyModes).default('store'),
  returnDirection: z.literal('yes').optional(),
  documents: uploads,
  confirmed: z.array(z.enum(checkNames)).max(checkNames.length).default([]),
});

/** The submission that the form describes, its files read into memory. */
export async function submissionOf(form: z.output<typeof ApplyForm>): Promise<Submission> {
  const { items, dataMonths, validMonths, readsPerDay, retentionDays, mode } = form;
  const returnDirection = form.returnDirection === 'yes';
  return {
    needId: form.needId as NeedId,
    productIds: form.products as ProductId[],
    branchIds: form.branches.filter(Boolean),
    consented: form.consented as ProductId[],
    amountFen: form.amount,
    termMonths: form.termMonths,
    consent: { items, dataMonths, validMonths, readsPerDay, retentionDays, mode, returnDirection },
    documents: await readUploads(form.documents),
    confirmed: form.confirmed,
  };
}
