import type { ReactNode } from 'react';

type SectionProps = {
  title: ReactNode;
  lede?: ReactNode;
  actions?: ReactNode;
  id?: string | undefined;
  children: ReactNode;
};

/** A part of a page under its own second-level title. */
export function Section({ title, lede, actions, id, children }: SectionProps) {
  return (
    <section id={id} className="stack min-w-0">
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 border-b border-line-strong pb-2">
        <div>
          <h2 className="font-display text-xl font-bold">{title}</h2>
          {lede ? <p className="measure mt-1 text-ink-soft">{lede}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </header>
      {children}
    </section>
  );
}
