import type { SubmissionResult } from '@conform-to/react';

/** What an action sends back when it could not do what was asked: field errors with what was typed, or a refusal. */
export type FormReply = {
  readonly submission: SubmissionResult<string[]>;
  readonly refusal: { readonly code: string } | null;
  /** The refusal in the reader's language. */
  readonly words: string | null;
  /** What the form's command looked up about what was typed. */
  readonly about?: unknown;
};

/**
 * The reply to one form of a page with several, told apart by the hidden field `intent`; each form shows only its own.
 * Takes what `useActionData` gives.
 */
export function replyTo(reply: unknown, intent?: string): FormReply | null {
  const found = (reply ?? null) as FormReply | null;
  if (!found || intent === undefined) return found;
  return found.submission.initialValue?.intent === intent ? found : null;
}
