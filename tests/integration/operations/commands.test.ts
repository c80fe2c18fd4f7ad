import { execFile } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '~/cli/boot/home.ts';

/** A command as a user calls it: its own process, standard output as JSON, and the exit code. */
function call(...words: string[]): Promise<{ code: number; answer: Record<string, unknown> }> {
  const door = path.join(checkout, 'app/cli/boot/run.mjs');
  const env = { ...process.env, NODE_ENV: 'production' as const, LANG: 'en_US.UTF-8' };
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [door, 'cli', ...words, '--json'],
      { env, cwd: checkout },
      (error, out, err) => {
        const code = error ? Number(error.code) : 0;
        try {
          resolve({ code, answer: JSON.parse(out) });
        } catch {
          reject(new Error(`${words.join(' ')} answered ${code}: ${out}${err}`));
        }
      },
    );
  });
}

test('a command that needs no database answers in words when its folder is not there', async () => {
  const { code, answer } = await call('monitor', 'replay', '--dataset', 'ccf2020', '--dir', '/nowhere');
  expect(code).toBe(1);
  expect(answer).toEqual({
    error: 'monitor.folder-unreadable',
    message: 'The folder /nowhere cannot be read. Check the path.',
  });
}, 60_000);

test('a command over a database opens one for itself, does its work and ends', async () => {
  const { code, answer } = await call('verify-ledger', '--throwaway');
  expect(code).toBe(0);
  expect(answer).toMatchObject({ ok: true });
}, 120_000);
