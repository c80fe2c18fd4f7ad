import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkout } from '~/cli/boot/home.ts';
import { faultsOf, type Schema } from './json-schema.ts';

type Content = { readonly 'application/json'?: { readonly schema: Schema } };
type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
};
type Operation = {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content; readonly required?: boolean };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
};
type Description = {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

export type Exchange = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly request: unknown;
  readonly status: number;
  readonly reply: unknown;
};

const file = path.resolve(checkout, '../shared/data/meilisearch-openapi.json');
export const noDescription = `the API description ${path.relative(checkout, file)} is not here, so nothing is compared with it`;

/** The official description of the engine's API, which lies beside the checkout and never in it; undefined where it is not. */
export function meiliDescription() {
  if (!existsSync(file)) return undefined;
  const description = JSON.parse(readFileSync(file, 'utf8')) as Description;
  return {
    version: description.info.version,
    /** What of a request or its reply the description does not allow. */
    faultsOf: (exchange: Exchange) => faultsOfExchange(description, exchange),
  };
}

function faultsOfExchange(description: Description, exchange: Exchange): string[] {
  const { method, query, request, status, reply } = exchange;
  const operation = operationFor(description, exchange);
  const place = `${method} ${exchange.path}`;
  if (!operation) return [`${place} is not described`];
  const named = description.components.schemas;
  const faults = faultsOfQuery(operation, query, named).map((fault) => `${place} ${fault}`);
  const body = operation.requestBody;
  if (!body && request !== undefined) faults.push(`${place} takes no body`);
  if (body && request === undefined) faults.push(`${place} needs a body`);
  const schema = body?.content['application/json']?.schema;
  if (schema) faults.push(...faultsOf(request, schema, named, `${place} request`));
  if (schema) faults.push(...strangersIn(request, schema, named, `${place} request`));
  const answer = operation.responses[status]?.content?.['application/json']?.schema;
  // Refusals of every kind have one form, whether they are listed or not.
  const expected = answer ?? (status >= 400 ? named.ResponseError : undefined);
  if (!expected) return [...faults, `${place} does not answer ${status}`];
  return [...faults, ...faultsOf(reply, expected, named, `${place} ${status}`)];
}

/** The engine refuses a field that it does not know, even where its description does not say so. */
function strangersIn(
  request: unknown,
  schema: Schema,
  named: Readonly<Record<string, Schema>>,
  place: string,
) {
  const resolved = named[String(schema.$ref).replace('#/components/schemas/', '')] ?? schema;
  if (!resolved.properties || typeof request !== 'object' || request === null) return [];
  const strangers = Object.keys(request).filter((name) => !(name in (resolved.properties as object)));
  return strangers.map((name) => `${place}: ${name} is not described`);
}

/** The described path with the fewest placeholders that the address fits. */
function operationFor({ paths }: Description, exchange: Exchange): Operation | undefined {
  const fits = (template: string) =>
    new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(exchange.path);
  const holes = (template: string) => template.split('{').length;
  const [template] = Object.keys(paths)
    .filter(fits)
    .sort((a, b) => holes(a) - holes(b));
  return template ? paths[template]?.[exchange.method.toLowerCase()] : undefined;
}

function faultsOfQuery(
  { parameters = [] }: Operation,
  query: URLSearchParams,
  named: Description['components']['schemas'],
): string[] {
  const known = new Map(parameters.filter((one) => one.in === 'query').map((one) => [one.name, one]));
  const missing = [...known.values()].filter((one) => one.required && !query.has(one.name));
  return [
    ...missing.map(({ name }) => `lacks ?${name}`),
    ...[...query].flatMap(([name, text]) => {
      const schema = known.get(name)?.schema;
      if (!schema) return [`?${name} is not described`];
      const value = schema.type === 'integer' ? Number(text) : text;
      return faultsOf(value, schema, named, `?${name}`);
    }),
  ];
}
