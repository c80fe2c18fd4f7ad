import { afterEach, describe, expect, test } from 'vitest';
import { guardedLookup, mayReach, webhookUrl } from './webhook-address.ts';

afterEach(() => {
  process.env.XINQIAO_WEBHOOK_NETWORKS = '';
});

test.each([
  'https://127.0.0.1/x',
  'https://10.0.0.5/x',
  'https://169.254.169.254/latest',
  'https://[::1]/x',
  'https://[::ffff:10.0.0.1]/x',
  'https://[fd00::1]/x',
  'https://localhost/x',
  'https://user:secret@example.org/x',
  'http://example.org/x',
  'ftp://example.org/x',
  'https://0x7f.1/x',
  'nonsense',
  '',
])('is refused: %s', (typed) => {
  expect(webhookUrl(typed)).toBeNull();
});

test('a public address by https is taken', () => {
  expect(webhookUrl(' https://hooks.example.org/xinqiao?k=1 ')?.host).toBe('hooks.example.org');
});

describe('an opened network', () => {
  test('is reached, also by plain http, and its neighbours are not', () => {
    process.env.XINQIAO_WEBHOOK_NETWORKS = '10.20.0.0/16';
    expect(webhookUrl('http://10.20.3.4:8080/x')?.port).toBe('8080');
    expect(webhookUrl('https://10.21.3.4/x')).toBeNull();
    expect(mayReach('10.20.255.255')).toBe(true);
    expect(mayReach('10.19.255.255')).toBe(false);
  });

  test('that is written wrong is a fault, not an open door', () => {
    process.env.XINQIAO_WEBHOOK_NETWORKS = 'bank.example/16';
    expect(() => mayReach('10.0.0.1')).toThrow(/not a network/);
  });
});

test('a name that leads inside is refused where the connection is opened', async () => {
  const fault = await new Promise((done) =>
    guardedLookup('localhost', { all: false }, (error) => done(error)),
  );
  expect(String(fault)).toContain('localhost');
});
