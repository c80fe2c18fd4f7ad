import { restatementText } from '~/text/restatement.ts';
import { TextLink } from '~/ui/parts/button.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { useText } from '~/ui/text.ts';
import type { RestatementShown } from './restatement-table.tsx';

type Waiting = { readonly id: string; readonly kind: string; readonly cause: string };

/** A flag on an application whose records or score were restated and that nobody has looked at again. */
export function RestatedFlag({ notices }: { notices: readonly Waiting[] }) {
  const t = useText(restatementText);
  return notices.map(({ id, kind, cause }) => (
    <Notice
      key={id}
      tone="warn"
      title={t(kind === 'second-look' ? 'restatement.kind.second-look' : 'restatement.kind.open-application')}
      next={<TextLink to={`/bank/restatements/${id}`}>{t('restatement.handle')}</TextLink>}
    >
      {t(`restatement.cause.${cause as RestatementShown['cause']}`)}
    </Notice>
  ));
}
