import { productDraftText } from '~/text/product-draft.ts';
import { showCount } from '~/ui/format.ts';
import { Figure, FigureRow } from '~/ui/parts/figures.tsx';
import { ProgressBar } from '~/ui/parts/progress.tsx';
import type { DraftPageProps } from '~/ui/product/draft-props.ts';
import { useLocale, useText } from '~/ui/text.ts';

/** How many firms the conditions reach, in figures that tell nothing of one firm. */
export function DraftReach({ draft: { reach, isCounting } }: { draft: DraftPageProps }) {
  const t = useText(productDraftText);
  const locale = useLocale();
  if (isCounting) return <ProgressBar label={t('draft.counting')} max={1} />;
  if (!reach) return <p className="text-ink-soft">{t('draft.uncounted')}</p>;
  const told = (count: number | null) =>
    count === null ? t('draft.few', reach.least) : showCount(count, locale);
  return (
    <div className="stack">
      <FigureRow>
        <Figure label={t('draft.passing')} value={told(reach.passing)} />
        <Figure label={t('draft.open')} value={told(reach.open)} />
        {reach.more ? <Figure label={t('draft.more')} value={told(reach.more.count)} /> : null}
        {reach.fewer ? <Figure label={t('draft.fewer')} value={told(reach.fewer.count)} /> : null}
      </FigureRow>
      {reach.firms !== null && reach.passing !== null ? (
        <ProgressBar label={t('draft.passing')} value={reach.passing} max={reach.firms} tone="good" />
      ) : null}
      {reach.more && reach.fewer ? (
        <p>{t('draft.reach-says', told(reach.more.count), told(reach.fewer.count))}</p>
      ) : null}
    </div>
  );
}
