import { queuePlace } from '#jobs/queue.ts';
import { searchPlace } from '#search/open-search.ts';
import { areDemoAccountsOpen } from '~/server/access/demo-accounts.ts';
import { closeDatabase, useDatabase } from '~/server/db/client.ts';
import { openStorage } from '~/server/platform/storage.ts';
import { type Locale, translate } from '~/text/define.ts';
import { startText } from '~/text/start.ts';
import { openProgress } from '../progress.ts';
import { ensureBuilt } from './build.ts';
import { checkQueue } from './check-queue.ts';
import { type Child, environmentOf, startChild } from './children.ts';
import { openDemoDepartment } from './demo-department.ts';
import { homeOf } from './home.ts';
import { noteLauncher } from './launcher-note.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { obstacleAt } from './ports.ts';
import { prepareDatabase } from './prepare-database.ts';
import { LaunchRefused } from './refusal.ts';
import { type Address, readAddress, readDrainMs, readOperations, readWebProcesses } from './settings.ts';
import { accountLines, partLines } from './start-report.ts';
import { withStopwatch } from './stopwatch.ts';

export type Launch = {
  /** `dev` serves the sources and reloads; `start` serves the build. */
  readonly mode: 'start' | 'dev';
  readonly dataDir: string | undefined;
  readonly locale: Locale;
  /** Settles when the user or the system asks to stop. */
  readonly stopped: Promise<void>;
};

/** Brings everything up, waits until it is asked to stop or a part ends, and brings everything down again. */
export async function launch(wish: Launch): Promise<void> {
  const address = readAddress();
  const removeNote = await noteLauncher(homeOf(wish.dataDir), address.url);
  try {
    await checkAddress(address);
    await checkOperations();
    if (wish.mode === 'start')
      await untilStopped(wish, withStopwatch(say(wish)('start.building'), ensureBuilt));
    await serve(wish, address);
  } finally {
    removeNote();
  }
}

/** Thrown through the layers when the user stops a start that is still under way. */
export class StoppedEarly extends Error {}

const say = ({ locale }: Launch) => translate(startText, locale);

/** Waits for work, but no longer than the user does; what is under way then ends with the process. */
function untilStopped<T>({ stopped }: Launch, work: Promise<T>): Promise<T> {
  const early = stopped.then(() => {
    throw new StoppedEarly();
  });
  return Promise.race([work, early]);
}

async function checkAddress({ host, port }: Pick<Address, 'host' | 'port'>): Promise<void> {
  const obstacle = await obstacleAt(port, host);
  if (obstacle === 'EADDRINUSE') throw new LaunchRefused({ code: 'port-busy', host, port });
  if (obstacle === 'EACCES') throw new LaunchRefused({ code: 'port-forbidden', host, port });
  if (obstacle) throw new LaunchRefused({ code: 'host-unknown', host });
}

/** What the parts will read is read here first: a slip is refused in words before anything starts. */
async function checkOperations(): Promise<void> {
  readWebProcesses();
  readDrainMs();
  for (const part of ['web', 'worker'] as const) {
    const operations = readOperations(part);
    if (operations) await checkAddress(operations);
  }
}

async function serve(wish: Launch, address: Address): Promise<void> {
  await checkQueue();
  const database = await openDatabase({ dataDir: wish.dataDir });
  try {
    await untilStopped(wish, prepareDatabase(database, openProgress, { demo: say(wish)('start.seeding') }));
    const department = areDemoAccountsOpen(address.host) ? await openDepartment(database) : null;
    await runParts(wish, address, database).finally(() => department?.close());
  } finally {
    await database.stop();
  }
}

/** By a connection of its own: where nothing was left to seed, none is open. */
async function openDepartment({ appUrl }: OpenDatabase): ReturnType<typeof openDemoDepartment> {
  await useDatabase(appUrl);
  return openDemoDepartment().finally(closeDatabase);
}

async function runParts(wish: Launch, address: Address, database: OpenDatabase): Promise<void> {
  const { mode } = wish;
  const web = startChild('web', {
    program: mode === 'dev' ? 'app/cli/boot/web-dev.ts' : 'app/cli/boot/web.ts',
    env: environmentOf('web', mode, database),
  });
  const worker = startChild('worker', {
    program: 'app/cli/boot/worker.ts',
    env: environmentOf('worker', mode, database),
    watch: mode === 'dev',
  });
  try {
    await untilStopped(wish, Promise.all([web.ready, worker.ready]));
    report(wish, address, database, { web, worker });
    await Promise.race([wish.stopped, failureOf(web), failureOf(worker), lossOf(database)]);
    process.stdout.write(`\n${say(wish)('start.stopping')}\n`);
  } finally {
    await Promise.all([web.stop(), worker.stop()]);
  }
}

/** Never settles well: rejects when the part ends by itself. */
async function failureOf({ ended, name }: Child): Promise<never> {
  await ended;
  throw new LaunchRefused({ code: 'part-ended', part: name });
}

async function lossOf({ server, home }: OpenDatabase): Promise<never> {
  await (server?.lost ?? new Promise<never>(() => undefined));
  throw new LaunchRefused({ code: 'database-lost', log: `${home.folder}/postgres.log` });
}

function report(
  wish: Launch,
  { url, host }: Address,
  database: OpenDatabase,
  parts: { web: Child; worker: Child },
): void {
  const t = say(wish);
  const drivers = { queue: queuePlace(), search: searchPlace(), storage: openStorage().driver };
  const pids = { web: parts.web.pid, worker: parts.worker.pid };
  const lines = [
    t('start.ready', url, Math.round(performance.now() / 1000)),
    '',
    ...partLines(database, drivers, pids, url, wish.locale),
    '',
    ...accountLines(areDemoAccountsOpen(host), wish.locale),
    '',
    t('start.how-to-stop'),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
