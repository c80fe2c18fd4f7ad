import { createContext, useContext } from 'react';

/** Finished sentences by field name; the empty name is the form as a whole. */
export type FormErrors = { readonly [field: string]: readonly string[] | null | undefined };

type Scope = {
  readonly id: string;
  readonly errors: FormErrors;
  readonly values: { readonly [field: string]: unknown };
};

export const FormScope = createContext<Scope>({ id: 'f', errors: {}, values: {} });

/** The form that a field stands in: what was wrong with it and what was typed. */
export const useFormScope = (): Scope => useContext(FormScope);

/** The id of a field's control, the same for the field and for the error summary that points at it. */
export const controlId = (scopeId: string, name: string): string =>
  `${scopeId}-${name.replace(/[^\w-]/g, '-')}`;

/** What was typed under a name, as a list: several boxes of one name come back as an array. */
export function typedList(typed: unknown): string[] | undefined {
  if (typed === undefined || typed === null) return undefined;
  return (Array.isArray(typed) ? typed : [typed]).map(String);
}
