import cluster from 'node:cluster';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerBuild } from '@remix-run/node';
import { drawWith } from '~/server/http/draw-page.ts';
import { healthPages, openHealth } from '../operations/health.ts';
import { observeRequests } from '../operations/observe-requests.ts';
import { openOperations } from '../operations/operations-server.ts';
import { measureProcess } from '../operations/request-metrics.ts';
import { routeNames } from '../operations/route-names.ts';
import { startTracing } from '../operations/tracing.ts';
import { checkout } from './home.ts';
import { runPart } from './part.ts';
import { openPublicPages } from './public-pages.ts';
import { readAddress, readDrainMs, readOperations } from './settings.ts';
import { createWebApp } from './web-app.ts';

/** A request that takes longer than this when the process ends is cut. */
const patienceMs = 15_000;

/** Serves the finished build in this process until it is asked to stop; `after` is closed last. */
export async function serveWeb(after: () => Promise<void> = async () => undefined): Promise<void> {
  const { host, port } = readAddress();
  const drainMs = readDrainMs();
  const stopTracing = await startTracing('web');
  const health = openHealth(process.env.DATABASE_APP_URL ?? '');
  const address = readOperations('web');
  if (address) measureProcess();
  const closeOperations = await openOperations(cluster.isPrimary ? address : undefined, health);
  const build = (await import(path.join(checkout, 'app/build/server/index.js'))) as ServerBuild;
  const proxies = Number(process.env.XINQIAO_PROXIES ?? 0);
  const before = [healthPages(health), observeRequests(routeNames(build.routes))];
  const pages = openPublicPages(drawWith(build), process.env.DATABASE_APP_URL ?? '');
  const app = createWebApp({ build, mode: 'production', proxies, before, publicPages: pages.handler });
  const server = createServer(app);
  const close = async () => {
    health.drain();
    await sleep(drainMs);
    await closeServer(server);
    await Promise.all([closeOperations(), health.close(), pages.close(), stopTracing()]);
    await after();
  };
  server.listen(port, host, () => runPart({ close, graceMs: drainMs + patienceMs + 5_000 }));
}

/** Lets the requests under way end; connections that only wait are cut. */
function closeServer(running: Server): Promise<void> {
  return new Promise((resolve) => {
    running.close(() => resolve());
    running.closeIdleConnections();
    const idle = setInterval(() => running.closeIdleConnections(), 100);
    idle.unref();
    setTimeout(() => running.closeAllConnections(), patienceMs).unref();
  });
}
