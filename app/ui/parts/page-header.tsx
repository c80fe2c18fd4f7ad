import { Link } from '@remix-run/react';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';

export type TrailStep = { label: string; to?: string | undefined };

type PageHeaderProps = {
  title: ReactNode;
  lede?: ReactNode;
  /** A short line above the title: whose page, which number. */
  eyebrow?: ReactNode;
  trail?: readonly TrailStep[] | undefined;
  badge?: ReactNode;
  actions?: ReactNode;
};

/** The title of the page, where it stands, and what can be done on it. Renders the only h1. */
export function PageHeader({ title, lede, eyebrow, trail, badge, actions }: PageHeaderProps) {
  return (
    <header className="mb-(--gap) flex flex-col gap-3">
      {trail && trail.length > 0 ? <Trail steps={trail} /> : null}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="min-w-0">
          {eyebrow ? <p className="num mb-1 text-sm text-ink-soft">{eyebrow}</p> : null}
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="font-display text-2xl font-bold leading-tight sm:text-3xl">{title}</h1>
            {badge}
          </div>
          {lede ? <p className="measure mt-2 text-ink-soft">{lede}</p> : null}
        </div>
        {actions ? <div className="no-print flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
    </header>
  );
}

function Trail({ steps }: { steps: readonly TrailStep[] }) {
  const t = useText(partsText);
  return (
    <nav aria-label={t('parts.trail')} className="no-print text-sm">
      <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-ink-soft">
        {steps.map((step, index) => (
          <li key={step.label} className="flex items-center gap-1.5">
            {index > 0 ? <ChevronRight aria-hidden className="size-3.5 text-ink-faint" /> : null}
            {step.to ? (
              <Link
                to={step.to}
                className="inline-block py-0.5 underline decoration-line-strong underline-offset-4 hover:text-brand-700"
              >
                {step.label}
              </Link>
            ) : (
              <span aria-current="page">{step.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
