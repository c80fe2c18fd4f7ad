import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { makeInstitution } from '#tests/factories/people.ts';
import { type Cell, unexplained, unsent } from '#tests/security/cells.ts';
import { faultOfPage, requestOf } from '#tests/security/judge.ts';
import { faultsIn, type Matrix, openMatrix } from '#tests/security/matrix.ts';
import { personIn } from '#tests/security/people.ts';
import { demoTemplate } from '#tests/templates.ts';

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

test(
  'the people of a suspended or not yet approved institution are refused everywhere, with one line each',
  async () => {
    const faults: string[] = [];
    for (const state of ['suspended', 'applied']) {
      const { cookie } = await personIn('officer', await makeInstitution({ state }));
      for (const cell of matrix.cells.filter((c) => c.role === 'officer' && c.endpoint.kind === 'loader')) {
        if (cell.whose === 'other' || cell.expect !== 'open') continue;
        const { outcome, trace } = await matrix.watch.trace(() => matrix.handler(requestOf(cell, cookie)));
        if (outcome.status !== 403 || trace.denials !== 1 || trace.written > 0)
          faults.push(`${cell.endpoint.pattern} when ${state}: ${outcome.status}, ${trace.denials} lines`);
      }
    }
    expect(faults).toEqual([]);
  },
  patience,
);
