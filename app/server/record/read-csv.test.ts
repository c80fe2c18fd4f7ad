import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from '~/server/record/read-csv.ts';

const plain = { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true };
const pieces = fc.constantFrom(
  'a',
  '税',
  ',',
  ',',
  '\n',
  '\r\n',
  '\r',
  '"',
  '""',
  ' ',
  '\t',
  '1.50',
  '\ufeff',
  '\u2028',
);
const anyText = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));
const cell = fc.oneof(
  fc.stringMatching(/^[a-z税 ]{0,6}$/),
  fc.stringMatching(/^[a-z,"税]{0,6}$/).map((t) => `"${t.replaceAll('"', '""')}"`),
);
const tidyText = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 12 })
  .map((rows) => rows.map((row) => row.join(',')).join('\n'));

async function readInPieces(text: string, cuts: readonly number[]): Promise<string[][] | string> {
  const ends = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  const parts = [...ends, text.length].map((end, i) => text.slice(ends[i - 1] ?? 0, end));
  const rows: string[][] = [];
  try {
    for await (const block of readCsv(fromList(parts))) rows.push(...block);
    return rows;
  } catch (fault) {
    return String((fault as { code?: string }).code);
  }
}

async function* fromList(parts: readonly string[]) {
  yield* parts;
}

function plainly(text: string): string[][] | string {
  try {
    return parse(text, plain) as string[][];
  } catch (fault) {
    return String((fault as { code?: string }).code);
  }
}

test.each([
  ['any text', anyText, 600],
  ['tidy rows', tidyText, 300],
] as const)('%s is read as csv-parse reads it, however it is cut', async (_, texts, numRuns) => {
  await fc.assert(
    fc.asyncProperty(texts, fc.array(fc.nat(200), { maxLength: 5 }), async (text, cuts) => {
      expect(await readInPieces(text, cuts)).toEqual(plainly(text));
    }),
    { numRuns },
  );
});

test('a line beyond a million characters is refused, quoted or not', async () => {
  for (const line of ['x'.repeat(1_000_002), `"${'x'.repeat(1_000_002)}`])
    expect(await readInPieces(`a,b\n${line}`, [3, 50, 120])).toBe('CSV_MAX_RECORD_SIZE');
});
