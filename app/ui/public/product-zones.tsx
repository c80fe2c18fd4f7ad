import { Link } from '@remix-run/react';
import { ArrowRight } from 'lucide-react';
import { publicText } from '~/text/public.ts';
import { LinkButton } from '~/ui/parts/button.tsx';
import { useText } from '~/ui/text.ts';
import { Band } from './band.tsx';

export type ZoneEntry = { key: string; label: string; products: number; to: string };

/** The shelf by zone, each with how many products stand in it. */
export function ProductZones({ zones }: { zones: readonly ZoneEntry[] }) {
  const t = useText(publicText);
  if (zones.length === 0) return null;
  return (
    <Band sunken title={t('public.zones')} lede={t('public.zones-lede')}>
      <ul className="grid gap-px overflow-hidden rounded-sheet border border-line-strong bg-sheet sm:grid-cols-2 lg:grid-cols-4">
        {zones.map((zone) => (
          <li key={zone.key} className="bg-sheet outline-1 outline-line-strong">
            <Link
              to={zone.to}
              className="group flex h-full min-h-16 items-center justify-between gap-3 px-5 py-4 hover:bg-brand-50 focus-visible:-outline-offset-3"
            >
              <span className="font-medium">{zone.label}</span>
              <span className="num flex items-center gap-2 text-sm whitespace-nowrap text-ink-soft">
                {t('public.zone-count', zone.products)}
                <ArrowRight aria-hidden className="size-4 text-ink-faint group-hover:text-seal-600" />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <div className="mt-6">
        <LinkButton to="/products" variant="secondary">
          {t('public.all-products')}
        </LinkButton>
      </div>
    </Band>
  );
}
