import { publicText } from '~/text/public.ts';
import { TextLink } from '~/ui/parts/button.tsx';
import { useText } from '~/ui/text.ts';
import { Band } from './band.tsx';

/** The three kinds of reader, what each gets, and each one's way in. */
export function WhoItIsFor({ desk }: { desk: string | undefined }) {
  const t = useText(publicText);
  const entry = desk
    ? { to: desk, label: t('public.to-desk') }
    : { to: '/login', label: t('public.sign-in') };
  const readers = [
    {
      name: t('public.who-firm'),
      what: t('public.who-firm-what'),
      links: desk ? [entry] : [{ to: '/register', label: t('public.register') }, entry],
    },
    {
      name: t('public.who-bank'),
      what: t('public.who-bank-what'),
      links: [entry, { to: '/how-scoring-works', label: t('public.how-scored') }],
    },
    {
      name: t('public.who-state'),
      what: t('public.who-state-what'),
      links: [entry, { to: '/catalogue', label: t('public.catalogue') }],
    },
  ];
  return (
    <Band title={t('public.who')}>
      <div className="grid gap-8 md:grid-cols-3">
        {readers.map((reader) => (
          <article key={reader.name} className="flex flex-col border-t-3 border-brand-800 pt-4">
            <h3 className="text-lg font-semibold">{reader.name}</h3>
            <p className="mt-2 flex-1 text-ink-soft">{reader.what}</p>
            <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
              {reader.links.map((link) => (
                <TextLink key={link.to} to={link.to}>
                  {link.label}
                </TextLink>
              ))}
            </p>
          </article>
        ))}
      </div>
    </Band>
  );
}
