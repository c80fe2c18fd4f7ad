import type { ReactNode } from 'react';
import { cx } from '~/ui/parts/class-names.ts';

type BandProps = {
  title: string;
  lede?: string | undefined;
  sunken?: boolean | undefined;
  children: ReactNode;
};

/** A full-width stretch of the landing page under its own title. */
export function Band({ title, lede, sunken, children }: BandProps) {
  return (
    <section className={cx(sunken && 'border-y border-line bg-well')}>
      <div className="mx-auto max-w-6xl px-4 py-12 sm:px-6 lg:py-16">
        <h2 className="font-display text-2xl font-bold sm:text-3xl">{title}</h2>
        {lede ? <p className="measure mt-2 text-ink-soft">{lede}</p> : null}
        <div className="mt-8">{children}</div>
      </div>
    </section>
  );
}
