import { Form, Link } from '@remix-run/react';
import { SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { Badge } from './badge.tsx';
import { Button } from './button.tsx';
import { type FormErrors, FormScope } from './form-scope.ts';

type FilterBarProps = {
  /** What the address asks for now, by field name: fills the fields inside. */
  values?: { readonly [name: string]: string | undefined } | undefined;
  /** What cannot be read of it, by field name. */
  errors?: FormErrors | undefined;
  /** This page without filters. */
  clearTo: string;
  active?: number | undefined;
  action?: string | undefined;
  children: ReactNode;
};

/**
 * Narrows a list. A GET form: the filtered list has an address, works without scripts and can be shared. What stands in its
 * fields is what the address asks for, also after a link to another list.
 */
export function FilterBar({
  values = {},
  errors = {},
  clearTo,
  active = 0,
  action,
  children,
}: FilterBarProps) {
  const t = useText(partsText);
  const form = useRef<HTMLFormElement>(null);
  const asked = useRef(values);
  useEffect(() => {
    if (JSON.stringify(asked.current) !== JSON.stringify(values)) form.current?.reset();
    asked.current = values;
  }, [values]);
  return (
    <FormScope.Provider value={{ id: 'filter', errors, values }}>
      <Form
        ref={form}
        method="get"
        {...(action ? { action } : {})}
        role="search"
        aria-label={t('parts.filter')}
        className="no-print flex flex-wrap items-end gap-x-4 gap-y-3 rounded-sheet border border-line bg-well px-4 py-3.5 [&>div]:w-full [&>div]:sm:w-auto [&>div]:sm:min-w-44"
      >
        {children}
        <div className="flex items-center gap-3">
          <Button variant="secondary" icon={SlidersHorizontal}>
            {t('parts.filter-apply')}
          </Button>
          {active > 0 ? (
            <>
              <Link to={clearTo} className="py-1 text-brand-600 underline underline-offset-4">
                {t('parts.filter-clear')}
              </Link>
              <Badge>{t('parts.filter-active', active)}</Badge>
            </>
          ) : null}
        </div>
      </Form>
    </FormScope.Provider>
  );
}
