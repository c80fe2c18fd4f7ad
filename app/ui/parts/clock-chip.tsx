import { AlarmClock, Clock } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { partsText } from '~/text/parts.ts';
import { showDuration, showInstant } from '~/ui/format.ts';
import { useLocale, useText } from '~/ui/text.ts';
import { toneClasses } from './class-names.ts';
import { signOf } from './sign.tsx';

type ClockChipProps = {
  /** When it is due, as an ISO instant. */
  due: string;
  /** The server's clock when the page was made; the chip counts on from there, never from the reader's clock. */
  now: string;
  label?: string | undefined;
};

const hour = 3_600_000;

const [Ahead, Passed] = [signOf(Clock, 2.25), signOf(AlarmClock, 2.25)];
const ahead = <Ahead className="size-3.5 shrink-0" />;
const passed = <Passed className="size-3.5 shrink-0" />;

/** Time left to a deadline: quiet, then amber in the last day, then red once it has passed. */
export const ClockChip = ({ due, now, label }: ClockChipProps) => useClock(now)(due, label);

/** The chips of a list of deadlines, which all move by one clock. */
export function useClock(now: string): (due: string, label?: string) => ReactNode {
  const t = useText(partsText);
  const locale = useLocale();
  const at = Date.parse(now) + useElapsed();
  return (due, label) => {
    const left = Date.parse(due) - at;
    const tone = left < 0 ? 'bad' : left < 24 * hour ? 'warn' : 'mute';
    const span = showDuration(left, locale);
    return (
      <span className={`badge ${toneClasses[tone]} num`}>
        {left < 0 ? passed : ahead}
        {label ? <span className="font-normal">{label}</span> : null}
        <time dateTime={due} title={t('parts.clock-due', showInstant(due, locale))}>
          {left < 0 ? t('parts.clock-over', span) : t('parts.clock-left', span)}
        </time>
      </span>
    );
  };
}

/** Milliseconds since the page came alive, moving once a minute. */
function useElapsed(): number {
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => setElapsed(performance.now() - start), 60_000);
    return () => clearInterval(timer);
  }, []);
  return elapsed;
}
