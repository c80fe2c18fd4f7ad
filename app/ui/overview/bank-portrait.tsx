import { refusals } from '~/text/all-refusals.ts';
import { bankText } from '~/text/application-bank.ts';
import { portraitText } from '~/text/portrait.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { Notice } from '~/ui/parts/notice.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { PortraitParts, type PortraitShown } from './portrait-page.tsx';

/** A portrait that a consent opened, or why it opened none. */
export type BankPortraitShown =
  | { readonly granted: true; readonly portrait: PortraitShown & { readonly isClosed: boolean } }
  | { readonly granted: false; readonly refusal: { readonly code: string } };

/** The portrait of an applicant in the file of its bank. */
export function BankPortrait(shown: BankPortraitShown) {
  const t = useText(portraitText);
  const file = useText(bankText);
  const locale = useLocale();
  if (!shown.granted)
    return (
      <Notice tone="refusal" title={file('file.refused')} next={file('file.refused-next')}>
        {wordRefusal(refusals, shown.refusal, locale)}
      </Notice>
    );
  const { portrait } = shown;
  return (
    <div className="stack-lg min-w-0">
      <p className="text-sm text-ink-soft">{t('portrait.bank-lede')}</p>
      <PortraitParts
        portrait={portrait}
        withoutScore={t(portrait.isClosed ? 'portrait.score-closed' : 'portrait.no-score')}
      />
    </div>
  );
}
