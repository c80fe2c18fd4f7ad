import type { LoaderFunctionArgs, ServerBuild } from '@remix-run/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { type Handler, openHandler } from '#tests/security/app.ts';
import type { Cell } from '#tests/security/cells.ts';
import { faultOf } from '#tests/security/judge.ts';
import { type Matrix, openMatrix } from '#tests/security/matrix.ts';
import { personIn } from '#tests/security/people.ts';
import { demoTemplate } from '#tests/templates.ts';

/** The proof that the matrix sees: what it must find when a guard is taken away. */
const urls = freshDatabase({ template: demoTemplate });
const patience = 600_000;

let matrix: Matrix;
beforeAll(async () => {
  matrix = await openMatrix(urls);
}, patience);
afterAll(() => matrix.watch.close());

/** The build with one loader whose guard is gone: whoever asks is answered as somebody whom it would let through. */
function withoutGuard(build: ServerBuild, routeId: string, cookie: string): Handler {
  const route = build.routes[routeId];
  if (!route) throw new Error(`no route ${routeId}`);
  const guarded = route.module.loader as (args: LoaderFunctionArgs) => Promise<Response>;
  const loader = ({ request, ...rest }: LoaderFunctionArgs) => {
    const headers = new Headers(request.headers);
    headers.set('cookie', cookie);
    return guarded({ ...rest, request: new Request(request.url, { headers }) });
  };
  const open = { ...route, module: { ...route.module, loader: loader as never } };
  return openHandler({ ...build, routes: { ...build.routes, [routeId]: open } });
}

/** Somebody whom the gate lets through, and for a tenant's row its owner. */
async function insider(cells: readonly Cell[]): Promise<string | null> {
  const cell = cells.find((c) => c.expect === 'open' && c.role !== 'anonymous');
  if (!cell || cell.role === 'anonymous') return null;
  return (await personIn(cell.role, cell.tenant)).cookie;
}

test(
  'taking away the guard of any loader fails a cell of it',
  async () => {
    const { build, watch, endpoints, cells } = matrix;
    const unseen: string[] = [];
    let tried = 0;
    for (const { routeId, kind, gate, pattern } of endpoints) {
      if (kind === 'action' || gate === 'public') continue;
      const own = cells.filter((c) => c.endpoint.routeId === routeId && c.endpoint.kind === 'loader');
      const cookie = await insider(own);
      if (!cookie) continue;
      const refusal = own.find((c) => c.expect === 'sign-in');
      if (!refusal) continue;
      const fault = await faultOf(watch, withoutGuard(build, routeId, cookie), refusal);
      tried += 1;
      if (fault === null) unseen.push(pattern);
    }
    expect(unseen).toEqual([]);
    expect(tried).toBeGreaterThan(30);
  },
  patience,
);

test(
  'a loader that answers for another tenant fails the cell of the other’s row',
  async () => {
    const { build, watch, cells } = matrix;
    const unseen: string[] = [];
    const patterns = new Set<string>();
    for (const cell of cells) {
      const { routeId, kind, pattern } = cell.endpoint;
      if (kind === 'action' || cell.whose !== 'other' || cell.role === 'anonymous' || patterns.has(pattern))
        continue;
      patterns.add(pattern);
      const { cookie } = await personIn(cell.role, cell.row?.tenant ?? null);
      if ((await faultOf(watch, withoutGuard(build, routeId, cookie), cell)) === null) unseen.push(pattern);
    }
    expect(unseen).toEqual([]);
    expect(patterns.size).toBeGreaterThan(10);
  },
  patience,
);
