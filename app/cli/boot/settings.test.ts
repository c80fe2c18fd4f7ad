import { expect, test } from 'vitest';
import { LaunchRefused } from './refusal.ts';
import { readAddress } from './settings.ts';
import { columns } from './start-report.ts';

const env = (values: Record<string, string>) => values as unknown as NodeJS.ProcessEnv;

test.each([
  [{}, { host: '127.0.0.1', port: 3000, url: 'http://127.0.0.1:3000' }],
  [
    { PORT: '80', HOST: '::1' },
    { host: '::1', port: 80, url: 'http://[::1]:80' },
  ],
  [{ HOST: '0.0.0.0' }, { host: '0.0.0.0', port: 3000, url: 'http://localhost:3000' }],
])('%j', (values, address) => {
  expect(readAddress(env(values))).toEqual(address);
});

test.each(['abc', '0', '70000', '30.5', '-1'])('PORT=%s is no port', (PORT) => {
  expect(() => readAddress(env({ PORT }))).toThrow(LaunchRefused);
});

test('columns line up although Chinese characters are twice as wide', () => {
  expect(
    columns([
      ['数据库', 'a', 'x'],
      ['web', 'bb', 'y'],
    ]),
  ).toEqual(['  数据库  a   x', '  web     bb  y']);
});
