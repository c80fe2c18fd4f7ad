import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

type LineFoldProps = {
  readonly name: string;
  /** Faint where nothing is known. */
  readonly isKnown: boolean;
  readonly points: string | null;
  readonly children: ReactNode;
};

/** One line of a score: its name, value and points, which open to what stands behind them. */
export function LineFold({ name, isKnown, points, children }: LineFoldProps) {
  return (
    <details>
      <summary className="flex min-h-11 list-none items-center gap-2 px-(--pad) py-2 hover:bg-brand-50/60">
        <ChevronRight aria-hidden className="turn-open size-4 shrink-0 text-ink-faint" />
        <span className={isKnown ? 'min-w-0 flex-1' : 'min-w-0 flex-1 text-ink-soft'}>{name}</span>
        {points === null ? null : <span className="num whitespace-nowrap">{points}</span>}
      </summary>
      <div className="px-(--pad) pb-4 pl-[calc(var(--pad)+1.5rem)]">{children}</div>
    </details>
  );
}
