import type { ReactNode } from 'react';

type EmptyStateProps = { title: ReactNode; children?: ReactNode; action?: ReactNode };

/** Nothing to show, said plainly, with the way to change that. The arch has no deck yet. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center rounded-sheet border border-dashed border-line-strong bg-sheet px-6 py-10 text-center">
      <svg
        aria-hidden
        viewBox="0 0 96 40"
        className="mb-4 h-10 w-24 text-line-strong"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      >
        <path d="M8 32 A40 30 0 0 1 88 32" strokeDasharray="4 5" />
        <path d="M2 32H94" strokeLinecap="round" />
      </svg>
      <p className="font-semibold">{title}</p>
      {children ? <div className="measure mt-1 text-ink-soft">{children}</div> : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  );
}
