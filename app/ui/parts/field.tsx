import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { cx } from './class-names.ts';
import { controlId, useFormScope } from './form-scope.ts';

/** What every field takes. Error and hint are finished sentences. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Overrides the error that the surrounding form reports for this name. */
  error?: string | readonly string[] | null | undefined;
  id?: string | undefined;
  required?: boolean | undefined;
  /** Says so beside the label. */
  optional?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Keeps the label for screen readers only, where the column heading already says it. */
  labelHidden?: boolean | undefined;
};

const listOf = (error: FieldProps['error']): readonly string[] =>
  typeof error === 'string' ? [error] : (error ?? []);

/** The wiring of a control: its id, its errors, what was typed, and the attributes that tie hint and error to it. */
export function useField(props: FieldProps) {
  const scope = useFormScope();
  const id = props.id ?? controlId(scope.id, props.name);
  const errors = listOf(props.error ?? scope.errors[props.name]);
  const typed = scope.values[props.name];
  const describedBy = [props.hint ? `${id}-hint` : '', errors.length > 0 ? `${id}-error` : ''].filter(
    Boolean,
  );
  return {
    id,
    errors,
    /** What was submitted under this name; `[]` when the form was submitted without it, undefined before. */
    typed: typed ?? (Object.keys(scope.values).length > 0 ? [] : undefined),
    typedText: typeof typed === 'string' ? typed : undefined,
    control: {
      id,
      name: props.name,
      disabled: props.disabled,
      'aria-describedby': describedBy.join(' ') || undefined,
      'aria-invalid': errors.length > 0 || undefined,
      'aria-required': props.required || undefined,
    },
  };
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="measure text-sm text-ink-soft">
      {children}
    </p>
  );
}

export function FieldError({ id, errors }: { id: string; errors: readonly string[] }) {
  const t = useText(partsText);
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm font-medium text-bad">
      <CircleAlert aria-hidden className="mt-0.75 size-4 shrink-0" />
      <span>
        <span className="sr-only">{t('parts.error-prefix')}</span>
        {errors.join(' ')}
      </span>
    </p>
  );
}

type FieldFrameProps = {
  field: ReturnType<typeof useField>;
  props: FieldProps;
  className?: string | undefined;
  children: ReactNode;
};

/** Label, hint, error and control, in the order in which they are read out. */
export function FieldFrame({ field, props, className, children }: FieldFrameProps) {
  const t = useText(partsText);
  return (
    <div className={cx('flex min-w-0 flex-col gap-1.5', className)}>
      <label htmlFor={field.id} className={props.labelHidden ? 'sr-only' : 'font-medium'}>
        {props.label}
        {props.optional ? (
          <span className="ml-2 text-sm font-normal text-ink-faint">{t('parts.optional')}</span>
        ) : null}
      </label>
      {props.hint ? <FieldHint id={`${field.id}-hint`}>{props.hint}</FieldHint> : null}
      {field.errors.length > 0 ? <FieldError id={`${field.id}-error`} errors={field.errors} /> : null}
      {children}
    </div>
  );
}

/** How wide the answer is expected to be: the width of a control hints at its content. */
export const fieldWidths = {
  xs: 'max-w-28',
  sm: 'max-w-48',
  /** As `sm`, with room beside an English unit. */
  amount: 'max-w-48 [:lang(en)_&]:max-w-60',
  md: 'max-w-md',
  full: 'max-w-none',
} as const;

export type FieldWidth = keyof typeof fieldWidths;
