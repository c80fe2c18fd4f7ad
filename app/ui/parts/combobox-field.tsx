import { useFetcher } from '@remix-run/react';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { Button } from './button.tsx';
import { FieldFrame, type FieldProps, type FieldWidth, fieldWidths, useField } from './field.tsx';

export type ComboboxOption = { value: string; label: string };

type ComboboxFieldProps = FieldProps & {
  options: readonly ComboboxOption[];
  defaultValue?: string | undefined;
  /** A resource route that answers `?q=` with `{ options }`, for lists too long to ship. */
  loadFrom?: string | undefined;
  /** Names the submit button that searches without scripts: the action sees `searchIntent=name`. */
  searchIntent?: string | undefined;
  width?: FieldWidth | undefined;
};

/**
 * A long list searched by typing. The browser's own input and datalist, so it works without scripts and the form
 * submits the typed text: give options values that the server can read (a code, or a code and its name).
 */
export function ComboboxField({
  options,
  defaultValue,
  loadFrom,
  searchIntent,
  width = 'md',
  ...rest
}: ComboboxFieldProps) {
  const t = useText(partsText);
  const field = useField(rest);
  const { found, seek } = useLoadedOptions(loadFrom);
  const shown = found ?? options;
  return (
    <FieldFrame field={field} props={rest}>
      <div className={`flex items-stretch gap-2 ${fieldWidths[width]}`}>
        <input
          {...field.control}
          type="text"
          list={`${field.id}-options`}
          autoComplete="off"
          spellCheck={false}
          defaultValue={field.typedText ?? defaultValue}
          onInput={(event) => seek(event.currentTarget.value)}
          className="control"
        />
        {searchIntent ? (
          <Button
            variant="secondary"
            className="shrink-0 whitespace-nowrap"
            icon={Search}
            name={searchIntent}
            value={rest.name}
          >
            {t('parts.search')}
          </Button>
        ) : null}
      </div>
      <datalist id={`${field.id}-options`}>
        {shown.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </datalist>
    </FieldFrame>
  );
}

/** Options fetched as the person types, 200 ms after the last key. */
function useLoadedOptions(loadFrom: string | undefined) {
  const fetcher = useFetcher<{ options: ComboboxOption[] }>();
  const [query, setQuery] = useState('');
  const { load } = fetcher;
  useEffect(() => {
    if (!loadFrom || query.trim() === '') return;
    const join = loadFrom.includes('?') ? '&' : '?';
    const timer = setTimeout(() => load(`${loadFrom}${join}q=${encodeURIComponent(query.trim())}`), 200);
    return () => clearTimeout(timer);
  }, [loadFrom, query, load]);
  return { found: fetcher.data?.options, seek: setQuery };
}
