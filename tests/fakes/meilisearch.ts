import http from 'node:http';
import type net from 'node:net';
import type { Exchange } from './meili-description.ts';
import { type FakeIndex, type FakeQuery, FakeRefusal, searchIndex } from './meili-index.ts';
import { openTasks } from './meili-tasks.ts';

export type FakeMeili = {
  readonly url: string;
  readonly key: string;
  /** Everything that was asked and answered, in order. */
  readonly exchanges: Exchange[];
  readonly indexes: Map<string, FakeIndex>;
  /** Tasks rest until they are let go on. */
  hold(): void;
  release(): void;
  /** Makes the next task fail with this message. */
  failNext(message: string): void;
  /** Loses everything: indexes and tasks. */
  forget(): void;
  /** Answers nobody any more until it is up again. */
  down(): void;
  up(): void;
  close(): Promise<void>;
};

type Asked = { readonly query: URLSearchParams; readonly body: never; readonly part: string };
type Answer = readonly [status: number, reply: object];
type Engine = ReturnType<typeof openTasks>;
type Route = readonly [method: string, path: RegExp, answer: (engine: Engine, asked: Asked) => Answer];

const routes: readonly Route[] = [
  ['GET', /^\/health$/, () => [200, { status: 'available' }]],
  ['GET', /^\/version$/, () => [200, { commitSha: 'fake', commitDate: 'fake', pkgVersion: '1.53.0' }]],
  ['GET', /^\/tasks\/(\d+)$/, ({ task }, { part }) => [200, task(Number(part))]],
  ['GET', /^\/indexes$/, ({ indexes }) => [200, listOf(indexes)]],
  ['POST', /^\/indexes$/, (engine, { body }) => [202, engine.createIndex(body)]],
  ['DELETE', /^\/indexes\/([^/]+)$/, (engine, { part }) => [202, engine.deleteIndex(part)]],
  ['POST', /^\/swap-indexes$/, (engine, { body }) => [202, engine.swap(body)]],
  ['GET', /^\/indexes\/([^/]+)\/settings$/, (engine, { part }) => [200, indexOf(engine, part).settings]],
  ['PATCH', /^\/indexes\/([^/]+)\/settings$/, (engine, { part, body }) => [202, engine.change(part, body)]],
  [
    'POST',
    /^\/indexes\/([^/]+)\/documents$/,
    (engine, { part, body, query }) => [202, engine.put(part, body, query.get('primaryKey'))],
  ],
  [
    'POST',
    /^\/indexes\/([^/]+)\/documents\/delete-batch$/,
    (e, { part, body }) => [202, e.remove(part, body)],
  ],
  [
    'POST',
    /^\/indexes\/([^/]+)\/documents\/fetch$/,
    (e, { part, body }) => [200, fetched(indexOf(e, part), body)],
  ],
  [
    'POST',
    /^\/indexes\/([^/]+)\/search$/,
    (engine, { part, body }) => [200, searchIndex(indexOf(engine, part), body as FakeQuery)],
  ],
];

/** A local peer that speaks the part of the engine's API which the driver uses: tasks are done later, one after the other. */
export async function startFakeMeili(): Promise<FakeMeili> {
  const engine = openTasks();
  const exchanges: Exchange[] = [];
  const key = 'fake-key';
  let isDown = false;
  const server = http.createServer(async (request, response) => {
    if (isDown) return void request.socket.destroy();
    const url = new URL(request.url ?? '', 'http://fake');
    const text = await bodyOf(request);
    const body = text ? JSON.parse(text) : undefined;
    const isLetIn = url.pathname === '/health' || request.headers.authorization === `Bearer ${key}`;
    const [status, reply] = isLetIn ? answerTo(engine, request.method ?? '', url, body) : notLetIn;
    const { pathname: path, searchParams: query } = url;
    exchanges.push({ method: request.method ?? '', path, query, request: body, status, reply });
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  return {
    ...{ url: `http://127.0.0.1:${port}`, key, exchanges, indexes: engine.indexes },
    ...{ hold: engine.hold, release: engine.release, failNext: engine.failNext, forget: engine.forget },
    down: () => {
      isDown = true;
      server.closeAllConnections();
    },
    up: () => {
      isDown = false;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const notLetIn: Answer = [401, errorOf('missing_authorization_header', 'The header is missing.', 'auth')];

function answerTo(engine: Engine, method: string, url: URL, body: unknown): Answer {
  for (const [verb, path, answer] of routes) {
    const match = path.exec(url.pathname);
    if (verb !== method || !match) continue;
    try {
      return answer(engine, { query: url.searchParams, body: body as never, part: match[1] ?? '' });
    } catch (refusal) {
      if (!(refusal instanceof FakeRefusal)) throw refusal;
      return [refusal.status, errorOf(refusal.code, refusal.message, 'invalid_request')];
    }
  }
  return [404, errorOf('bad_request', `nothing at ${method} ${url.pathname}`, 'invalid_request')];
}

function errorOf(code: string, message: string, type: string) {
  return { message, code, type, link: `https://docs.meilisearch.com/errors#${code}` };
}

async function bodyOf(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function indexOf({ indexes }: Engine, uid: string): FakeIndex {
  const index = indexes.get(uid);
  if (!index) throw new FakeRefusal(404, 'index_not_found', `Index \`${uid}\` not found.`);
  return index;
}

function listOf(indexes: Engine['indexes']) {
  const results = [...indexes].map(([uid, { primaryKey, createdAt }]) => {
    return { uid, primaryKey, createdAt, updatedAt: createdAt };
  });
  return { results, offset: 0, limit: 1000, total: results.length };
}

type Browse = { readonly offset: number; readonly limit: number; readonly fields: readonly string[] };

function fetched({ documents }: FakeIndex, { offset, limit, fields }: Browse) {
  const page = [...documents.values()].slice(offset, offset + limit);
  const results = page.map((one) => Object.fromEntries(fields.map((name) => [name, one[name]])));
  return { results, offset, limit, total: documents.size };
}
