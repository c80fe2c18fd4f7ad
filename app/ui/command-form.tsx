import type { SubmissionResult } from '@conform-to/react';
import { useActionData } from '@remix-run/react';
import type { ComponentProps, ReactNode } from 'react';
import { PostForm } from '~/ui/parts/form.tsx';
import { Notice } from '~/ui/parts/notice.tsx';

type Reply = {
  readonly submission: SubmissionResult<string[]>;
  readonly refusal: { readonly code: string } | null;
  readonly words: string | null;
};

/** The field in which a form names itself, so that the answer finds it among others of the same command. */
export const formField = 'form';

/**
 * What the last command of this page answered, if it was this form's: of this `intent`, without one the page's only
 * command, and, where a page has the form once a row, of this `form`.
 */
export function useReply(intent?: string, form?: string): Reply | null {
  const reply = useActionData<unknown>() as Reply | undefined;
  if (!reply || typeof reply !== 'object' || !('submission' in reply)) return null;
  const typed = (reply.submission.initialValue ?? {}) as { intent?: string; [formField]?: string };
  if (intent !== undefined && typed.intent !== intent) return null;
  return form === undefined || typed[formField] === undefined || typed[formField] === form ? reply : null;
}

type CommandFormProps = Omit<ComponentProps<typeof PostForm>, 'result' | 'errors' | 'values'> & {
  /** Names the command on a page with several forms. */
  intent?: string | undefined;
  /** Links or hints under a refusal: what can be done next. */
  next?: ReactNode;
};

/** A form of a `command()`: field errors, everything that was typed, and a refusal worded above the fields. */
export function CommandForm({ intent, next, children, ...form }: CommandFormProps) {
  const id = form.id ?? intent ?? 'f';
  const reply = useReply(intent, id);
  return (
    <PostForm {...form} id={id} result={reply?.submission ?? null}>
      <input type="hidden" name={formField} value={id} />
      {intent ? <input type="hidden" name="intent" value={intent} /> : null}
      {reply?.refusal ? <Notice tone="refusal" live title={reply.words} next={next} /> : null}
      {children}
    </PostForm>
  );
}
