import { readFileSync } from 'node:fs';
import path from 'node:path';
import table from '../../app/routes.ts';

type Entry = {
  readonly file: string;
  readonly path?: string | undefined;
  readonly index?: boolean | undefined;
  readonly children?: readonly Entry[] | undefined;
};

const app = path.resolve(import.meta.dirname, '../../app');

/** The address patterns of every page of the product, such as `/my/loans/:id`, from the URL table itself. */
export const pagePatterns: readonly string[] = (table as readonly Entry[])
  .filter(({ file }) => /^export default /m.test(readFileSync(path.join(app, file), 'utf8')))
  .map((entry) => `/${entry.path ?? ''}`.replace(/\/$/, '') || '/');

/** The pattern of the page at an address; undefined for files and unknown addresses. */
export function patternOf(address: string): string | undefined {
  const matching = pagePatterns.filter((pattern) => pattern !== '/*' && expressionOf(pattern).test(address));
  const parameters = (pattern: string) => pattern.split(':').length;
  return matching.toSorted((a, b) => parameters(a) - parameters(b))[0]; // `needs/new` comes before `needs/:id`
}

const expressionOf = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replace(/[.+]/g, '\\$&').replace(/:[a-zA-Z]+/g, '[^/]+')}/?$`);
