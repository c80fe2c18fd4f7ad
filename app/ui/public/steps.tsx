import { publicText } from '~/text/public.ts';
import { useText } from '~/ui/text.ts';
import { Band } from './band.tsx';

/** Consent, score, match: the way across in three stones. */
export function Steps() {
  const t = useText(publicText);
  const steps = [
    { title: t('public.step-1'), what: t('public.step-1-what') },
    { title: t('public.step-2'), what: t('public.step-2-what') },
    { title: t('public.step-3'), what: t('public.step-3-what') },
  ];
  return (
    <Band title={t('public.steps')} lede={t('public.steps-lede')}>
      <ol className="grid gap-8 md:grid-cols-3">
        {steps.map((step, index) => (
          <li key={step.title} className="relative">
            <svg aria-hidden viewBox="0 0 120 64" className="mb-3 h-16 w-30" fill="none">
              <path
                d="M8 62a52 52 0 0 1 104 0"
                className="stroke-brand-200"
                strokeWidth="10"
                strokeDasharray="22 3"
              />
              <path d="M2 62h116" className="stroke-brand-700" strokeWidth="2" />
              <text
                x="60"
                y="57"
                textAnchor="middle"
                className="num fill-seal-600 font-display text-4xl font-bold"
              >
                {index + 1}
              </text>
            </svg>
            <h3 className="text-lg font-semibold">{step.title}</h3>
            <p className="mt-1.5 text-ink-soft">{step.what}</p>
          </li>
        ))}
      </ol>
    </Band>
  );
}
