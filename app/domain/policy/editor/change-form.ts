import { bodyLayouts } from '~/domain/policy/editor/layout.ts';
import type { Scheme } from '~/domain/policy/scheme.ts';

/** The formulas that a scheme of a kind may work by. */
export const formsOf = {
  compensation: ['by-size', 'flat', 'by-cause'],
  subsidy: ['points', 'interest-share', 'above-line'],
} as const satisfies { readonly [K in Scheme['kind']]: readonly string[] };

/** Whether a scheme of the kind may work by the formula. */
export const isFormOf = (kind: Scheme['kind'], form: string): boolean =>
  (formsOf[kind] as readonly string[]).includes(form);

/**
 * A scheme as its form begins under another formula: what both formulas ask for is kept, what only the old one knows falls
 * away, and what only the new one asks for stands empty until somebody fills it in. Nothing is guessed.
 */
export function underForm<S extends Pick<Scheme, 'kind' | 'body'>>(scheme: S, form: string): S {
  if (form === scheme.body.form || !isFormOf(scheme.kind, form)) return scheme;
  const before = scheme.body as unknown as { readonly [at: string]: unknown };
  const kept = (bodyLayouts[form] ?? []).flatMap(({ at }) =>
    at in before ? [[at, before[at]] as const] : [],
  );
  return { ...scheme, body: { form, ...Object.fromEntries(kept) } };
}
