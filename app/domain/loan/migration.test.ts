import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen } from '~/domain/kernel/money.ts';
import { endStates, type MigrationCell, migrationOf, startStates } from './migration.ts';

const cell = fc.record({
  start: fc.constantFrom(...startStates),
  end: fc.constantFrom(...endStates),
  loans: fc.integer({ min: 1, max: 50 }),
  opening: fc.bigInt({ min: 0n, max: 10_000_000_000n }).map(fen),
  closing: fc.bigInt({ min: 0n, max: 10_000_000_000n }).map(fen),
}) satisfies fc.Arbitrary<MigrationCell>;

test('rows add up to the start, columns to the end, both to the whole', () => {
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      const { rows, columns, total } = migrationOf(cells);
      for (const [i, start] of startStates.entries()) {
        const own = cells.filter((each) => each.start === start);
        expect(rows[i]?.total.loans).toBe(own.reduce((n, each) => n + each.loans, 0));
        expect(rows[i]?.total.opening).toBe(own.reduce((sum, each) => sum + each.opening, 0n));
      }
      for (const [i, end] of endStates.entries()) {
        const own = cells.filter((each) => each.end === end);
        expect(columns[i]?.loans).toBe(own.reduce((n, each) => n + each.loans, 0));
        expect(columns[i]?.closing).toBe(own.reduce((sum, each) => sum + each.closing, 0n));
      }
      expect(rows.reduce((n, row) => n + row.total.loans, 0)).toBe(total.loans);
      expect(columns.reduce((sum, column) => sum + column.closing, 0n)).toBe(total.closing);
    }),
    { numRuns: 60 },
  );
});

test('the rate of a class leaves out what came back, and counts what is worse now', () => {
  const of = (end: MigrationCell['end'], opening: bigint, closing: bigint): MigrationCell => ({
    ...{ start: 'special-mention' as const, end, loans: 1 },
    ...{ opening: fen(opening), closing: fen(closing) },
  });
  const cells = [
    of('special-mention', 100n, 60n),
    of('normal', 50n, 30n),
    of('substandard', 20n, 10n),
    of('settled', 40n, 0n),
  ];
  const row = migrationOf(cells).rows[1];
  expect(row?.worsePpm).toBe(100_000);
  const writtenOff = migrationOf([...cells, of('written-off', 300n, 300n)]).rows[1];
  expect(writtenOff?.worsePpm).toBe(775_000);
  expect(migrationOf([of('settled', 40n, 0n)]).rows[1]?.worsePpm).toBeNull();
  expect(migrationOf(cells).rows.at(-1)?.worsePpm).toBeNull();
});
