import cluster from 'node:cluster';
import { timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import express, { type Request } from 'express';
import { AggregatorRegistry, register } from 'prom-client';
import type { OperationsAddress } from '../boot/settings.ts';
import { type Health, healthPages } from './health.ts';

/** Serves `/metrics`, `/livez` and `/readyz` on a port of their own; only this machine, or whoever has the token. */
export async function openOperations(
  address: OperationsAddress | undefined,
  health?: Health,
): Promise<() => Promise<void>> {
  if (!address) return async () => undefined;
  const app = express();
  app.disable('x-powered-by');
  if (health) app.use(healthPages(health));
  app.get('/metrics', async (request, response) => {
    if (!mayRead(request, address.token)) return void response.status(401).type('text/plain').send('');
    response.type(register.contentType).send(await readMetrics());
  });
  app.use((_, response) => void response.status(404).type('text/plain').send(''));
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(address.port, address.host, resolve);
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}

const aggregator = new AggregatorRegistry();

/** The figures of this process; where it leads several web processes, theirs together. */
const readMetrics = (): Promise<string> =>
  cluster.isPrimary && Object.keys(cluster.workers ?? {}).length > 0
    ? aggregator.clusterMetrics()
    : register.metrics();

function mayRead(request: Request, token: string | undefined): boolean {
  if (!token) return true;
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
