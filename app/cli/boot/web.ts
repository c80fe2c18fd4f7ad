import { createServer, type Server } from 'node:http';
import path from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import { checkout } from './home.ts';
import { runPart } from './part.ts';
import { readAddress } from './settings.ts';
import { createWebApp } from './web-app.ts';

/** The web process over the finished build. */
const { host, port } = readAddress();
const build = (await import(path.join(checkout, 'app/build/server/index.js'))) as ServerBuild;
const proxies = Number(process.env.XINQIAO_PROXIES ?? 0);
const server = createServer(createWebApp({ build, mode: 'production', proxies }));
server.listen(port, host, () => runPart({ close: () => closeServer(server) }));

/** Lets the requests under way end; connections that only wait are cut. */
function closeServer(running: Server): Promise<void> {
  return new Promise((resolve) => {
    running.close(() => resolve());
    running.closeIdleConnections();
    setTimeout(() => running.closeAllConnections(), 5_000).unref();
  });
}
