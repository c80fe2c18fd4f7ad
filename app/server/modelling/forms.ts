import { z } from 'zod';
import { cardRoles } from '~/domain/modelling/role.ts';
import { parseMonotone } from '~/domain/score/training/monotone.ts';
import { modelForms } from '~/server/modelling/export-model.ts';

export const versionText = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/);
/** A wish of monotone bins such as `debt+,years-`; empty asks for nothing. */
export const monotoneText = z
  .string()
  .max(600)
  .default('')
  .transform((text, context) => {
    const wish = parseMonotone(text);
    if (wish) return wish;
    context.addIssue({ code: 'custom', message: 'modelling.monotone-form' });
    return z.NEVER;
  });
export const cardParams = z.object({ version: versionText });
export const cardFileParams = cardParams.extend({ form: z.enum(modelForms) });

/** A card with a thousand bins is some hundred kilobytes. */
export const mostCardBytes = 4_000_000;

export const importForm = z.object({
  intent: z.literal('import'),
  version: versionText,
  purpose: z.string().trim().min(2).max(200),
  file: z.instanceof(File),
});
export const trainForm = z.object({
  intent: z.literal('train'),
  version: versionText,
  purpose: z.string().trim().min(2).max(200),
  monotone: monotoneText,
});
export const monitorForm = z.object({ intent: z.literal('monitor') });
export const proposeForm = z.object({
  intent: z.literal('propose'),
  toRole: z.enum(cardRoles),
  reason: z.string().trim().min(4).max(500),
});
export const decideForm = z.object({ intent: z.enum(['approve', 'refuse']), id: z.uuid() });
export const firmQuery = z.object({ firm: z.string().trim().max(60).optional().catch(undefined) });

/** Half a million lines of code and label. */
export const mostOutcomeBytes = 12_000_000;
export const studyForm = z.object({ name: z.string().trim().min(2).max(80), file: z.instanceof(File) });

const emptyAsNull = (text: string | undefined): string | null => (text ? text : null);
export const publicQuery = z.object({
  region: z
    .string()
    .regex(/^\d{0,6}$/)
    .optional()
    .transform(emptyAsNull),
  section: z
    .string()
    .regex(/^[A-T]?$/)
    .optional()
    .transform(emptyAsNull),
});
