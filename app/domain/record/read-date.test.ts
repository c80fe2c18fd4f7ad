import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day, dayOfMonth, monthOf, yearOf } from '~/domain/kernel/day.ts';
import { lastDayOf, readAnyDate, readDate } from './read-date.ts';

const today = day('2026-11-23');

test.each([
  ['2015年08月', '2015-08-01', 'month'],
  ['2015年8月', '2015-08-01', 'month'],
  ['２０１５年８月', '2015-08-01', 'month'],
  ['2015-08', '2015-08-01', 'month'],
  ['2015/8', '2015-08-01', 'month'],
  ['2015.08', '2015-08-01', 'month'],
  ['201607', '2016-07-01', 'month'],
  ['2015', '2015-01-01', 'year'],
  ['2015年', '2015-01-01', 'year'],
  ['2016.0', '2016-01-01', 'year'],
  ['2015/06/01', '2015-06-01', 'day'],
  ['2015/6/1', '2015-06-01', 'day'],
  ['2015-06-29', '2015-06-29', 'day'],
  ['2015.06.29', '2015-06-29', 'day'],
  ['2015年6月29日', '2015-06-29', 'day'],
  ['20150629', '2015-06-29', 'day'],
  [' 2015-06-29 00:00:00 ', '2015-06-29', 'day'],
  ['2015-06-29T08:30:00.000+08:00', '2015-06-29', 'day'],
  ['2024-02-29', '2024-02-29', 'day'],
  ['2026年11月', '2026-11-01', 'month'],
  ['2026', '2026-01-01', 'year'],
  ['1899', '1899-01-01', 'year'],
])('%s is %s of %s precision', (text, value, precision) => {
  expect(readDate(text, today)).toEqual({ ok: true, value: { day: value, precision } });
});

test.each([
  ['2015年13月', 'record.date-impossible'],
  ['2015-00', 'record.date-impossible'],
  ['2023-02-29', 'record.date-impossible'],
  ['2015-06-31', 'record.date-impossible'],
  ['0015-06-01', 'record.date-impossible'],
  ['201613', 'record.date-impossible'],
  ['', 'record.date-unreadable'],
  ['上周', 'record.date-unreadable'],
  ['15-06-29', 'record.date-unreadable'],
  ['2015年08', 'record.date-unreadable'],
  ['2015.1', 'record.date-unreadable'],
  ['42185', 'record.date-unreadable'],
  ['29/06/2015', 'record.date-unreadable'],
  ['2026-11-24', 'record.date-future'],
  ['2026年12月', 'record.date-future'],
  ['2027', 'record.date-future'],
])('%s is refused: %s', (text, code) => {
  expect(readDate(text, today)).toMatchObject({ ok: false, refusal: { code, text } });
});

test.each([
  ['2015-06-29', '2015-06-29'],
  ['2015年7月', '2015-07-31'],
  ['2024-02', '2024-02-29'],
  ['2015', '2015-12-31'],
])('the period %s ends on %s', (text, last) => {
  const read = readAnyDate(text);
  expect(read.ok && lastDayOf(read.value)).toBe(last);
});

test('every day up to today is read back from every form it is written in', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), (back) => {
      const d = addDays(today, -back);
      const [y, m, n] = [yearOf(d), monthOf(d), dayOfMonth(d)];
      for (const text of [d, d.replaceAll('-', '/'), d.replaceAll('-', ''), `${y}年${m}月${n}日`])
        expect(readDate(text, today)).toEqual({ ok: true, value: { day: d, precision: 'day' } });
      expect(readDate(`${y}年${m}月`, today)).toMatchObject({ value: { precision: 'month' } });
    }),
  );
});
