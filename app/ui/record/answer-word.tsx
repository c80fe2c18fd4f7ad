import { readBands } from '~/domain/catalogue/bands.ts';
import { bandInWords, bandsInWords } from '~/text/band.ts';
import { verificationText } from '~/text/verification.ts';
import { showFen } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type Answer = 'yes' | 'no' | 'band' | 'unavailable' | 'withheld' | null;

/** A question and its answer as they are kept; `unit` is that of the item's quantity. */
export type AnsweredQuestion = {
  readonly question: string;
  readonly answer: Answer;
  readonly band: number | null;
  readonly unit: string | null;
  readonly repeated: boolean;
};

/** What a department answered; whether it was asked anew or the answer still held. */
export function AnswerWord({ question, answer, band, unit, repeated }: AnsweredQuestion) {
  const t = useText(verificationText);
  const locale = useLocale();
  const bands = readBands(question);
  const isGiven = answer === 'yes' || answer === 'no' || answer === 'band';
  return (
    <span className="flex flex-wrap items-baseline gap-2">
      <Badge tone={isGiven ? 'info' : 'warn'}>
        {answer === 'band'
          ? bands && bandInWords(bands, band ?? 0, unit, locale)
          : t(`verify.answer.${answer ?? 'pending'}`)}
      </Badge>
      {repeated ? <span className="text-sm text-ink-soft">{t('verify.repeated')}</span> : null}
    </span>
  );
}

/** A question in words; its text is kept as `any`, `open`, `at-least` with fen, or `band` with its edges. */
export function QuestionWord({ question, unit }: Pick<AnsweredQuestion, 'question' | 'unit'>) {
  const t = useText(verificationText);
  const locale = useLocale();
  const bands = readBands(question);
  if (bands) return t('verify.kind.bands', bandsInWords(bands, unit, locale));
  const [kind, amount] = question.split(' ');
  if (kind === 'at-least' && amount) return t('verify.kind.amount', showFen(amount, locale));
  return t(kind === 'open' ? 'verify.kind.open' : 'verify.kind.any');
}
