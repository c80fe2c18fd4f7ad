import type { ReactNode } from 'react';
import type { FormReply } from '~/ui/form-reply.ts';
import { Notice } from '~/ui/parts/notice.tsx';

/** Why a form was refused, announced, with what to do next; nothing when it was not. */
export function RefusalNotice({ reply, next }: { reply: FormReply | null; next?: ReactNode }) {
  if (!reply?.refusal) return null;
  return <Notice live tone="refusal" title={reply.words} next={next} />;
}
