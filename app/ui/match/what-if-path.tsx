import { showFen } from '~/text/format.ts';
import { whatIfText } from '~/text/what-if.ts';
import { showDay, showPoints } from '~/ui/format.ts';
import { GradeBadge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { Figure, FigureRow, Money } from '~/ui/parts/figures.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import type { ActShown, PathShown, ProductShown, ProductsShown } from './what-if-shown.ts';

/** What an act is, in words with its price. */
export function useActWord() {
  const t = useText(whatIfText);
  const locale = useLocale();
  return ({ kind, name, records, costFen }: ActShown): string => {
    const item = locale === 'en' ? name.en : name.zh;
    if (kind === 'continue') return t('what-if.continue', item);
    if (kind === 'repair') return t('what-if.repair', item, records);
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
  const brings = useBringsWord();
  const on = showDay(path.on, locale, 'short');
  return (
    <Card title={title}>
      <div className="stack">
        <p className="font-semibold">{t('what-if.path', on, path.grade ?? '')}</p>
        <p>{brings(path.gain, path.on, path)}</p>
        {path.steps.length === 0 ? <p>{t('what-if.wait-only')}</p> : null}
        <ol className="list-decimal pl-5">
          {path.steps.map((step) => (
            <li key={step.id}>
              {word(step)}
              <ActWhen act={step} />
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
          <Figure label={t('what-if.products')} value={t('what-if.products-n', path.opened.length)} />
        </FigureRow>
        <Products {...path} />
      </div>
    </Card>
  );
}

/** When an act counts, and where to begin with a repair. */
export function ActWhen({ act }: { act: ActShown }) {
  const t = useText(whatIfText);
  const locale = useLocale();
  const day = (on: string) => showDay(on, locale, 'short');
  return (
    <span className="block text-sm text-ink-soft">
      {act.opensOn
        ? t('what-if.repair-when', day(act.opensOn), day(act.arrivesOn))
        : t('what-if.arrives', day(act.arrivesOn))}
      {act.record ? (
        <>
          {' · '}
          <TextLink to={`/my/rights/records/${act.record}`}>{t('what-if.repair-open')}</TextLink>
        </>
      ) : null}
    </span>
  );
}

/** What an act or a choice brings, in one sentence: points from a day on, and products that open. */
export function useBringsWord() {
  const t = useText(whatIfText);
  const locale = useLocale();
  return (gain: number, on: string, { opened }: Pick<ProductsShown, 'opened'>): string => {
    const [points, when] = [showPoints(gain, true), showDay(on, locale, 'short')];
    return opened.length === 0
      ? t('what-if.brings', points, when)
      : t('what-if.brings-products', points, when, opened.length);
  };
}

const mostShown = 12;

/** The products that open, each to be read about, and those that no longer would be. */
export function Products({ opened, closed }: ProductsShown) {
  const t = useText(whatIfText);
  const locale = useLocale();
  const nameOf = ({ nameZh, nameEn }: ProductShown) => (locale === 'en' ? nameEn : nameZh);
  return (
    <>
      {opened.length > 0 ? (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {opened.slice(0, mostShown).map((product) => (
            <li key={product.id}>
              <TextLink to={`/products/${product.id}`}>{nameOf(product)}</TextLink>
            </li>
          ))}
        </ul>
      ) : null}
      {closed.length > 0 ? (
        <p className="text-sm text-ink-soft">
          {t(
            'what-if.closed',
            closed
              .slice(0, mostShown)
              .map(nameOf)
              .join(locale === 'en' ? ', ' : '、'),
          )}
        </p>
      ) : null}
    </>
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
