import type { z } from 'zod';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { examplesSchema } from '~/domain/policy/example-schema.ts';
import { bodySchemas } from '~/domain/policy/scheme-schema.ts';
import type { DraftForm } from '~/server/policy/forms.ts';
import type { DraftContent } from '~/server/policy/store-drafts.ts';

/** What a schema found wrong at one place, as a sentence needs it. */
export type Problem = {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly keys?: readonly string[];
};

export type ContentRefusal = {
  readonly code: 'policy.figures-wrong';
  readonly field: 'body' | 'examples';
  readonly problems: readonly Problem[];
};

const mostShown = 8;

/** The first problems of a schema in reading order. */
function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.slice(0, mostShown).map((issue) => ({
    path: issue.path.map((step) => (typeof step === 'number' ? step + 1 : String(step))).join('.'),
    code: issue.code,
    message: issue.message,
    ...('minimum' in issue && { minimum: Number(issue.minimum) }),
    ...('maximum' in issue && { maximum: Number(issue.maximum) }),
    ...(issue.code === 'unrecognized_keys' && { keys: issue.keys }),
  }));
}

/** The content of a draft when body and examples have the shape of their kind, else what is wrong and where. */
export function checkContent(
  kind: 'compensation' | 'subsidy',
  form: DraftForm,
): Result<DraftContent, ContentRefusal> {
  const { validTo = null, body: typedBody, examples: typedExamples, ...rest } = form;
  const body = bodySchemas[kind].safeParse(typedBody);
  if (!body.success)
    return refuse({ code: 'policy.figures-wrong', field: 'body', problems: problemsOf(body.error) });
  const examples = examplesSchema.safeParse(typedExamples);
  if (!examples.success)
    return refuse({ code: 'policy.figures-wrong', field: 'examples', problems: problemsOf(examples.error) });
  return accept({ ...rest, validTo, body: body.data, examples: examples.data });
}
