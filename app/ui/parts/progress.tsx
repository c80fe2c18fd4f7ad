import type { ReactNode } from 'react';
import { partsText } from '~/text/parts.ts';
import { showCount } from '~/ui/format.ts';
import { useLocale, useText } from '~/ui/text.ts';

type ProgressBarProps = {
  label: ReactNode;
  /** Leave out while the end is not known. */
  value?: number | undefined;
  max: number;
  /** Instead of "value of max". */
  detail?: ReactNode;
  tone?: 'brand' | 'good' | 'warn' | 'bad' | undefined;
};

/** How far a piece of work has come, or how much of a whole is there. */
export function ProgressBar({ label, value, max, detail, tone = 'brand' }: ProgressBarProps) {
  const t = useText(partsText);
  const locale = useLocale();
  const known =
    value === undefined ? null : t('parts.progress', showCount(value, locale), showCount(max, locale));
  return (
    <label className="block">
      <span className="mb-1 flex items-baseline justify-between gap-4 text-sm">
        <span>{label}</span>
        <span className="num text-ink-soft">{detail ?? known}</span>
      </span>
      <progress value={value} max={max} data-tone={tone} className="block h-2 w-full" />
    </label>
  );
}
