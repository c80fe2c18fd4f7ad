import { readBands } from '~/domain/catalogue/bands.ts';
import { bandInWords, bandsInWords } from '~/text/band.ts';
import { privacyText } from '~/text/privacy.ts';
import { showFen } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import type { AskedShown, PersonState } from './privacy-shown.ts';

const tones = {
  asked: 'info',
  refused: 'mute',
  'link-expired': 'warn',
  active: 'good',
  expired: 'mute',
  withdrawn: 'mute',
  erased: 'mute',
} as const satisfies Record<PersonState, string>;

export function PersonStateBadge({ state }: { state: PersonState }) {
  const t = useText(privacyText);
  return <Badge tone={tones[state]}>{t(`privacy.state.${state}`)}</Badge>;
}

/** A question in words; its text is kept as `any`, `open`, `at-least` with fen, or `band` with its edges. */
export function QuestionWords({ question }: { question: string }) {
  const t = useText(privacyText);
  const locale = useLocale();
  const bands = readBands(question);
  if (bands) return t('privacy.kind.bands', bandsInWords(bands, null, locale));
  const [kind, amount] = question.split(' ');
  if (kind === 'at-least' && amount) return t('privacy.kind.amount', showFen(amount, locale));
  return t(kind === 'open' ? 'privacy.kind.open' : 'privacy.kind.any');
}

export function AnswerBadge({ question, answer, band }: Pick<AskedShown, 'question' | 'answer' | 'band'>) {
  const t = useText(privacyText);
  const locale = useLocale();
  const bands = readBands(question);
  if (answer === null) return <Badge tone="warn">{t('privacy.answer.refused')}</Badge>;
  if (bands && band !== null) return <Badge tone="info">{bandInWords(bands, band, null, locale)}</Badge>;
  return <Badge tone="info">{t(answer ? 'privacy.answer.yes' : 'privacy.answer.no')}</Badge>;
}
