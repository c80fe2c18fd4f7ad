import type { ReactNode } from 'react';

/** What is about to be signed and the button for it, in sight wherever one reads on a long page. */
export function StickySign({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <div className="no-print sticky bottom-0 z-10 -mx-4 border-t border-line-strong bg-sheet px-4 py-3 shadow-[0_-6px_16px_-12px_rgb(0_0_0/0.35)] sm:mx-0 sm:rounded-t-sheet sm:border-x">
      <div className="flex flex-col gap-2 sm:flex-row sm:items-center sm:justify-between max-sm:[&>button]:w-full">
        <p className="min-w-0 text-sm text-ink-soft">{summary}</p>
        {children}
      </div>
    </div>
  );
}
