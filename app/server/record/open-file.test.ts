import { expect, test } from 'vitest';
import { mostCells } from '~/server/record/delivery-limits.ts';
import { DeliveryRefused } from '~/server/record/delivery-refused.ts';
import { openFile } from '~/server/record/open-file.ts';

async function* once(text: string) {
  yield Buffer.from(text);
}

const read = async (text: string) => {
  const file = await openFile(once(text), { encoding: 'utf-8', expected: ['a', 'b'], maxBytes: 1e9 });
  const rows: string[][] = [];
  for await (const cells of file.rows) rows.push([...cells]);
  return rows;
};

test('a row of nothing but commas is refused with the row before it, one at the limit is a row', async () => {
  const commas = (cells: number) => ','.repeat(cells - 1);
  expect((await read(`a,b\n1,2\n${commas(mostCells)}\n`)).map(({ length }) => length)).toEqual([
    2,
    mostCells,
  ]);
  const fault = await read(`a,b\n1,2\n${commas(mostCells + 1)}\n3,4\n`).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(DeliveryRefused);
  expect((fault as DeliveryRefused).refusal).toEqual({
    code: 'record.line-too-long',
    row: 1,
    limit: mostCells,
  });
});
