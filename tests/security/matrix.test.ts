import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { makeInstitution } from '#tests/factories/people.ts';
import { type Cell, unexplained, unsent } from '#tests/security/cells.ts';
import { faultOfPage, requestOf } from '#tests/security/judge.ts';
import { faultsIn, type Matrix, openMatrix } from '#tests/security/matrix.ts';
import { personIn } from '#tests/security/people.ts';
import {
  cellsOfHouse,
  heardByMachine,
  type Suspendable,
  suspendable,
  tokenIn,
} from '#tests/security/suspended.ts';
import { demoTemplate } from '#tests/templates.ts';
import type { Role } from '~/domain/institution/role.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';

const urls = freshDatabase({ template: demoTemplate });
const patience = 600_000;

let matrix: Matrix;
beforeAll(async () => {
  matrix = await openMatrix(urls);
}, patience);
afterAll(() => matrix.watch.close());

describe('the table is complete', () => {
  test('every loader and action declares its gate', () => {
    expect(matrix.endpoints.filter((e) => e.gate === undefined).map((e) => `${e.kind} ${e.pattern}`)).toEqual(
      [],
    );
  });

  test('every address with parameters has rows, every command on a row its fields', () => {
    expect(unexplained(matrix.endpoints)).toEqual([]);
    expect(unsent(matrix.endpoints)).toEqual([]);
  });

  test('every read of a tenant’s row is tried on an own and on another’s', () => {
    const tried = (whose: Cell['whose']) =>
      new Set(matrix.cells.filter((c) => c.whose === whose).map((c) => c.endpoint.pattern));
    const reads = matrix.cells.filter((c) => c.whose === 'other').map((c) => c.endpoint);
    for (const { pattern, kind } of reads)
      if (kind === 'loader') expect(tried('own'), pattern).toContain(pattern);
    expect(tried('other').size).toBeGreaterThan(15);
  });
});

test.each(['anonymous', 'other', 'own'] as const)(
  'every cell holds: %s',
  async (part) => {
    const of = {
      anonymous: (c: Cell) => c.role === 'anonymous',
      other: (c: Cell) => c.whose === 'other',
      own: (c: Cell) => c.expect === 'open' && c.role !== 'anonymous',
    };
    const chosen = matrix.cells.filter(of[part]);
    expect(chosen.length).toBeGreaterThan(0);
    expect(await faultsIn(matrix, chosen)).toEqual([]);
  },
  patience,
);

test(
  'whole pages give nothing away either',
  async () => {
    expect(
      await faultsIn(
        matrix,
        matrix.cells.filter((c) => c.expect === 'open' || c.whose === 'other'),
        faultOfPage,
      ),
    ).toEqual([]);
  },
  patience,
);

test(
  'a form of another site is refused everywhere and writes nothing',
  async () => {
    const seen = new Set<string>();
    const actions = matrix.cells.filter(
      (c) => c.endpoint.kind === 'action' && !seen.has(c.endpoint.routeId) && seen.add(c.endpoint.routeId),
    );
    const faults: string[] = [];
    for (const cell of actions) {
      const { cookie } = await personIn('owner', null);
      const { outcome, trace } = await matrix.watch.trace(() =>
        matrix.handler(requestOf(cell, cookie, { site: 'cross-site' })),
      );
      // A machine's address knows no cookie: without its token nobody is let in, whichever site the form is of.
      const refused = cell.endpoint.pattern.startsWith('/api/v1/') ? 401 : 403;
      if (outcome.status !== refused || trace.written > 0)
        faults.push(`${cell.endpoint.pattern}: ${outcome.status}`);
    }
    expect(faults).toEqual([]);
  },
  patience,
);

test.each(Object.keys(suspendable) as Suspendable[])(
  'everybody of a suspended %s is refused everywhere, with one line each, and let in again when it is lifted',
  async (house) => {
    const tenant = await makeInstitution({ kind: suspendable[house] });
    const cells = cellsOfHouse(matrix, house, tenant);
    expect(cells.length).toBeGreaterThan(3);
    for (const { role } of cells) await personIn(role as Role, tenant); // the session runs already when it is suspended
    await setState(tenant, 'suspended');
    expect(await faultsIn(matrix, cells)).toEqual([]);
    await setState(tenant, 'approved');
    const [page] = cells.filter(
      ({ endpoint: { isPage, kind, pattern } }) => isPage && kind === 'loader' && !pattern.includes(':'),
    );
    const { cookie } = await personIn(page?.role as Role, tenant);
    expect((await matrix.handler(requestOf(page as Cell, cookie))).status).toBe(200);
  },
  patience,
);

test.each(['bank', 'provider'] as const)(
  'a token of a %s reads nothing from the moment it is suspended, and goes on when that is lifted',
  async (kind) => {
    const tenant = await makeInstitution({ kind });
    const token = await tokenIn(kind, tenant);
    await setState(tenant, 'suspended');
    expect(await heardByMachine(matrix, token)).toEqual(new Set(['institution.suspended']));
    await setState(tenant, 'approved');
    const heard = await heardByMachine(matrix, token);
    expect(heard).toContain('answered');
    expect(heard).not.toContain('institution.suspended');
  },
  patience,
);

const setState = (id: InstitutionId, state: string) =>
  withActor(system('test'), (tx) => tx.institution.update({ where: { id }, data: { state } }));
