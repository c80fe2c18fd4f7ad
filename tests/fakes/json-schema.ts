/** The part of JSON Schema (2020-12) that the API description uses; a keyword outside it is an error, not a silent pass. */
export type Schema = { readonly [keyword: string]: unknown };
type Schemas = Readonly<Record<string, Schema>>;

const silent = new Set(['description', 'title', 'default', 'example', 'examples', 'deprecated', 'readOnly']);

/** What is wrong with a value, each with its place; empty when it fits the schema. `named` resolves `$ref`. */
export function faultsOf(value: unknown, schema: Schema, named: Schemas, place = '$'): string[] {
  const faults: string[] = [];
  for (const [keyword, wanted] of Object.entries(schema)) {
    if (silent.has(keyword)) continue;
    const check = keywords[keyword];
    if (!check) throw new Error(`the keyword ${keyword} is not understood (${place})`);
    faults.push(...check(value, wanted as never, { schema, named, place }));
  }
  return faults;
}

type Context = { readonly schema: Schema; readonly named: Schemas; readonly place: string };
type Check = (value: unknown, wanted: never, context: Context) => string[];
type Values = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typeTests: Readonly<Record<string, (value: unknown) => boolean>> = {
  null: (value) => value === null,
  boolean: (value) => typeof value === 'boolean',
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  array: Array.isArray,
  object: isObject,
};

const formats: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text)),
  uuid: (text) => /^[0-9a-f-]{36}$/i.test(text),
};

const verdict = (isRight: boolean, place: string, what: string): string[] =>
  isRight ? [] : [`${place}: ${what}`];

const fits = (value: unknown, schema: Schema, { named, place }: Context): boolean =>
  faultsOf(value, schema, named, place).length === 0;

const keywords: Readonly<Record<string, Check>> = {
  $ref(value, wanted: string, { named, place }) {
    const schema = named[wanted.replace('#/components/schemas/', '')];
    if (!schema) throw new Error(`${wanted} is not described`);
    return faultsOf(value, schema, named, place);
  },
  type(value, wanted: string | string[], { place }) {
    const types = [wanted].flat();
    return verdict(
      types.some((type) => typeTests[type]?.(value)),
      place,
      `is no ${types.join(' or ')}`,
    );
  },
  enum: (value, wanted: unknown[], { place }) =>
    verdict(wanted.includes(value), place, `${JSON.stringify(value)} is none of ${wanted.join(', ')}`),
  const: (value, wanted: unknown, { place }) => verdict(value === wanted, place, `is not ${wanted}`),
  format: (value, wanted: string, { place }) =>
    verdict(typeof value !== 'string' || (formats[wanted]?.(value) ?? true), place, `is no ${wanted}`),
  minimum: (value, wanted: number, { place }) =>
    verdict(typeof value !== 'number' || value >= wanted, place, `is below ${wanted}`),
  maximum: (value, wanted: number, { place }) =>
    verdict(typeof value !== 'number' || value <= wanted, place, `is above ${wanted}`),
  uniqueItems: (value, wanted: boolean, { place }) =>
    verdict(
      !wanted || !Array.isArray(value) || new Set(value).size === value.length,
      place,
      'repeats an item',
    ),
  required: (value, wanted: string[], { place }) =>
    isObject(value) ? wanted.flatMap((name) => verdict(name in value, place, `lacks ${name}`)) : [],
  properties: (value, wanted: Schemas, { named, place }) =>
    isObject(value)
      ? Object.entries(wanted).flatMap(([name, schema]) =>
          name in value ? faultsOf(value[name], schema, named, `${place}.${name}`) : [],
        )
      : [],
  additionalProperties(value, wanted: boolean | Schema, { schema, named, place }) {
    if (!isObject(value) || wanted === true) return [];
    const known = (schema.properties ?? {}) as Schemas;
    const others = Object.entries(value).filter(([name]) => !(name in known));
    if (wanted === false) return others.map(([name]) => `${place}: ${name} is not described`);
    return others.flatMap(([name, other]) => faultsOf(other, wanted, named, `${place}.${name}`));
  },
  propertyNames: (value, wanted: Schema, { named, place }) =>
    isObject(value)
      ? Object.keys(value).flatMap((name) => faultsOf(name, wanted, named, `${place} (name)`))
      : [],
  items: (value, wanted: Schema, { named, place }) =>
    Array.isArray(value) ? value.flatMap((item, i) => faultsOf(item, wanted, named, `${place}[${i}]`)) : [],
  allOf: (value, wanted: Schema[], { named, place }) =>
    wanted.flatMap((schema) => faultsOf(value, schema, named, place)),
  anyOf: (value, wanted: Schema[], context) =>
    verdict(
      wanted.some((schema) => fits(value, schema, context)),
      context.place,
      'fits none of the forms',
    ),
  oneOf(value, wanted: Schema[], context) {
    const count = wanted.filter((schema) => fits(value, schema, context)).length;
    return verdict(count === 1, context.place, `fits ${count} of the forms instead of one`);
  },
};
