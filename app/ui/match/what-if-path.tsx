import { showFen } from '~/text/format.ts';
import { whatIfText } from '~/text/what-if.ts';
import { showDay, showPoints } from '~/ui/format.ts';
import { GradeBadge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { Figure, FigureRow, Money } from '~/ui/parts/figures.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import type { ActShown, PathShown, ProductShown } from './what-if-shown.ts';

/** What an act is, in words with its price. */
export function useActWord() {
  const t = useText(whatIfText);
  const locale = useLocale();
  return ({ kind, name, records, costFen }: ActShown): string => {
    const item = locale === 'en' ? name.en : name.zh;
    if (kind === 'continue') return t('what-if.continue', item);
    return costFen === null
      ? t('what-if.settle', item, records)
      : t('what-if.settle-owed', item, showFen(costFen, locale));
  };
}

/** A way to the next grade: when, for how much, step by step. */
export function PathCard({ title, path }: { title: string; path: PathShown }) {
  const t = useText(whatIfText);
  const locale = useLocale();
  const word = useActWord();
  const on = showDay(path.on, locale, 'short');
  return (
    <Card title={title}>
      <div className="stack">
        <p className="font-semibold">{t('what-if.path', on, path.grade ?? '')}</p>
        {path.steps.length === 0 ? <p>{t('what-if.wait-only')}</p> : null}
        <ol className="list-decimal pl-5">
          {path.steps.map((step) => (
            <li key={step.id}>
              {word(step)}
              <span className="block text-sm text-ink-soft">
                {t('what-if.arrives', showDay(step.arrivesOn, locale, 'short'))}
              </span>
            </li>
          ))}
        </ol>
        <FigureRow>
          <Figure label={t('what-if.cost')} value={<Money fen={path.costFen} />} />
          <Figure
            label={t('what-if.points')}
            value={path.milliPoints === null ? '—' : showPoints(path.milliPoints)}
            note={showPoints(path.gain, true)}
          />
          <Figure label={t('what-if.products')} value={t('what-if.products-n', path.products.length)} />
        </FigureRow>
        <Products products={path.products} />
      </div>
    </Card>
  );
}

/** The products that open, each to be read about. */
export function Products({ products }: { products: readonly ProductShown[] }) {
  const locale = useLocale();
  if (products.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {products.slice(0, 12).map(({ id, nameZh, nameEn }) => (
        <li key={id}>
          <TextLink to={`/products/${id}`}>{locale === 'en' ? nameEn : nameZh}</TextLink>
        </li>
      ))}
    </ul>
  );
}

/** A grade with its points. */
export function GradeAndPoints({
  milliPoints,
  grade,
}: {
  milliPoints: number | null;
  grade: PathShown['grade'];
}) {
  return (
    <span className="inline-flex items-center gap-2">
      {milliPoints === null ? '—' : showPoints(milliPoints)}
      {grade ? <GradeBadge grade={grade} /> : null}
    </span>
  );
}
