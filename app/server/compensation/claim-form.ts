import { z } from 'zod';
import { type DocumentCode, documentCodes } from '~/domain/compensation/document-code.ts';
import { type Day, parseDay } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { type Ppm, ppm } from '~/domain/kernel/rate.ts';
import { lossCauses } from '~/domain/policy/compensation-rules.ts';
import type { NamedDocument } from '~/server/compensation/submit-claim.ts';
import { dayField, yuanField } from '~/server/http/fields.ts';

/** A document is named by two fields: its number and its day. One without the other is asked for. */
const reference = z.string().trim().max(80).optional();
const optionalDay = z.string().optional();

type DocumentFields = { [C in DocumentCode as `reference-${C}` | `on-${C}`]?: string | undefined };

const documentFields = Object.fromEntries(
  documentCodes.flatMap((code) => [
    [`reference-${code}`, reference],
    [`on-${code}`, optionalDay],
  ]),
) as { [K in keyof DocumentFields]-?: typeof reference };

/** The documents that were named; a number without a day that exists is an issue at the field of the day. */
function documentsIn(fields: DocumentFields, context: z.RefinementCtx): NamedDocument[] {
  return documentCodes.flatMap((code) => {
    const [number, on] = [fields[`reference-${code}`] ?? '', parseDay(fields[`on-${code}`] ?? '')];
    if (number === '') return [];
    if (on) return [{ code, reference: number, on }];
    context.addIssue({ code: 'custom', message: 'form.day', path: [`on-${code}`] });
    return [];
  });
}

const orZero = z.preprocess((typed) => typed ?? '0', yuanField) as unknown as z.ZodType<Fen>;

/** What the bank fills in to claim. */
export const ClaimForm = z
  .object({
    determinedOn: dayField as unknown as z.ZodType<Day>,
    causes: z.array(z.enum(lossCauses)).min(1),
    guarantor: orZero,
    insurer: orZero,
    ...documentFields,
  })
  .transform(({ determinedOn, causes, guarantor, insurer, ...fields }, context) => ({
    ...{ determinedOn, causes, guarantor, insurer },
    documents: documentsIn(fields as DocumentFields, context),
  }));

/** What a guarantor fills in to claim: who bears what follows from the contracts. */
export const GuarantorClaimForm = z
  .object({
    determinedOn: dayField as unknown as z.ZodType<Day>,
    causes: z.array(z.enum(lossCauses)).min(1),
    ...documentFields,
  })
  .transform(({ determinedOn, causes, ...fields }, context) => ({
    ...{ determinedOn, causes },
    documents: documentsIn(fields as DocumentFields, context),
  }));

/** What the bank adds to a claim that came back. */
export const CompleteForm = z
  .object({ note: z.string().trim().min(2).max(2000), ...documentFields })
  .transform(({ note, ...fields }, context) => ({
    note,
    documents: documentsIn(fields as DocumentFields, context),
  }));

export const RecoveryForm = z.object({ receivedOn: dayField, gross: yuanField, costs: orZero });

/** A percentage with at most two decimals, as the share that was agreed; empty where none is needed. */
const agreedShare = z
  .string()
  .optional()
  .transform((typed, context): Ppm | null => {
    const text = (typed ?? '').trim().replace(/%$/, '');
    if (text === '') return null;
    const [, whole = '', decimals = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
    const value = whole === '' ? -1 : Number(whole) * 10_000 + Number(decimals.padEnd(2, '0')) * 100;
    if (value >= 0 && value <= 1_000_000) return ppm(value);
    context.addIssue({ code: 'custom', message: 'compensation.share-format' });
    return z.NEVER;
  });

/** What the investigation found. */
export const FindingForm = z.object({
  causes: z.array(z.enum(lossCauses)).min(1),
  agreed: agreedShare,
  guarantor: orZero,
  insurer: orZero,
  note: z.string().trim().max(2000).default(''),
});

export const NoteForm = z.object({ note: z.string().trim().min(2).max(2000) });
