import type { z } from 'zod';
import type { Refusal, Result } from '~/domain/kernel/result.ts';
import { notFound, refusalResponse } from '~/server/http/authorise.ts';

/** Parameters checked by a schema; what does not fit names no page. */
export function parsed<S>(schema: z.ZodType<S> | undefined, input: unknown): S {
  if (!schema) return {} as S;
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw notFound();
}

/** Search parameters as an object; a repeated name becomes a list. */
export function searchOf(request: Request): Record<string, string | string[]> {
  const all = new URL(request.url).searchParams;
  return Object.fromEntries(
    [...new Set(all.keys())].map((key) => {
      const values = all.getAll(key);
      return [key, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
}

const isResult = <T>(value: T | Result<T, Refusal>): value is Result<T, Refusal> =>
  typeof value === 'object' && value !== null && 'ok' in value && ('refusal' in value || 'value' in value);

/** The value of a use case, or the thrown answer that words its refusal (404 for `*.not-found`, else 409). */
export function unwrap<T>(value: T | Result<T, Refusal>): T {
  if (!isResult(value)) return value;
  if (value.ok) return value.value;
  throw value.refusal.code.endsWith('not-found') ? notFound() : refusalResponse(value.refusal, 409);
}
