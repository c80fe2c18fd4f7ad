import { verificationText } from '~/text/verification.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { useText } from '~/ui/text.ts';

export type Answer = 'yes' | 'no' | 'unavailable' | 'withheld' | null;

/** What a department answered; whether it was asked anew or the answer still held. */
export function AnswerWord({ answer, repeated }: { answer: Answer; repeated: boolean }) {
  const t = useText(verificationText);
  return (
    <span className="flex flex-wrap items-baseline gap-2">
      <Badge tone={answer === 'yes' || answer === 'no' ? 'info' : 'warn'}>
        {t(`verify.answer.${answer ?? 'pending'}`)}
      </Badge>
      {repeated ? <span className="text-sm text-ink-soft">{t('verify.repeated')}</span> : null}
    </span>
  );
}
