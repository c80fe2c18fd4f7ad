import { expect, test } from 'vitest';
import { rejectsCsv } from './record-rejects.ts';

const row = (cell: string) => ({
  rowNo: 4,
  column: '日期',
  problem: { code: 'record.date-impossible', text: '2015年13月' },
  cells: [
    ['日期', '2015年13月'],
    ['摘要', cell],
  ] as const,
});

test('rejects go back with row, column, reason and the row as it came', () => {
  expect(rejectsCsv([row('欠税')], 'zh-CN').split('\r\n')).toEqual([
    '\ufeff原文件行,问题所在列,原因,日期,摘要',
    '4,日期,日历上没有“2015年13月”这一天或月份,2015年13月,欠税',
    '',
  ]);
  expect(rejectsCsv([row('欠税')], 'en')).toContain('The calendar has no “2015年13月”');
});

test.each([
  ['=cmd()', "'=cmd()"],
  ['+1', '+1'],
  ['-5.00', '-5.00'],
  ['-abc', "'-abc"],
  ['a,b', '"a,b"'],
  ['say "x"', '"say ""x"""'],
])('the cell %s is written %s', (cell, written) => {
  expect(rejectsCsv([row(cell)], 'en')).toContain(`,${written}\r\n`);
});
