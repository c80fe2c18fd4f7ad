import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { type MetricCode, recordsOf } from '~/domain/overview/metric.ts';
import { publicText } from '~/text/public.ts';
import { showCompact, showCount } from '~/ui/format.ts';
import { useViewer } from '~/ui/overview/viewer.ts';
import { LinkButton } from '~/ui/parts/button.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { BridgeDrawing } from './bridge-drawing.tsx';
import { ProductZones, type ZoneEntry } from './product-zones.tsx';
import { Steps } from './steps.tsx';
import { Trust } from './trust.tsx';
import { WhoItIsFor } from './who-it-is-for.tsx';

export type LandingFigures = { firms: number; banks: number; products: number; loans: number };

export type LandingProps = {
  /** Counted now, never written by hand. */
  figures: LandingFigures;
  zones: readonly ZoneEntry[];
  /** The desk of who is signed in. */
  desk?: string | undefined;
};

/** What this is, for whom, and why it can be trusted: in that order, in ten seconds. Draws full-width bands. */
export function Landing({ figures, zones, desk }: LandingProps) {
  return (
    <>
      <Hero desk={desk} />
      <FigureBand figures={figures} />
      <Steps />
      <ProductZones zones={zones} />
      <WhoItIsFor desk={desk} />
      <Trust />
    </>
  );
}

function Hero({ desk }: { desk: string | undefined }) {
  const t = useText(publicText);
  return (
    <div className="mx-auto grid max-w-6xl items-center gap-10 px-4 pt-10 pb-12 sm:px-6 lg:grid-cols-[1.05fr_1fr] lg:pt-16 lg:pb-20">
      <div>
        <p className="mb-3 flex items-center gap-3 text-sm font-semibold text-seal-600">
          <span aria-hidden className="h-px w-8 bg-seal-600" />
          {t('public.eyebrow')}
        </p>
        <h1 className="font-display text-4xl leading-tight font-bold whitespace-pre-line sm:text-5xl sm:leading-tight">
          {t('public.headline')}
        </h1>
        <p className="mt-5 max-w-xl text-lg leading-relaxed text-ink-soft">{t('public.lede')}</p>
        <div className="mt-8 flex flex-wrap gap-3">
          <LinkButton to={desk ?? '/register'} size="lg">
            {t(desk ? 'public.to-desk' : 'public.register')}
          </LinkButton>
          <LinkButton to="/products" size="lg" variant="secondary">
            {t('public.see-products')}
          </LinkButton>
        </div>
        <p className="mt-4 text-sm text-ink-soft">{t('public.free')}</p>
      </div>
      <BridgeDrawing />
    </div>
  );
}

/** The platform's own counts, on ink. */
function FigureBand({ figures }: { figures: LandingFigures }) {
  const t = useText(publicText);
  const locale = useLocale();
  const viewer = useViewer() ?? 'visitor';
  const entries: readonly { code: MetricCode; label: string; value: number }[] = [
    { code: 'province.firms', label: t('public.figure-firms'), value: figures.firms },
    { code: 'province.banks', label: t('public.figure-banks'), value: figures.banks },
    { code: 'province.products', label: t('public.figure-products'), value: figures.products },
    { code: 'province.loans', label: t('public.figure-loans'), value: figures.loans },
  ];
  return (
    <section
      aria-label={t('public.figures')}
      className="bg-brand-900 text-white print:bg-transparent print:text-ink"
    >
      <dl className="mx-auto grid max-w-6xl grid-cols-2 gap-y-6 px-4 py-8 sm:px-6 md:grid-cols-4">
        {entries.map((entry) => (
          <div key={entry.code} className="flex flex-col-reverse border-l border-brand-500 pl-4">
            <dt className="text-sm text-brand-200 print:text-ink-soft">{entry.label}</dt>
            <dd className="num text-3xl leading-tight font-semibold sm:text-4xl">
              <Opened to={recordsOf(entry.code, viewer)}>
                {entry.value < 100_000 ? showCount(entry.value, locale) : showCompact(entry.value, locale)}
              </Opened>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A figure as a link to its records, where the reader may see them. */
function Opened({ to, children }: { to: string | null; children: ReactNode }) {
  if (!to) return <>{children}</>;
  return (
    <Link to={to} className="underline decoration-2 underline-offset-8">
      {children}
    </Link>
  );
}
