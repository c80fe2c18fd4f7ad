import { partsText } from '~/text/parts.ts';
import { showPpm } from '~/ui/format.ts';
import { useLocale, useText } from '~/ui/text.ts';
import { ChartFrame, type ChartProps, percent } from './chart-frame.tsx';

/** `value` is a whole number, null where it is kept back; `text` writes it for the reader. */
export type FunnelStep = { label: string; value: number | null; text: string };

type FunnelChartProps = ChartProps & { steps: readonly FunnelStep[] };

const ppmOf = (part: number, whole: number): number => Math.round((part * 1_000_000) / whole);

/** How many reach each step, and what share of the step before, where both are shown. */
export function FunnelChart({ steps, ...head }: FunnelChartProps) {
  const t = useText(partsText);
  const locale = useLocale();
  const top = Math.max(1, steps[0]?.value ?? 0, ...steps.map((step) => step.value ?? 0));
  const shareOf = (index: number) => {
    const before = steps[index - 1]?.value ?? 0;
    const own = steps[index]?.value ?? null;
    return before > 0 && own !== null ? showPpm(ppmOf(own, before), locale, 1) : '—';
  };
  const table = {
    head: [t('parts.chart-step'), t('parts.chart-count'), t('parts.chart-kept')],
    rows: steps.map((step, index) => [step.label, step.text, shareOf(index)]),
  };
  return (
    <ChartFrame {...head} table={table}>
      <ol className="flex flex-col gap-1.5">
        {steps.map((step, index) => (
          <li
            key={step.label}
            className="grid grid-cols-[1fr_auto] items-center gap-x-3 @lg:grid-cols-[minmax(7rem,12rem)_1fr_9rem]"
          >
            <span className="text-sm">{step.label}</span>
            <svg aria-hidden className="order-last col-span-2 h-7 w-full @lg:order-none @lg:col-span-1">
              <rect
                x={percent(0.5 - (step.value ?? 0) / top / 2)}
                width={percent((step.value ?? 0) / top)}
                height="100%"
                rx="2"
                className={index === steps.length - 1 ? 'fill-brand-800' : 'fill-brand-500'}
              />
            </svg>
            <span className="num text-right text-sm">
              <span className="font-semibold">{step.text}</span>
              <span className="ml-2 inline-block min-w-14 text-ink-soft">{shareOf(index)}</span>
            </span>
          </li>
        ))}
      </ol>
    </ChartFrame>
  );
}
