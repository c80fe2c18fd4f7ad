import { AlarmClock, Clock } from 'lucide-react';
import { useEffect, useState } from 'react';
import { partsText } from '~/text/parts.ts';
import { showDuration, showInstant } from '~/ui/format.ts';
import { useLocale, useText } from '~/ui/text.ts';
import { Badge } from './badge.tsx';

type ClockChipProps = {
  /** When it is due, as an ISO instant. */
  due: string;
  /** The server's clock when the page was made; the chip counts on from there, never from the reader's clock. */
  now: string;
  label?: string | undefined;
};

const hour = 3_600_000;

/** Time left to a deadline: quiet, then amber in the last day, then red once it has passed. */
export function ClockChip({ due, now, label }: ClockChipProps) {
  const t = useText(partsText);
  const locale = useLocale();
  const left = Date.parse(due) - Date.parse(now) - useElapsed();
  const tone = left < 0 ? 'bad' : left < 24 * hour ? 'warn' : 'mute';
  const span = showDuration(left, locale);
  return (
    <Badge tone={tone} icon={left < 0 ? AlarmClock : Clock} className="num">
      {label ? <span className="font-normal">{label}</span> : null}
      <time dateTime={due} title={t('parts.clock-due', showInstant(due, locale))}>
        {left < 0 ? t('parts.clock-over', span) : t('parts.clock-left', span)}
      </time>
    </Badge>
  );
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
