import { cx } from './class-names.ts';
import { FieldFrame, type FieldProps, type FieldWidth, fieldWidths, useField } from './field.tsx';

export type SelectOption = {
  value: string;
  label: string;
  group?: string | undefined;
  disabled?: boolean | undefined;
};

type SelectFieldProps = FieldProps & {
  options: readonly SelectOption[];
  defaultValue?: string | undefined;
  /** The first, empty choice: a prompt, or "all" in a filter. */
  empty?: string | undefined;
  width?: FieldWidth | undefined;
};

const optionOf = (option: SelectOption) => (
  <option key={option.value} value={option.value} disabled={option.disabled}>
    {option.label}
  </option>
);

/** One choice of a short known list, in the browser's own control. */
export function SelectField({ options, defaultValue, empty, width = 'md', ...rest }: SelectFieldProps) {
  const field = useField(rest);
  const groups = [...new Set(options.map((option) => option.group))];
  return (
    <FieldFrame field={field} props={rest}>
      <select
        key={field.typedText ?? defaultValue} // a browser keeps what was chosen, though the address asks for something else by now
        {...field.control}
        defaultValue={field.typedText ?? defaultValue ?? ''}
        className={cx('control pr-8', fieldWidths[width])}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {groups.map((group) => {
          const members = options.filter((option) => option.group === group).map(optionOf);
          return group ? (
            <optgroup key={group} label={group}>
              {members}
            </optgroup>
          ) : (
            members
          );
        })}
      </select>
    </FieldFrame>
  );
}
