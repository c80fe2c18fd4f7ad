import { Link } from '@remix-run/react';
import { Check } from 'lucide-react';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { cx } from './class-names.ts';

export type Step = { label: string; to?: string | undefined; hint?: string | undefined };

type StepperProps = {
  label: string;
  steps: readonly Step[];
  /** Index of the step the reader is at; the number of steps when all are done. */
  current: number;
};

/** Where a journey stands: done, here, to come. Upright on a phone, level on a desk. */
export function Stepper({ label, steps, current }: StepperProps) {
  return (
    <nav aria-label={label}>
      <ol className="flex flex-col sm:flex-row">
        {steps.map((step, index) => (
          <StepMark
            key={step.label}
            step={step}
            index={index}
            current={current}
            last={index === steps.length - 1}
          />
        ))}
      </ol>
    </nav>
  );
}

type StepMarkProps = { step: Step; index: number; current: number; last: boolean };

const marks = {
  done: 'border-brand-600 bg-brand-600 text-white',
  current: 'border-seal-600 bg-sheet text-seal-600',
  ahead: 'border-line-strong bg-sheet text-ink-soft',
} as const;

function StepMark({ step, index, current, last }: StepMarkProps) {
  const t = useText(partsText);
  const state = index < current ? 'done' : index === current ? 'current' : 'ahead';
  return (
    <li
      aria-current={state === 'current' ? 'step' : undefined}
      className="relative flex min-w-0 flex-1 gap-3 pb-4 last:pb-0 sm:flex-col sm:gap-2 sm:pr-4 sm:pb-0 sm:last:flex-none sm:last:pr-0"
    >
      {last ? null : (
        <span
          aria-hidden
          className={cx(
            'absolute top-8 bottom-0 left-3.75 w-0.5 sm:top-3.75 sm:right-2 sm:bottom-auto sm:left-10 sm:h-0.5 sm:w-auto',
            state === 'done' ? 'bg-brand-600' : 'bg-line-strong',
          )}
        />
      )}
      <span
        aria-hidden
        className={cx(
          'num flex size-8 shrink-0 items-center justify-center rounded-full border-2 text-sm font-semibold',
          marks[state],
        )}
      >
        {state === 'done' ? <Check className="size-4" strokeWidth={2.5} /> : index + 1}
      </span>
      <span className="min-w-0 pt-0.5">
        <span className={cx('block leading-snug', state === 'current' ? 'font-semibold' : 'text-ink-soft')}>
          {step.to && state === 'done' ? (
            <Link
              to={step.to}
              className="underline decoration-line-strong underline-offset-4 hover:text-brand-700"
            >
              {step.label}
            </Link>
          ) : (
            step.label
          )}
          <span className="sr-only"> {t(`parts.step-${state}`)}</span>
        </span>
        {step.hint ? <span className="num block text-sm text-ink-soft">{step.hint}</span> : null}
      </span>
    </li>
  );
}
