import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { manifestBytes, scriptBytes } from '#tests/script-bytes.ts';
import { ensureBuilt } from '~/cli/boot/build.ts';
import { environmentOf, startChild } from '~/cli/boot/children.ts';
import { checkout } from '~/cli/boot/home.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { closeDatabase, useDatabase } from '~/server/db/client.ts';
import type { Bench, BenchContext, Figure } from './bench.ts';
import { paintsOf } from './web-browser.ts';
import { loadCore, onCore, pin, pinDatabase, serverCore } from './web-cores.ts';
import { makeWebWorld, type WebWorld } from './web-data.ts';
import { staticPath } from './web-static-page.ts';

const rounds = 5;
const seconds = 4;
const connections = 8;
const run = promisify(execFile);

type Page = {
  readonly name: string;
  readonly path: string;
  readonly cookie: string;
  readonly target: number;
};

/**
 * Pages of the production build under load, each against a page of fifty static rows of the same server, in turns and
 * at equal concurrency. The server has a core of its own; the load and the database share the other (perf.md 1e).
 * `--full`: 300,000 firms, a million applications.
 */
export const bench: Bench = {
  name: 'web',
  async run(context) {
    await ensureBuilt();
    const size = context.full
      ? { firms: 300_000, applications: 1_000_000 }
      : { firms: 30_000, applications: 100_000 };
    await closeDatabase();
    await useDatabase(context.database.appUrl);
    const world = await withClient(context.database.ownerUrl, (client) => makeWebWorld(client, size));
    context.note('firms', size.firms);
    context.note('applications', size.applications);
    context.note('pinned', (await pinDatabase(context.database.home)) ? 1 : 0);
    return served(context, (origin) => figuresOf(origin, pagesOf(world)));
  },
};

const pagesOf = (world: WebWorld): Page[] => [
  { name: 'inbox', path: '/bank', cookie: world.officer, target: 0.6 },
  {
    name: 'application',
    path: `/my/applications/${world.application}`,
    cookie: world.owner,
    target: 0.6,
  },
  { name: 'shelf', path: '/products', cookie: '', target: 10 },
  { name: 'match', path: `/my/needs/${world.need}`, cookie: world.owner, target: 0.6 },
];

/** The server in a process of its own, on a free port, for as long as the work takes. */
async function served<T>({ database }: BenchContext, work: (origin: string) => Promise<T>): Promise<T> {
  const port = await freePort();
  const env = {
    ...environmentOf('web', 'start', database),
    HOST: '127.0.0.1',
    PORT: String(port),
  };
  const server = startChild('web', { program: 'tests/bench/web-server.ts', env });
  try {
    await server.ready;
    await pin(server.pid, serverCore);
    return await work(`http://127.0.0.1:${port}`);
  } finally {
    await server.stop();
  }
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

async function figuresOf(origin: string, pages: readonly Page[]) {
  const figures: Record<string, Figure> = {};
  for (const page of pages) {
    const frame = await statementsOf(origin, staticPath, page.cookie);
    const queries = (await statementsOf(origin, page.path, page.cookie)) - frame;
    figures[page.name] = { ...(await rates(origin, page)), unit: 'requests/s', target: page.target };
    figures[`${page.name}-queries`] = one(queries, 'queries', 6);
  }
  figures['shelf-script'] = one(scriptBytes('routes/public/products') / 1_000, 'kB gzip', 120);
  figures['page-list-script'] = one(manifestBytes() / 1_000, 'kB gzip', 20);
  for (const { name, path: page, cookie } of pages) {
    const { lcp, shift } = await paintsOf(`${origin}${page}`, cookie);
    figures[`${name}-lcp`] = alone(lcp, 'ms', 2_500);
    figures[`${name}-cls`] = alone(shift, 'CLS', 0.1);
  }
  return figures;
}

/** Figures that stand alone: their ratio is the figure itself. */
const alone = (values: readonly number[], unit: string, target: number): Figure => ({
  values,
  baselines: values.map(() => 1),
  unit,
  target,
});
const one = (value: number, unit: string, target: number) => alone([value], unit, target);

async function rates(origin: string, { path: page, cookie }: Page) {
  const values: number[] = [];
  const baselines: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const value = await rateOf(`${origin}${page}`, cookie);
    const baseline = await rateOf(`${origin}${staticPath}`, cookie);
    if (round === 0) continue; // warms up
    values.push(value);
    baselines.push(baseline);
  }
  return { values, baselines };
}

/** Requests a second; an answer that is no page is a fault of the bench. */
async function rateOf(url: string, cookie: string): Promise<number> {
  const program = path.join(checkout, 'node_modules/autocannon/autocannon.js');
  const words = [
    '-j',
    '-n',
    '-c',
    String(connections),
    '-d',
    String(seconds),
    ...(cookie ? ['-H', `cookie=${cookie}`] : []),
    url,
  ];
  const { stdout } = await run(...onCore(loadCore, [program, ...words]), { maxBuffer: 10_000_000 });
  const said = JSON.parse(stdout) as { requests: { average: number }; non2xx: number; errors: number };
  if (said.non2xx + said.errors > 0) throw new Error(`${url}: ${said.non2xx} answers were no page`);
  return said.requests.average;
}

async function bodyOf(origin: string, page: string, cookie: string): Promise<string> {
  const answer = await fetch(`${origin}${page}`, { headers: { cookie }, redirect: 'manual' });
  if (answer.status !== 200) throw new Error(`${page}: ${answer.status}`);
  return answer.text();
}

const countOf = async (origin: string): Promise<number> =>
  ((await (await fetch(`${origin}/bench/statements`)).json()) as { statements: number }).statements;

/** Statements of one page that was asked for before, without those that open and close a transaction. */
async function statementsOf(origin: string, page: string, cookie: string): Promise<number> {
  await bodyOf(origin, page, cookie);
  const before = await countOf(origin);
  await bodyOf(origin, page, cookie);
  return (await countOf(origin)) - before;
}
