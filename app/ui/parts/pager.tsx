import { ArrowLeft, ArrowRight } from 'lucide-react';
import { partsText } from '~/text/parts.ts';
import { showCount } from '~/ui/format.ts';
import { useLocale, useText } from '~/ui/text.ts';
import { inner } from './inner-links.ts';

type KeysetPagerProps = {
  previous?: string | null | undefined;
  next?: string | null | undefined;
  shown: number;
  total?: number | undefined;
};

const step =
  'inline-flex min-h-10 items-center gap-1.5 rounded-control border border-edge bg-sheet px-3.5 font-medium text-brand-700 hover:border-brand-700 hover:bg-brand-50';

/** To the neighbouring pages of a list that is read by key: there are no page numbers to jump to. */
export function KeysetPager({ previous, next, shown, total }: KeysetPagerProps) {
  const t = useText(partsText);
  const locale = useLocale();
  const count = showCount(shown, locale);
  return (
    <nav aria-label={t('parts.pages')} className="flex flex-wrap items-center justify-between gap-3">
      <p className="num text-sm text-ink-soft">
        {total === undefined ? t('parts.shown', count) : t('parts.shown-of', count, showCount(total, locale))}
      </p>
      {previous || next ? (
        <div className="no-print flex gap-2">
          {previous ? (
            <a {...inner} href={previous} rel="prev" className={step}>
              <ArrowLeft aria-hidden className="size-4" />
              {t('parts.previous')}
            </a>
          ) : null}
          {next ? (
            <a {...inner} href={next} rel="next" className={step}>
              {t('parts.following')}
              <ArrowRight aria-hidden className="size-4" />
            </a>
          ) : null}
        </div>
      ) : null}
    </nav>
  );
}
