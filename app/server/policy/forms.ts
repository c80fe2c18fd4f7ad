import { z } from 'zod';
import type { Day } from '~/domain/kernel/day.ts';
import { readScheme } from '~/domain/policy/editor/read.ts';
import type { Entries } from '~/domain/policy/editor/value.ts';
import { dayField, yuanField } from '~/server/http/fields.ts';

const text = (most: number) => z.string('form.required').trim().min(2, 'form.required').max(most);

/** A JSON text of an object or a list; whether its figures make sense is for the schema of the scheme. */
const jsonField = z.string('form.required').transform((typed, context): object => {
  try {
    const read: unknown = JSON.parse(typed);
    if (typeof read === 'object' && read !== null) return read;
  } catch {
    // Worded below: the reader learns that it is no JSON, not where the parser stopped.
  }
  context.addIssue({ code: 'custom', message: 'policy.json-unreadable' });
  return z.NEVER;
});

const optionalDay = z.preprocess((typed) => (typed === '' ? undefined : typed), dayField.optional());

const linesField = z
  .string()
  .optional()
  .transform((typed) => (typed ?? '').split('\n').flatMap((line) => line.trim() || []));

/** What a draft says beside its rules and examples. */
const head = {
  nameZh: text(100),
  nameEn: text(160),
  legalBasis: text(300),
  legalBasisEn: text(500),
  jurisdiction: z
    .string('form.required')
    .trim()
    .regex(/^(CN|\d{6})$/, 'policy.jurisdiction-form'),
  validFrom: dayField,
  validTo: optionalDay,
  unverified: linesField,
  note: text(500),
};
type Dated = { readonly validFrom: Day; readonly validTo?: Day | undefined };
const inOrder = ({ validFrom, validTo }: Dated) => validTo === undefined || validFrom <= validTo;
const orderIssue = { message: 'policy.dates-order', path: ['validTo'] };

/** Everything that a draft of a version says, its rules and examples as JSON. */
export const draftForm = z
  .object({ ...head, body: jsonField, examples: jsonField })
  .refine(inOrder, orderIssue);
export type DraftForm = z.output<typeof draftForm>;

/** The same with every figure in a field of its own; what is wrong is said at the field. */
export const editorForm: z.ZodType<DraftForm> = z
  .object({ ...head, kind: z.enum(['compensation', 'subsidy']) })
  .loose()
  .refine(inOrder, orderIssue)
  .transform((typed, context): DraftForm => {
    const {
      kind,
      nameZh,
      nameEn,
      legalBasis,
      legalBasisEn,
      jurisdiction,
      validFrom,
      validTo,
      unverified,
      note,
    } = typed;
    const { body, examples, problems } = readScheme(kind, typed as unknown as Entries);
    for (const { name, code = 'custom', ...problem } of problems)
      context.addIssue({ ...problem, code, path: [name], input: undefined } as never);
    return {
      ...{ nameZh, nameEn, legalBasis, legalBasisEn, jurisdiction, validFrom, validTo, unverified, note },
      ...{ body, examples },
    };
  });

export const startForm = z.object({ version: z.coerce.number().int().min(1) });
export const nothingForm = z.object({});

export const schemeParams = z.object({ code: z.string().regex(/^[a-z0-9][a-z0-9-]{1,60}$/) });
export const draftParams = z.object({ id: z.uuid() });
export const draftQuery = z.object({
  view: z.enum(['form', 'json']).catch('form'),
  form: z.string().max(40).optional().catch(undefined),
});
export const versionQuery = z.object({ version: z.coerce.number().int().min(1).optional().catch(undefined) });
export const compareQuery = z.object({
  from: z.coerce.number().int().min(1).optional().catch(undefined),
  to: z.coerce.number().int().min(1).optional().catch(undefined),
});
export const listQuery = z.object({
  kind: z.enum(['compensation', 'subsidy']).optional().catch(undefined),
  standing: z.enum(['in-force', 'ahead', 'ended']).optional().catch(undefined),
  text: z.string().trim().max(60).optional(),
});
export type ListQuery = z.output<typeof listQuery>;

const yearsMost = 20;

/** A replay: what, over which loans, with which pool. */
export const simulationForm = z
  .object({
    what: z
      .string('form.choice')
      .regex(/^(draft:[0-9a-f-]{36}|[a-z0-9][a-z0-9-]{1,60}@\d{1,4})$/, 'form.choice'),
    from: dayField,
    to: dayField,
    pool: z.preprocess((typed) => (typed === '' ? undefined : typed), yuanField.optional()),
    file: z
      .instanceof(File)
      .optional()
      .transform((file) => (file && file.size > 0 ? file : undefined)),
  })
  .refine(({ from, to }) => from <= to, { message: 'policy.dates-order', path: ['to'] })
  .refine(({ from, to }) => Number(to.slice(0, 4)) - Number(from.slice(0, 4)) <= yearsMost, {
    message: 'policy.window-long',
    path: ['from'],
  });

export const simulationsQuery = z.object({
  scheme: z.string().max(80).optional(),
  version: z.coerce.number().int().min(1).optional().catch(undefined),
  draft: z.uuid().optional().catch(undefined),
});
