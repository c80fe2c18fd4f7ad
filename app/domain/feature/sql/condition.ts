import type { Day } from '~/domain/kernel/day.ts';

/** A plain value as SQL: codes of items, categories and gaps, which are letters, digits, points and hyphens. */
export function text(value: string): string {
  if (!/^[\w.+-]*$/.test(value)) throw new Error(`not a plain value: ${value}`);
  return `'${value}'`;
}

export const dayText = (day: Day): string => `date ${text(day)}`;

export const listText = (column: string, values: readonly string[]): string =>
  values.length === 0
    ? 'false'
    : values.length === 1
      ? `${column} = ${text(values[0] as string)}`
      : `${column} in (${values.map(text).join(', ')})`;

export const all = (...parts: readonly (string | null | undefined | false)[]): string =>
  parts.filter(Boolean).join(' and ') || 'true';

export const any = (...parts: readonly string[]): string =>
  parts.length === 0 ? 'false' : `(${parts.join(' or ')})`;
