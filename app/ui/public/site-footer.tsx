import { Link } from '@remix-run/react';
import { publicText } from '~/text/public.ts';
import { Logo } from '~/ui/parts/logo.tsx';
import { useText } from '~/ui/text.ts';

/** The foot of every public page: where everything is. */
export function SiteFooter() {
  const t = useText(publicText);
  const columns = [
    {
      title: t('public.foot-use'),
      links: [
        { to: '/register', label: t('public.register') },
        { to: '/login', label: t('public.sign-in') },
        { to: '/products', label: t('public.products') },
      ],
    },
    {
      title: t('public.foot-rules'),
      links: [
        { to: '/how-scoring-works', label: t('public.how-scored') },
        { to: '/how-matching-works', label: t('public.how-matched') },
        { to: '/catalogue', label: t('public.catalogue') },
        { to: '/verify-receipt', label: t('public.verify-receipt') },
      ],
    },
  ];
  return (
    <footer className="no-print bg-brand-900 text-brand-100">
      <div className="mx-auto grid max-w-6xl gap-8 px-4 py-10 sm:grid-cols-[2fr_1fr_1fr] sm:px-6">
        <div>
          <Logo onDark />
          <p className="mt-3 max-w-sm text-sm text-brand-200">{t('public.foot-about')}</p>
        </div>
        {columns.map((column) => (
          <nav key={column.title} aria-label={column.title}>
            <p className="mb-2 text-sm font-semibold text-white">{column.title}</p>
            <ul>
              {column.links.map((link) => (
                <li key={link.to}>
                  <Link
                    to={link.to}
                    className="inline-block py-1 underline-offset-4 hover:text-white hover:underline focus-visible:outline-white"
                  >
                    {link.label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ))}
      </div>
    </footer>
  );
}
