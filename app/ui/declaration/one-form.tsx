import type { ReactNode } from 'react';
import { refusals } from '~/text/all-refusals.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { useReply } from '~/ui/command-form.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { PostForm } from '~/ui/parts/form.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { useLocale } from '~/ui/text.ts';

type OneFormProps = {
  readonly intent: string;
  /** The thing that the form is about: the page has one such form for each. */
  readonly id: string;
  readonly firm?: string | undefined;
  readonly ask: ReactNode;
  readonly title: ReactNode;
  readonly tone?: 'plain' | 'danger' | undefined;
  readonly children: ReactNode;
};

/** A command about one of several things on a page: it opens in place and keeps what was typed when it is refused. */
export function OneForm({ intent, id, firm, ask, title, tone, children }: OneFormProps) {
  const locale = useLocale();
  const last = useReply(intent);
  const about = last?.submission.initialValue as { id?: string } | undefined;
  const reply = about?.id === id ? last : null;
  return (
    <ConfirmStep ask={ask} title={title} tone={tone} open={reply !== null}>
      <PostForm id={`${intent}-${id}`} result={reply?.submission ?? null}>
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="id" value={id} />
        {firm ? <input type="hidden" name="firm" value={firm} /> : null}
        {reply?.refusal ? (
          <Notice tone="refusal" live title={wordRefusal(refusals, reply.refusal, locale)} />
        ) : null}
        {children}
      </PostForm>
    </ConfirmStep>
  );
}
