import { expect, test } from 'vitest';
import { insist } from '~/domain/kernel/result.ts';
import { openHeader } from './bind-columns.ts';

test('a missing column is named in English too, where it has a name in it', () => {
  const binder = insist(openHeader(['类别', 'note']));
  expect(binder.find({ names: ['类别', 'category'], need: 'value' })).toMatchObject({ index: 0 });
  expect(binder.find({ names: ['金额（元）', '金额', 'amount (yuan)'], need: 'value' })).toBeNull();
  expect(binder.find({ names: ['EID'], need: 'header' })).toBeNull();
  expect(binder.find({ names: ['日期', 'date'], need: 'none' })).toBeNull();
  expect(binder.missing()).toEqual([
    { name: '金额（元）', english: 'amount (yuan)' },
    { name: 'EID', english: 'EID' },
  ]);
});
