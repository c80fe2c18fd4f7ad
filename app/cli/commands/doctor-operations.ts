import { missingMigrations } from '../boot/check-migrated.ts';
import { readDrainMs, readOperations, readWebProcesses } from '../boot/settings.ts';
import { withClient } from '../boot/sql-client.ts';
import type { DatabaseUrls } from '../command.ts';
import { readBacklog } from '../operations/read-backlog.ts';

/** An order that waits longer than this says that no worker relays. */
export const relayPatienceSeconds = 300;

/** The migrations that this version ships and the database lacks, seen as the web's role sees them. */
export const lackingMigrations = ({ appUrl }: DatabaseUrls): Promise<readonly string[]> =>
  withClient(appUrl, missingMigrations);

/** What waits in the outbox, and whether so long that nobody seems to carry it. */
export async function examineRelay() {
  const { unrelayed, outboxAgeSeconds, anchorAgeSeconds } = await readBacklog();
  return { unrelayed, outboxAgeSeconds, anchorAgeSeconds, isStuck: outboxAgeSeconds > relayPatienceSeconds };
}

/** How the parts are set up to run; a setting that cannot be read is refused in words by the one who reads it. */
export function readOperationsSettings() {
  const metrics = readOperations('web');
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT } = process.env;
  return {
    processes: readWebProcesses(),
    drainSeconds: readDrainMs() / 1000,
    metrics: metrics ? `${metrics.host}:${metrics.port}` : null,
    traces: OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || OTEL_EXPORTER_OTLP_ENDPOINT || null,
  };
}

const patienceMs = 2_000;

/** Whether the web's metrics answer where the settings say; null when they are off. */
export async function areMetricsThere(): Promise<boolean | null> {
  const metrics = readOperations('web');
  if (!metrics) return null;
  const headers = metrics.token ? { authorization: `Bearer ${metrics.token}` } : {};
  const url = `http://${metrics.host}:${metrics.port}/metrics`;
  return fetch(url, { headers, signal: AbortSignal.timeout(patienceMs) }).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** Whether the collector of the traces takes a connection; null when tracing is off. */
export async function isCollectorThere(endpoint: string | null): Promise<boolean | null> {
  if (!endpoint) return null;
  return fetch(endpoint, { signal: AbortSignal.timeout(patienceMs) }).then(
    () => true,
    () => false,
  );
}
