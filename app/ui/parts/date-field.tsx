import type { ReactNode } from 'react';
import { FieldFrame, type FieldProps, useField } from './field.tsx';
import { FieldGroup } from './form.tsx';

type DateFieldProps = FieldProps & {
  defaultValue?: string | undefined;
  /** `YYYY-MM-DD` bounds; the server checks them again. */
  min?: string | undefined;
  max?: string | undefined;
  /** `month` asks for `YYYY-MM`. */
  precision?: 'day' | 'month' | undefined;
};

/** A date in the browser's own picker, which is known to the person and reads in their language. */
export function DateField({ defaultValue, min, max, precision = 'day', ...rest }: DateFieldProps) {
  const field = useField(rest);
  return (
    <FieldFrame field={field} props={rest}>
      <input
        {...field.control}
        type={precision === 'month' ? 'month' : 'date'}
        min={min}
        max={max}
        defaultValue={field.typedText ?? defaultValue}
        className="control num max-w-48"
      />
    </FieldFrame>
  );
}

type PeriodFieldProps = {
  legend: ReactNode;
  hint?: ReactNode;
  from: DateFieldProps;
  to: DateFieldProps;
};

/** A period: two dates that answer one question. */
export function PeriodField({ legend, hint, from, to }: PeriodFieldProps) {
  return (
    <FieldGroup legend={legend} hint={hint}>
      <div className="flex flex-col gap-4 sm:flex-row">
        <DateField {...from} />
        <DateField {...to} />
      </div>
    </FieldGroup>
  );
}
