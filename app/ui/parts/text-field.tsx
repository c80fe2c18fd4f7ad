import type { HTMLInputAutoCompleteAttribute, InputHTMLAttributes, ReactNode } from 'react';
import { cx } from './class-names.ts';
import { FieldFrame, type FieldProps, type FieldWidth, fieldWidths, useField } from './field.tsx';

type TextFieldProps = FieldProps & {
  defaultValue?: string | undefined;
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url' | undefined;
  width?: FieldWidth | undefined;
  autoComplete?: HTMLInputAutoCompleteAttribute | undefined;
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'] | undefined;
  maxLength?: number | undefined;
  placeholder?: string | undefined;
  /** Codes and credit numbers: tabular figures, no spelling marks. */
  code?: boolean | undefined;
  prefix?: ReactNode;
  suffix?: ReactNode;
};

const affix = 'flex items-center border border-edge bg-well px-3 text-ink-soft whitespace-nowrap';

/** One line of text, with an optional unit or sign joined to it. */
export function TextField({
  defaultValue,
  type = 'text',
  width = 'md',
  code,
  prefix,
  suffix,
  ...rest
}: TextFieldProps) {
  const field = useField(rest);
  const kept = type === 'password' ? undefined : (field.typedText ?? defaultValue);
  return (
    <FieldFrame field={field} props={rest}>
      <div className={cx('flex w-full', fieldWidths[width])}>
        {prefix ? <span className={cx(affix, 'rounded-l-control border-r-0')}>{prefix}</span> : null}
        <input
          {...field.control}
          type={type}
          defaultValue={kept}
          autoComplete={rest.autoComplete}
          inputMode={rest.inputMode}
          maxLength={rest.maxLength}
          placeholder={rest.placeholder}
          spellCheck={code ? false : undefined}
          className={cx(
            'control',
            code && 'num tracking-wide',
            prefix && 'rounded-l-none',
            suffix && 'rounded-r-none',
          )}
        />
        {suffix ? <span className={cx(affix, 'rounded-r-control border-l-0')}>{suffix}</span> : null}
      </div>
    </FieldFrame>
  );
}

type TextAreaFieldProps = FieldProps & {
  defaultValue?: string | undefined;
  rows?: number | undefined;
  maxLength?: number | undefined;
  width?: FieldWidth | undefined;
};

/** Several lines of text. */
export function TextAreaField({
  defaultValue,
  rows = 4,
  maxLength,
  width = 'full',
  ...rest
}: TextAreaFieldProps) {
  const field = useField(rest);
  return (
    <FieldFrame field={field} props={rest}>
      <textarea
        {...field.control}
        rows={rows}
        maxLength={maxLength}
        defaultValue={field.typedText ?? defaultValue}
        className={cx('control', fieldWidths[width])}
      />
    </FieldFrame>
  );
}
