/** One answer as a reader could compare it with another: status, headers and body, without what is never the same. */
export type Shown = ReadonlyMap<string, string>;

const instant = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;

/** Instants and request numbers differ by the clock and the count, whoever asks. */
const still = (text: string): string => text.replace(instant, 'INSTANT');

const silent: ReadonlySet<string> = new Set(['date', 'x-request-id', 'set-cookie', 'etag']);

/** Every leaf of an answer under its path; a body that is no JSON is one leaf. */
export async function shownBy(answer: Response): Promise<Shown> {
  const shown = new Map([['status', String(answer.status)]]);
  for (const [name, value] of answer.headers)
    if (!silent.has(name)) shown.set(`header ${name}`, still(value));
  const bytes = Buffer.from(await answer.arrayBuffer());
  const text = still(bytes.toString('utf8'));
  const body = (answer.headers.get('content-type') ?? '').includes('json') ? jsonOf(text) : undefined;
  if (body === undefined) shown.set('body', text);
  else spell(shown, 'body', body);
  return shown;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // deferred data come as a stream; they are compared as text
  }
}

function spell(shown: Map<string, string>, path: string, value: unknown): void {
  if (typeof value !== 'object' || value === null) {
    shown.set(path, String(value));
    return;
  }
  const entries = Object.entries(value);
  shown.set(path, Array.isArray(value) ? `[${value.length}]` : `{${entries.length}}`);
  for (const [name, part] of entries) spell(shown, `${path}.${name}`, part);
}

/** The paths at which two answers differ. */
export const differing = (one: Shown, other: Shown): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path));
