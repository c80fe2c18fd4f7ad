import { alsoNamed } from '#tests/security/also-named.ts';
import type { Endpoint } from '#tests/security/app.ts';
import { named } from '#tests/security/named.ts';
import { commands, objects, searches } from '#tests/security/objects.ts';
import { ownsRows } from '#tests/security/people.ts';
import type { Watch } from '#tests/security/watch.ts';
import { type Role, roles } from '~/domain/institution/role.ts';
import { type Permission, policy, type Reach } from '~/server/access/policy.ts';

export type Row = { readonly tenant: string; readonly [column: string]: string };

/** What an answer must be. `open` lets through: a page, a file, a worded refusal, a corrected form. */
export type Expectation = 'sign-in' | 'forbidden' | 'missing' | 'token' | 'open';

/** One field of the matrix: who asks which endpoint about whose row, and what must come of it. */
export type Cell = {
  readonly endpoint: Endpoint;
  readonly role: Role | 'anonymous';
  readonly whose: 'nothing' | 'own' | 'other';
  /** The tenant that the person belongs to; null where any of the role will do. */
  readonly tenant: string | null;
  readonly row: Row | null;
  readonly expect: Expectation;
  /** What else than its usual row the endpoint is asked about. */
  readonly also?: (typeof alsoNamed)[string];
};

export const nameOf = ({ endpoint: { kind, pattern, intent }, role, whose, also }: Cell): string =>
  `${kind === 'loader' ? 'GET' : 'POST'} ${pattern}${intent ? ` ${intent}` : ''} · ${role} · ${whose}${also ? ` · ${also.name}` : ''}`;

const keyOf = ({ pattern, intent }: Endpoint) => (intent ? `${pattern} ${intent}` : pattern);

const rowsBySql = new Map<string, Promise<Row[]>>();

/** Reads the rows behind an endpoint once. */
function rowsOf(watch: Watch, sql: string): Promise<Row[]> {
  const known = rowsBySql.get(sql) ?? watch.rows<Row>(sql);
  rowsBySql.set(sql, known);
  return known;
}

/** The query for the rows that an endpoint is about; null when it is about none. */
function sqlOf(endpoint: Endpoint): string | null {
  const { pattern, kind } = endpoint;
  if (objects[pattern]) return objects[pattern].sql;
  if (kind === 'loader') return searches[pattern]?.sql ?? null;
  return commands[keyOf(endpoint)]?.sql ?? null;
}

/** Endpoints with parameters that no table of rows explains: somebody added an address and not its rows. */
export const unexplained = (endpoints: readonly Endpoint[]): string[] =>
  endpoints
    .filter(({ pattern }) => /[:*]/.test(pattern) && !objects[pattern] && !named[pattern])
    .map(({ pattern }) => pattern);

/** Commands on rows that some tenant may send and for which nobody said what fields they take. */
export const unsent = (endpoints: readonly Endpoint[]): string[] =>
  endpoints
    .filter((e) => e.kind === 'action' && objects[e.pattern] && !commands[keyOf(e)])
    .filter((e) => roles.some((role) => ownsRows(role) && reachOfRole(e.gate, role) !== null))
    .map(keyOf);

const reachOfRole = (gate: Endpoint['gate'], role: Role): Reach | null =>
  typeof gate === 'string' && gate in policy
    ? ((policy[gate as Permission] as { readonly [R in Role]?: Reach })[role] ?? null)
    : null;

/** All cells of an endpoint. */
export async function cellsOf(watch: Watch, endpoint: Endpoint): Promise<Cell[]> {
  const sql = sqlOf(endpoint);
  const rows = sql ? await rowsOf(watch, sql) : [];
  const any = rows[0] ?? null;
  const { gate } = endpoint;
  const whose = 'nothing' as const;
  const anonymous = { endpoint, role: 'anonymous', whose, tenant: null, row: any } as const;
  const expect = named[endpoint.pattern]?.expect ?? 'open';
  if (gate === 'machine') return machines(anonymous);
  if (gate === 'public') return [{ ...anonymous, expect }];
  const signedIn = roles.flatMap((role): Cell[] => {
    const reach = gate === 'signed-in' ? 'own' : reachOfRole(gate, role);
    if (reach === null) return [{ endpoint, role, whose, tenant: null, row: any, expect: 'forbidden' }];
    return admitted(endpoint, role, rows);
  });
  return [{ ...anonymous, expect: 'sign-in' }, ...signedIn, ...(await alsoCells(watch, endpoint))];
}

