import type { ReactNode } from 'react';
import { cx } from './class-names.ts';

type ConfirmStepProps = {
  /** The wording of the button that opens the question. */
  ask: ReactNode;
  title: ReactNode;
  tone?: 'plain' | 'danger' | undefined;
  /** Open from the start: what was asked in it came back with errors. */
  open?: boolean | undefined;
  /** What will happen, and the form that does it. */
  children: ReactNode;
};

const askLooks = {
  plain: 'border-edge bg-sheet text-brand-700 hover:border-brand-700 hover:bg-brand-50',
  danger: 'border-bad bg-sheet text-bad hover:bg-bad-wash',
} as const;

/** A second look before something that matters: the question opens in place, needs no scripts and hides nothing. */
export function ConfirmStep({ ask, title, tone = 'plain', open, children }: ConfirmStepProps) {
  return (
    <details open={open} className="no-print group min-w-0">
      <summary
        className={cx(
          'inline-flex min-h-(--control) list-none items-center rounded-control border px-4 py-1 font-medium leading-tight group-open:rounded-b-none',
          askLooks[tone],
        )}
      >
        {ask}
      </summary>
      <div
        className={cx(
          'max-w-2xl rounded-sheet rounded-tl-none border p-(--pad)',
          tone === 'danger' ? 'border-bad-line bg-bad-wash' : 'border-line-strong bg-well',
        )}
      >
        <p className="font-semibold">{title}</p>
        <div className="stack mt-2 gap-4">{children}</div>
      </div>
    </details>
  );
}
