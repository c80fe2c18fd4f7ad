import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { cx } from './class-names.ts';

const tones = {
  plain: 'border-line bg-sheet shadow-sheet',
  well: 'border-line bg-well',
  brand: 'border-brand-200 bg-brand-50',
} as const;

type CardProps = {
  title?: ReactNode;
  level?: 2 | 3 | 4 | undefined;
  lede?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  tone?: keyof typeof tones | undefined;
  /** Makes the title a link and the whole card its target. */
  to?: string | undefined;
  /** Lets a table or chart run to the edges. */
  flush?: boolean | undefined;
  id?: string | undefined;
  className?: string | undefined;
  children?: ReactNode;
};

/** A sheet of paper: one subject, its title, its content, what can be done with it. */
export function Card({
  title,
  level = 2,
  lede,
  actions,
  footer,
  tone = 'plain',
  to,
  flush,
  ...rest
}: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <article
      id={rest.id}
      data-part="card"
      className={cx(
        'relative flex min-w-0 flex-col rounded-sheet border',
        tones[tone],
        to && 'transition-colors hover:border-brand-600 has-focus-visible:border-brand-600',
        rest.className,
      )}
    >
      {title || actions ? (
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-(--pad) pt-(--pad) pb-3">
          <div className="min-w-0">
            <Heading className={cx('font-semibold', level === 2 ? 'text-lg' : 'text-base')}>
              {to ? (
                <Link
                  to={to}
                  className="after:absolute after:inset-0 after:rounded-sheet hover:text-brand-700"
                >
                  {title}
                </Link>
              ) : (
                title
              )}
            </Heading>
            {lede ? <p className="mt-0.5 text-sm text-ink-soft">{lede}</p> : null}
          </div>
          {actions ? <div className="relative flex flex-wrap items-center gap-2">{actions}</div> : null}
        </header>
      ) : null}
      <div
        className={cx(
          'min-w-0 flex-1',
          !flush && 'px-(--pad) pb-(--pad)',
          !title && !actions && !flush && 'pt-(--pad)',
        )}
      >
        {rest.children}
      </div>
      {footer ? (
        <footer className="relative border-t border-line px-(--pad) py-3 text-sm text-ink-soft">
          {footer}
        </footer>
      ) : null}
    </article>
  );
}

/** Cards side by side, as many as fit. */
export function CardGrid({ children }: { children: ReactNode }) {
  return <div className="grid-cards">{children}</div>;
}
