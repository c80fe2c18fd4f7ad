import type { z } from 'zod';

type Asked = {
  readonly filters?: Readonly<Record<string, z.ZodType>>;
  readonly query?: { readonly name: string };
};
type Issue = { readonly at: string; readonly message: string };

/** What every address may carry. */
const always: readonly string[] = ['lang'];

/**
 * What stands in an address and is no filter of the operation, or no value of it: a misspelt filter must never read as “all”.
 * Numbers come as digits without leading zeros, as the operation reads them.
 */
export function wrongFilters({ filters = {}, query }: Asked, asked: URLSearchParams): Issue[] {
  return [...new Set(asked.keys())].flatMap((name): Issue[] => {
    if (always.includes(name) || name === query?.name) return [];
    const schema = Object.hasOwn(filters, name) ? filters[name] : undefined;
    if (!schema) return [{ at: name, message: `none of: ${Object.keys(filters).join(', ') || '-'}` }];
    const [value = '', ...more] = asked.getAll(name);
    if (more.length > 0) return [{ at: name, message: 'given more than once' }];
    const read = schema.safeParse(value);
    if (read.success || (/^(0|[1-9]\d{0,14})$/.test(value) && schema.safeParse(Number(value)).success))
      return [];
    return read.error.issues.slice(0, 1).map(({ message }) => ({ at: name, message }));
  });
}
