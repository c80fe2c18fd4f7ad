import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { LaunchRefused } from './refusal.ts';
import { readAddress, readOperations, readWebProcesses } from './settings.ts';
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

test('web processes: one by default, a number, or one per core', () => {
  expect(readWebProcesses(env({}))).toBe(1);
  expect(readWebProcesses(env({ XINQIAO_WEB_PROCESSES: '4' }))).toBe(4);
  expect(readWebProcesses(env({ XINQIAO_WEB_PROCESSES: 'cores' }))).toBe(availableParallelism());
});

test.each(['0', '-1', '2.5', 'many', '1000'])('XINQIAO_WEB_PROCESSES=%s is refused', (value) => {
  expect(() => readWebProcesses(env({ XINQIAO_WEB_PROCESSES: value }))).toThrow(LaunchRefused);
});

test('metrics are off unless a port is named, and the worker takes the next one', () => {
  expect(readOperations('web', env({}))).toBeUndefined();
  const asked = env({ XINQIAO_METRICS_PORT: '9400' });
  expect(readOperations('web', asked)).toEqual({ host: '127.0.0.1', port: 9400, token: undefined });
  expect(readOperations('worker', asked)).toMatchObject({ port: 9401 });
});

test.each([
  [{ XINQIAO_METRICS_PORT: 'x' }, 'metrics-port-unreadable'],
  [{ XINQIAO_METRICS_PORT: '9400', XINQIAO_METRICS_HOST: '0.0.0.0' }, 'metrics-token-missing'],
])('%j is refused as %s', (values, code) => {
  expect(() => readOperations('web', env(values as never))).toThrow(code);
});
