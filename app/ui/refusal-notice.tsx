import type { ReactNode } from 'react';
import { refusals } from '~/text/all-refusals.ts';
import { wordRefusal } from '~/text/refusal.ts';
import type { FormReply } from '~/ui/form-reply.ts';
import { Notice } from '~/ui/parts/notice.tsx';
import { useLocale } from '~/ui/text.ts';

/** Why a form was refused, announced, with what to do next; nothing when it was not. */
export function RefusalNotice({ reply, next }: { reply: FormReply | null; next?: ReactNode }) {
  const locale = useLocale();
  if (!reply?.refusal) return null;
  return <Notice live tone="refusal" title={wordRefusal(refusals, reply.refusal, locale)} next={next} />;
}