/** The cells of the other rows that an endpoint may be asked about. */
async function alsoCells(watch: Watch, endpoint: Endpoint): Promise<Cell[]> {
  const also = alsoNamed[endpoint.pattern];
  if (!also) return [];
  const rows = await rowsOf(watch, also.sql);
  return roles
    .filter((role) => reachOfRole(endpoint.gate, role) !== null)
    .flatMap((role) => admitted(endpoint, role, rows).map((cell) => ({ ...cell, also })));
}

/** The cells of a role that the gate lets through. */
function admitted(endpoint: Endpoint, role: Role, rows: readonly Row[]): Cell[] {
  const isRead = endpoint.kind === 'loader';
  const shared = { endpoint, role } as const;
  if (rows.length === 0)
    return isRead ? [{ ...shared, whose: 'nothing', tenant: null, row: null, expect: 'open' }] : [];
  if (!ownsRows(role))
    return isRead
      ? rows.slice(0, 2).map((row) => ({ ...shared, whose: 'own', tenant: null, row, expect: 'open' }))
      : [];
  const tenants = [...new Set(rows.map((row) => row.tenant))];
  const own = isRead
    ? tenants.slice(0, 2).flatMap((tenant) => oneOf(rows, (row) => row.tenant === tenant))
    : [];
  const strangers = tenants.slice(0, 2).flatMap((tenant) => {
    const others = rows.filter((row) => row.tenant !== tenant).slice(0, 2);
    return others.map((row): Cell => ({ ...shared, whose: 'other', tenant, row, expect: 'missing' }));
  });
  return [
    ...own.map((row): Cell => ({ ...shared, whose: 'own', tenant: row.tenant, row, expect: 'open' })),
    ...strangers,
  ];
}

const oneOf = (rows: readonly Row[], fits: (row: Row) => boolean): Row[] => rows.filter(fits).slice(0, 1);

/** The address of a cell: parameters filled in, search parameters added. */
export function addressOf({ endpoint, row, also }: Cell): string {
  const { pattern } = endpoint;
  const values: { readonly [name: string]: string } = { ...named[pattern]?.params, ...row };
  const path = pattern.replace(/:(\w+)|\*/g, (whole, name?: string) => values[name ?? whole] ?? 'x');
  if (!(also ?? searches[pattern]) || !row) return path;
  const { tenant: _, ...asked } = row;
  return `${path}?${new URLSearchParams(endpoint.kind === 'loader' ? asked : {})}`;
}

/** The fields that a command is sent with. */
export function fieldsOf({ endpoint, row, also }: Cell): URLSearchParams {
  const known = also ?? commands[keyOf(endpoint)];
  const { tenant: _, ...named } = row ?? { tenant: '' };
  const fields = {
    ...(endpoint.intent && { intent: endpoint.intent }),
    ...known?.fields,
    ...(known?.sql && named),
  };
  return new URLSearchParams(fields);
}

/** What a command is sent as: a plain form, or one with a document. */
export function bodyOf(cell: Cell): URLSearchParams | FormData {
  const fields = fieldsOf(cell);
  const file = commands[keyOf(cell.endpoint)]?.file;
  if (!file) return fields;
  const form = new FormData();
  for (const [name, value] of fields) form.set(name, value);
  form.set(file, new File(['%PDF-1.4\n%%EOF\n'], 'statement.pdf', { type: 'application/pdf' }));
  return form;
}

/** Addresses for machines ask everybody for a token, whoever is signed in. */
const machines = (anonymous: Omit<Cell, 'expect'>): Cell[] =>
  (['anonymous', 'liaison', 'owner', 'data-operator'] as const).map((role) => ({
    ...anonymous,
    role,
    tenant: null,
    expect: 'token',
  }));
