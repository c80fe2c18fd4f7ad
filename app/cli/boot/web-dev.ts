import { createServer as createHttpServer } from 'node:http';
import type { ServerBuild } from '@remix-run/node';
import { createServer } from 'vite';
import { healthPages, openHealth } from '../operations/health.ts';
import { observeRequests } from '../operations/observe-requests.ts';
import { runPart } from './part.ts';
import { readAddress } from './settings.ts';
import { createWebApp } from './web-app.ts';

/** The web process over the sources: Vite compiles what is asked for and tells the browser what changed. */
const { host, port } = readAddress();
const server = createHttpServer();
const vite = await createServer({
  configFile: 'app/vite.config.ts',
  server: { middlewareMode: true, hmr: { server } },
});
const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>;
const health = openHealth(process.env.DATABASE_APP_URL ?? '');
const before = [healthPages(health), observeRequests(() => 'page')];
const app = createWebApp({ build, mode: 'development', proxies: 0, before, middleware: vite.middlewares });
server.on('request', app);
server.listen(port, host, () => runPart({ close }));

async function close(): Promise<void> {
  await vite.close();
  await health.close();
  server.closeAllConnections();
  server.close();
}
