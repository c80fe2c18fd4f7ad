import type { SubmissionResult } from '@conform-to/react';
import { Form, type FormProps } from '@remix-run/react';
import type { ReactNode } from 'react';
import { ErrorSummary } from './error-summary.tsx';
import { FieldError, FieldHint } from './field.tsx';
import { controlId, type FormErrors, FormScope, useFormScope } from './form-scope.ts';

type PostFormProps = Omit<FormProps, 'id' | 'method'> & {
  /** Distinguishes two forms with equal field names on one page. */
  id?: string | undefined;
  method?: 'post' | 'get' | undefined;
  errors?: FormErrors | null | undefined;
  values?: { readonly [field: string]: unknown } | null | undefined;
  /** A Conform reply, when the action returns one: gives errors and values. */
  result?: SubmissionResult<string[]> | null | undefined;
  /** Set where a ComboboxField has a search button, so that the Enter key still submits the form itself. */
  searchable?: boolean | undefined;
  children: ReactNode;
};

/**
 * A form whose fields find their own errors and submitted values by name, with the summary of all errors on top.
 * Native validation is off: the server answers in the reader's language.
 */
export function PostForm({
  id = 'f',
  method = 'post',
  errors,
  values,
  result,
  searchable,
  children,
  ...rest
}: PostFormProps) {
  const scope = { id, errors: errors ?? result?.error ?? {}, values: values ?? result?.initialValue ?? {} };
  return (
    <FormScope.Provider value={scope}>
      <Form
        noValidate
        method={method}
        {...rest}
        id={`${id}-form`}
        className={rest.className ?? 'stack sm:[&>button]:self-start'}
      >
        {searchable ? <button type="submit" tabIndex={-1} aria-hidden className="sr-only" /> : null}
        <ErrorSummary errors={scope.errors} scopeId={id} />
        {children}
      </Form>
    </FormScope.Provider>
  );
}

type FieldGroupProps = {
  legend: ReactNode;
  hint?: ReactNode;
  /** The name under which an error of the group as a whole is reported. */
  name?: string | undefined;
  error?: string | readonly string[] | null | undefined;
  children: ReactNode;
};

/** Fields that answer one question together. */
export function FieldGroup({ legend, hint, name = '', error, children }: FieldGroupProps) {
  const scope = useFormScope();
  const id = controlId(scope.id, name || 'group');
  const found = name ? (error ?? scope.errors[name]) : error;
  const errors = typeof found === 'string' ? [found] : (found ?? []);
  return (
    <fieldset
      id={name ? id : undefined}
      tabIndex={name ? -1 : undefined}
      aria-describedby={
        [hint && `${id}-hint`, errors.length > 0 && `${id}-error`].filter(Boolean).join(' ') || undefined
      }
      className="flex min-w-0 flex-col gap-4"
    >
      <legend className="mb-1 text-lg font-semibold">{legend}</legend>
      {hint ? <FieldHint id={`${id}-hint`}>{hint}</FieldHint> : null}
      {errors.length > 0 ? <FieldError id={`${id}-error`} errors={errors} /> : null}
      {children}
    </fieldset>
  );
}

/** The row of buttons that ends a form. */
export function FormActions({ children }: { children: ReactNode }) {
  return (
    <div className="mt-2 flex flex-col gap-3 border-t border-line pt-5 sm:flex-row sm:items-center max-sm:[&>button]:w-full">
      {children}
    </div>
  );
}
