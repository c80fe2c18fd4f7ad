import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesPerLine, LineMemory, RecordSet, wordsPerLine } from './line-memory.ts';

const word = fc.oneof(fc.constantFrom(0, 1, 0xffffffff), fc.nat(0xffffffff));
const line = fc.tuple(word, word, fc.nat(5), fc.nat(5));
type Line = readonly [number, number, number, number];

const notesOf = (lines: readonly Line[]): Buffer => {
  const notes = Buffer.alloc(lines.length * bytesPerLine);
  for (const [i, words] of lines.entries())
    for (let at = 0; at < wordsPerLine; at += 1)
      notes.writeUInt32LE(words[at] as number, i * bytesPerLine + 4 * at);
  return notes;
};

test('rows that are known are met, others are not, and a met row of a changed record is found', () => {
  const cases = fc.tuple(
    fc.array(line, { maxLength: 60 }),
    fc.array(line, { maxLength: 20 }),
    fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 4 }),
    fc.array(fc.nat(200), { maxLength: 20 }),
  );
  fc.assert(
    fc.property(cases, ([known, strangers, changed, again]) => {
      const memory = new LineMemory(known.length);
      memory.load(notesOf(known));
      const keyOf = ([high, low]: Line) => `${high} ${low}`;
      const held = new Set(known.filter(([high, low]) => high + low > 0).map(keyOf));
      expect(memory.count).toBe(held.size);
      const met = new Set<string>();
      for (const each of again.flatMap((no) => (known[no] ? [known[no]] : [])))
        if (memory.meet(each[0], each[1])) met.add(keyOf(each));
      for (const each of strangers) {
        expect(memory.meet(each[0], each[1])).toBe(held.has(keyOf(each)));
        if (held.has(keyOf(each))) met.add(keyOf(each));
      }
      const records = new RecordSet();
      for (const [high, low] of changed) records.add(high, low * 2_048);
      const expected = known.some(
        (each) => met.has(keyOf(each)) && changed.some(([high, low]) => high === each[2] && low === each[3]),
      );
      const spread = known.map(([high, low, a, b]) => [high, low, a, b * 2_048] as const);
      expect(memory.hasMetAny).toBe(met.size > 0);
      expect(memory.hasMet(notesOf(spread), records)).toBe(expected);
    }),
    { numRuns: 1_000 },
  );
});
