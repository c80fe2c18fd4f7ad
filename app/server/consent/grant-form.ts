import { z } from 'zod';
import {
  type ConsentTerms,
  details,
  type FetchType,
  modes,
  type Purpose,
} from '~/domain/consent/artefact.ts';
import { longestRetentionDays } from '~/domain/consent/draft-consent.ts';
import { addMonths, startOf } from '~/domain/kernel/day.ts';
import type { BranchId, InstitutionId, ProductId } from '~/domain/kernel/id.ts';
import { clock } from '~/server/clock.ts';
import type { GrantInput } from '~/server/consent/grant-consent.ts';

const count = (most: number) => z.coerce.number().int().min(1).max(most);
const ticked = z.literal('yes', 'consent.agree-first');

/** The form on the page where a consent is given. */
export const GrantForm = z.object({
  for: z.enum(['evaluation', 'bank']),
  institution: z.uuid('consent.choose-recipient').optional(),
  branch: z.preprocess((typed) => (typed === '' ? undefined : typed), z.uuid().optional()),
  product: z.uuid().optional(),
  purpose: z.enum(['pre-loan', 'in-loan', 'post-loan', 'renewal']).default('pre-loan'),
  items: z.array(z.string().max(60)).min(1, 'consent.no-items').max(200),
  detail: z.enum(details).default('detail'),
  mode: z.enum(modes).default('view'),
  dataMonths: count(240).optional(),
  validMonths: count(12),
  readsPerDay: count(1_000).default(1_000),
  retentionDays: count(longestRetentionDays),
  returnDirection: z.literal('yes').optional(),
  agree: ticked,
});
export type GrantFields = z.output<typeof GrantForm>;

const recipientOf = (form: GrantFields): ConsentTerms['recipient'] | null => {
  if (form.for === 'evaluation') return { kind: 'platform' };
  if (!form.institution) return null;
  const productId = (form.product ?? null) as ProductId | null;
  const institutionId = form.institution as InstitutionId;
  const branch = form.branch && { branchId: form.branch as BranchId };
  return { kind: 'institution', institutionId, ...branch, productId };
};

/** Evaluation and monitoring go on; everything else serves one matter. */
export const fetchTypeFor = (purpose: Purpose): FetchType =>
  purpose === 'evaluation' || purpose === 'post-loan' ? 'periodic' : 'one-time';

/** The terms that the form describes, counted from today; null when no recipient was chosen. */
export function termsOf(form: GrantFields): GrantInput | null {
  const recipient = recipientOf(form);
  if (!recipient) return null;
  const today = clock.today();
  const purpose = form.for === 'evaluation' ? 'evaluation' : form.purpose;
  return {
    recipient,
    purpose,
    items: form.items,
    detail: form.detail,
    mode: form.mode,
    fetchType: fetchTypeFor(purpose),
    dataFrom: form.dataMonths ? addMonths(today, -form.dataMonths) : null,
    dataTo: null,
    validTo: startOf(addMonths(today, form.validMonths)),
    readsPerDay: form.readsPerDay,
    retentionDays: form.retentionDays,
    returnDirection: recipient.kind === 'institution' && form.returnDirection === 'yes',
  };
}
