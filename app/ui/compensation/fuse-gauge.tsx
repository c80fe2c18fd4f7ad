import { fuseText } from '~/text/compensation-fuse.ts';
import { showPpm } from '~/text/format.ts';
import { ProgressBar } from '~/ui/parts/progress.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type FuseGaugeProps = {
  readonly label: string;
  readonly year: number;
  readonly nowPpm: number;
  readonly limitPpm: number;
  readonly roomFen: string;
  /** Losses of the year, or what is overdue today. */
  readonly measure: 'loss' | 'overdue';
};

/** How far a bank's year is from the fuse: a full bar is the fuse. */
export function FuseGauge({ label, year, nowPpm, limitPpm, roomFen, measure }: FuseGaugeProps) {
  const t = useText(fuseText);
  const locale = useLocale();
  const tone = nowPpm >= limitPpm ? 'bad' : nowPpm * 3 >= limitPpm * 2 ? 'warn' : 'good';
  const [now, limit] = [showPpm(nowPpm, locale), showPpm(limitPpm, locale, 0)];
  return (
    <div className="flex flex-col gap-1">
      <ProgressBar
        label={label}
        value={Math.min(nowPpm, limitPpm)}
        max={limitPpm}
        detail={nowPpm >= limitPpm ? t('comp.fuse.blown') : `${now} / ${limit}`}
        tone={tone}
      />
      <p className="text-sm text-ink-soft">
        {measure === 'overdue'
          ? t('comp.fuse.about-overdue', now, limit, roomFen)
          : t('comp.fuse.about', year, now, limit, roomFen)}
      </p>
    </div>
  );
}
