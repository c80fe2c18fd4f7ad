import { useRevalidator } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { partsText } from '~/text/parts.ts';
import { Button } from '~/ui/parts/button.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { useText } from '~/ui/text.ts';

/** The wait before a page looks again when nothing new came for so long, in milliseconds; null: it stops. Ours. */
export const pauseAfter = (quietMs: number): number | null =>
  quietMs < 60_000 ? 1_500 : quietMs < 300_000 ? 10_000 : null;

type Props = {
  /** Whether the page waits for work that a worker does. */
  readonly waiting: boolean;
  /** How far the work is: looking begins anew whenever this changes. */
  readonly seen: string | number;
};

/** Keeps a page that waits for a worker up to date: more and more slowly while nothing comes, and then it says that it stopped. */
export function LookAgain({ waiting, seen }: Props) {
  const t = useText(partsText);
  const { revalidate } = useRevalidator();
  const [round, setRound] = useState(0);
  const [stopped, setStopped] = useState(false);
  useEffect(() => {
    setStopped(false);
    if (!waiting) return;
    const since = Date.now();
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      const pause = pauseAfter(Date.now() - since);
      if (pause === null) return setStopped(true);
      timer = setTimeout(() => {
        revalidate();
        wait();
      }, pause);
    };
    wait();
    return () => clearTimeout(timer);
  }, [waiting, seen, round, revalidate]);
  if (!stopped) return null;
  const again = () => {
    revalidate();
    setRound(round + 1);
  };
  return (
    <Notice
      tone="warn"
      live
      title={t('parts.stopped-looking')}
      next={
        <Button type="button" variant="secondary" size="sm" onClick={again}>
          {t('parts.look-again')}
        </Button>
      }
    >
      {t('parts.stopped-looking-why')}
    </Notice>
  );
}
