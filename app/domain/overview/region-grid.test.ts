import { expect, test } from 'vitest';
import { placesOf } from './region-grid.ts';

test('no two tiles share a place, whether the codes are known or not', () => {
  for (const codes of [
    ['6401', '6402', '6403', '6404', '6405'],
    ['6402'],
    ['1101', '6401', '', '2201', '3301', '4401'],
  ]) {
    const places = placesOf(codes).map(({ column, row }) => `${column}/${row}`);
    expect(places).toHaveLength(codes.length);
    expect(new Set(places).size).toBe(codes.length);
  }
});
