import { Eye, KeyRound, Route, Scale } from 'lucide-react';
import { publicText } from '~/text/public.ts';
import { useText } from '~/ui/text.ts';
import { Band } from './band.tsx';

/** The four promises that the product keeps by construction. */
export function Trust() {
  const t = useText(publicText);
  const promises = [
    { icon: KeyRound, title: t('public.trust-consent'), what: t('public.trust-consent-what') },
    { icon: Route, title: t('public.trust-score'), what: t('public.trust-score-what') },
    { icon: Eye, title: t('public.trust-log'), what: t('public.trust-log-what') },
    { icon: Scale, title: t('public.trust-rank'), what: t('public.trust-rank-what') },
  ];
  return (
    <Band sunken title={t('public.trust')}>
      <ul className="grid gap-x-10 gap-y-8 sm:grid-cols-2">
        {promises.map(({ icon: Icon, title, what }) => (
          <li key={title} className="flex gap-4">
            <span className="flex size-11 shrink-0 items-center justify-center rounded-sheet border border-line-strong bg-sheet text-brand-700">
              <Icon aria-hidden className="size-5.5" strokeWidth={1.6} />
            </span>
            <div>
              <h3 className="text-lg font-semibold">{title}</h3>
              <p className="mt-1 text-ink-soft">{what}</p>
            </div>
          </li>
        ))}
      </ul>
    </Band>
  );
}
