import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { faultsIn, type Matrix, openMatrix } from '#tests/security/matrix.ts';
import { demoTemplate } from '#tests/templates.ts';

/** The largest part of the matrix, apart from the others so that both are gone through at once. */
const urls = freshDatabase({ template: demoTemplate });
const patience = 600_000;

let matrix: Matrix;
beforeAll(async () => {
  matrix = await openMatrix(urls);
}, patience);
afterAll(() => matrix.watch.close());

test(
  'whoever lacks the right is refused everywhere, with one line of denial and nothing written',
  async () => {
    const chosen = matrix.cells.filter((cell) => cell.expect === 'forbidden');
    expect(chosen.length).toBeGreaterThan(0);
    expect(await faultsIn(matrix, chosen)).toEqual([]);
  },
  patience,
);
