import { partsText } from '~/text/parts.ts';
import { fenToInput } from '~/ui/format.ts';
import { useText } from '~/ui/text.ts';
import type { FieldProps, FieldWidth } from './field.tsx';
import { TextField } from './text-field.tsx';

type AmountFieldProps = FieldProps & {
  /** The unit the person writes in; the server reads the text with the same unit. */
  unit: 'yuan' | 'wan';
  defaultFen?: string | bigint | undefined;
  defaultValue?: string | undefined;
  width?: FieldWidth | undefined;
};

/** An amount of money as text in yuan or 万元: never a number input, which rounds and scrolls. */
export function AmountField({ unit, defaultFen, defaultValue, width = 'amount', ...rest }: AmountFieldProps) {
  const t = useText(partsText);
  const given = defaultValue ?? (defaultFen === undefined ? undefined : fenToInput(defaultFen, unit));
  return (
    <TextField
      {...rest}
      code
      width={width}
      inputMode="decimal"
      autoComplete="off"
      defaultValue={given}
      suffix={t(unit === 'wan' ? 'parts.unit-wan' : 'parts.unit-yuan')}
    />
  );
}

type NumberFieldProps = FieldProps & {
  defaultValue?: string | number | undefined;
  unit?: string | undefined;
  decimal?: boolean | undefined;
  width?: FieldWidth | undefined;
};

/** A count, a term or a percentage, as text with a numeric keypad and its unit beside it. */
export function NumberField({ unit, decimal, defaultValue, width = 'xs', ...rest }: NumberFieldProps) {
  return (
    <TextField
      {...rest}
      code
      width={unit ? 'sm' : width}
      inputMode={decimal ? 'decimal' : 'numeric'}
      autoComplete="off"
      defaultValue={defaultValue === undefined ? undefined : String(defaultValue)}
      suffix={unit}
    />
  );
}
