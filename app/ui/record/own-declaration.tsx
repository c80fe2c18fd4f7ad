import { rightsText } from '~/text/rights.ts';
import { TextLink } from '~/ui/parts/button.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { useText } from '~/ui/text.ts';

/** What the firm said itself it corrects itself. */
export function OwnDeclaration() {
  const t = useText(rightsText);
  return (
    <Notice tone="info" title={t('rights.declared')}>
      {t('rights.declared-lede')} <TextLink to="/my/declaration">{t('rights.declared-to')}</TextLink>
    </Notice>
  );
}
