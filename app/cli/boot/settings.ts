import { LaunchRefused } from './refusal.ts';

export type Address = { readonly host: string; readonly port: number; readonly url: string };

/** Where the web server listens: `HOST` and `PORT`, by default port 3000 of this machine alone. */
export function readAddress(env: NodeJS.ProcessEnv = process.env): Address {
  const host = env.HOST || '127.0.0.1';
  const port = Number(env.PORT || '3000');
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new LaunchRefused({ code: 'port-unreadable', value: env.PORT ?? '' });
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return { host, port, url: `http://${shown}:${port}` };
}
