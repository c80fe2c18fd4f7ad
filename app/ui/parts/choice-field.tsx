import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import { FieldError, FieldHint, type FieldProps, useField } from './field.tsx';
import { typedList } from './form-scope.ts';

export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** A figure or badge at the end of the card. */
  aside?: ReactNode;
  disabled?: boolean | undefined;
};

type RadioCardsProps = Omit<FieldProps, 'label'> & {
  legend: ReactNode;
  options: readonly Choice[];
  defaultValue?: string | undefined;
  columns?: 1 | 2 | 3 | undefined;
};

const columnClasses = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-2 lg:grid-cols-3' } as const;

/** The surface shared by radio and checkbox choices: the whole card is the target. */
export const choiceCard =
  'flex cursor-pointer items-start gap-3 rounded-control border border-edge bg-sheet px-4 py-3 transition-colors ' +
  'hover:border-brand-600 has-checked:border-brand-700 has-checked:bg-brand-50 has-checked:shadow-[inset_3px_0_0_var(--color-brand-700)] ' +
  'has-focus-visible:outline-3 has-focus-visible:outline-brand-300 has-disabled:cursor-not-allowed has-disabled:border-line has-disabled:bg-well has-disabled:text-ink-soft';

export const tick = 'mt-1 size-4.5 shrink-0 accent-brand-700 focus-visible:outline-none';

/** Label, hint and aside of one choice; the hint is tied to the control by id. */
export function ChoiceFace({ id, choice }: { id: string; choice: Choice }) {
  return (
    <>
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{choice.label}</span>
        {choice.hint ? (
          <span id={`${id}-hint`} className="mt-0.5 block text-sm text-ink-soft">
            {choice.hint}
          </span>
        ) : null}
      </span>
      {choice.aside ? <span className="num shrink-0 text-sm">{choice.aside}</span> : null}
    </>
  );
}

/** One choice of a few that need explaining: each option is a card. */
export function RadioCards({ legend, options, defaultValue, columns = 1, ...rest }: RadioCardsProps) {
  const field = useField({ ...rest, label: legend });
  const chosen = field.typedText ?? defaultValue;
  return (
    <fieldset
      id={field.id}
      tabIndex={-1}
      disabled={rest.disabled}
      aria-describedby={field.control['aria-describedby']}
      className="flex min-w-0 flex-col gap-1.5"
    >
      <legend className="mb-1 font-medium">{legend}</legend>
      {rest.hint ? <FieldHint id={`${field.id}-hint`}>{rest.hint}</FieldHint> : null}
      {field.errors.length > 0 ? <FieldError id={`${field.id}-error`} errors={field.errors} /> : null}
      <div className={cx('grid gap-2', columnClasses[columns])}>
        {options.map((option) => {
          const id = `${field.id}-${option.value.replace(/[^\w-]/g, '-')}`;
          return (
            <label key={option.value} className={choiceCard}>
              <input
                id={id}
                type="radio"
                name={rest.name}
                value={option.value}
                defaultChecked={chosen === option.value}
                disabled={option.disabled}
                aria-describedby={option.hint ? `${id}-hint` : undefined}
                className={tick}
              />
              <ChoiceFace id={id} choice={option} />
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

type CheckboxFieldProps = FieldProps & { value?: string | undefined; defaultChecked?: boolean | undefined };

/** One yes-or-no statement. */
export function CheckboxField({ value = 'yes', defaultChecked, ...rest }: CheckboxFieldProps) {
  const field = useField(rest);
  const typed = typedList(field.typed);
  return (
    <div className="flex flex-col gap-1.5">
      {field.errors.length > 0 ? <FieldError id={`${field.id}-error`} errors={field.errors} /> : null}
      <div className="flex items-start gap-3">
        <input
          {...field.control}
          type="checkbox"
          value={value}
          defaultChecked={typed ? typed.includes(value) : defaultChecked}
          className="mt-1 size-4.5 shrink-0 accent-brand-700"
        />
        <div className="min-w-0">
          <label htmlFor={field.id} className="block">
            {rest.label}
          </label>
          {rest.hint ? <FieldHint id={`${field.id}-hint`}>{rest.hint}</FieldHint> : null}
        </div>
      </div>
    </div>
  );
}
