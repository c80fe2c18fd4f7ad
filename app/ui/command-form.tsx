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

/** What the last command of this page answered, if it was this form's; without `intent`, the page's only form. */
export function useReply(intent?: string): Reply | null {
  const reply = useActionData<unknown>() as Reply | undefined;
  if (!reply || typeof reply !== 'object' || !('submission' in reply)) return null;
  const answered = (reply.submission.initialValue as { intent?: string } | undefined)?.intent;
  return intent === undefined || answered === intent ? reply : null;
}

type CommandFormProps = Omit<ComponentProps<typeof PostForm>, 'result' | 'errors' | 'values'> & {
  /** Names the command on a page with several forms. */
  intent?: string | undefined;
  /** Links or hints under a refusal: what can be done next. */
  next?: ReactNode;
};

/** A form of a `command()`: field errors, everything that was typed, and a refusal worded above the fields. */
export function CommandForm({ intent, next, children, ...form }: CommandFormProps) {
  const reply = useReply(intent);
  return (
    <PostForm id={intent ?? 'f'} {...form} result={reply?.submission ?? null}>
      {intent ? <input type="hidden" name="intent" value={intent} /> : null}
      {reply?.refusal ? <Notice tone="refusal" live title={reply.words} next={next} /> : null}
      {children}
    </PostForm>
  );
}
