import { verificationText } from '~/text/verification.ts';
import { showFen } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { useLocale, useText } from '~/ui/text.ts';

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

/** A question in words; its text is kept as `any`, `open` or `at-least` with fen. */
export function QuestionWord({ question }: { question: string }) {
  const t = useText(verificationText);
  const locale = useLocale();
  const [kind, amount] = question.split(' ');
  if (kind === 'at-least' && amount) return t('verify.kind.amount', showFen(amount, locale));
  return t(kind === 'open' ? 'verify.kind.open' : 'verify.kind.any');
}
