import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '~/domain/kernel/day.ts';
import { calendarFile } from './calendar.ts';

const at = new Date('2026-11-27T04:00:00Z');
const entry = { id: 'a-1', on: day('2026-12-31'), title: '可申请信用修复：行政处罚信息', note: '' };

test('a day of the calendar lasts until the next one and reminds three days before', () => {
  const lines = calendarFile([entry], '信桥', at).split('\r\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'UID:a-1@xinqiao',
      'DTSTAMP:20261127T040000Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:可申请信用修复：行政处罚信息',
      'TRIGGER:-P3D',
    ]),
  );
  expect(lines.at(-1)).toBe('');
});

test('whatever a title says, no line is longer than 75 bytes, nothing breaks out of it, and unfolding gives it back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
      const clean = title.replace(/\r/g, '');
      const file = calendarFile([{ ...entry, title: clean }], 'x', at);
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const summary = file
        .replaceAll('\r\n ', '')
        .split('\r\n')
        .find((line) => line.startsWith('SUMMARY:'));
      const read = summary?.slice(8).replace(/\\(.)/g, (_, c: string) => (c === 'n' ? '\n' : c));
      expect(read).toBe(clean);
      expect(file.split('\r\n').filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    }),
  );
});
