import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { testDay } from '../today.ts';

/** Starts the built product over a throwaway demo province, once for all journeys, and stops it afterwards. */
export default async function startServer(): Promise<() => Promise<void>> {
  const program = fileURLToPath(new URL('./serve.ts', import.meta.url));
  const env = {
    ...process.env,
    PORT: process.env.XINQIAO_JOURNEYS_PORT,
    HOST: '127.0.0.1',
    XINQIAO_TODAY: testDay,
  };
  const server = fork(program, { env, execArgv: ['--import', 'tsx'], stdio: 'inherit' });
  const ended = new Promise<void>((resolve) => server.on('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    server.on('message', (message) => message === 'ready' && resolve());
    void ended.then(() => reject(new Error('the server of the journeys did not start')));
  });
  return async () => {
    server.kill('SIGTERM');
    await ended;
  };
}
