import type { Response as Reply, Request, RequestHandler } from 'express';
import pg from 'pg';
import type { Draw } from '~/server/http/draw-page.ts';
import { log } from '~/server/log.ts';

type Kept = {
  readonly version: string;
  readonly at: number;
  /** The page, cut where the nonce of each answer goes. */
  readonly parts: readonly string[];
  readonly headers: readonly (readonly [string, string])[];
};

/** Pages that are the same for everybody who is not signed in. */
const paths: ReadonlySet<string> = new Set(['/products']);
/** Asked in words, the answer rests on the search index, which follows a moment later. */
const uncached = ['q', '_data', 'lang'];
const versionMs = 200;
const longestMs = 60_000;
const mostPages = 500;

export type PublicPages = { readonly handler: RequestHandler; close(): Promise<void> };

/**
 * Public pages by address and language, drawn once for each version of what they are made of (perf.md 1e). A page that
 * has grown old is drawn anew beside the requests, by one of them, while the others get the one there is.
 */
export function openPublicPages(draw: Draw, databaseUrl: string): PublicPages {
  const pages = new Map<string, Kept>();
  const drawing = new Map<string, Promise<Kept | null>>();
  const mark = `nonce-${crypto.randomUUID()}`;
  const versions = openVersions(databaseUrl);
  const drawn = (key: string, address: URL, language: string, version: string) => {
    const known = drawing.get(key);
    if (known) return known;
    const made = keptFrom(draw(address, language, mark), mark, version).then((page) => {
      if (page && pages.size >= mostPages) pages.delete(pages.keys().next().value ?? '');
      if (page) pages.set(key, page);
      return page;
    });
    const ended = made.finally(() => drawing.delete(key));
    ended.catch(() => undefined); // whoever waits for the page hears of it
    drawing.set(key, made);
    return made;
  };
  const handler: RequestHandler = async (request, response, next) => {
    const wish = wishOf(request);
    if (!wish) return next();
    const { key, address, language } = wish;
    try {
      const version = await versions.now();
      const known = pages.get(key);
      if (known?.version === version) {
        if (Date.now() - known.at > longestMs) void drawn(key, address, language, version).catch(noteFailed);
        return answer(response, known);
      }
      const page = await drawn(key, address, language, version);
      return page ? answer(response, page) : next();
    } catch {
      return next(); // the page is then drawn as any other, and says itself what is wrong
    }
  };
  return { handler, close: versions.close };
}

/** The page there is goes on being answered; the log says why it was not drawn anew. */
const noteFailed = (err: unknown) => log.error({ err }, 'a public page was not drawn anew');

type Asked = Pick<Request, 'method' | 'path' | 'originalUrl' | 'headers'>;

/** What is asked for, if it is a page that is the same for everybody. */
function wishOf(request: Asked): { key: string; address: URL; language: string } | null {
  if (!isPublic(request) || request.headers.cookie) return null;
  const address = new URL(request.originalUrl, `http://${request.headers.host ?? 'localhost'}`);
  if (uncached.some((name) => address.searchParams.has(name))) return null;
  const language = request.headers['accept-language'] ?? '';
  return {
    key: `${address.pathname}?${address.searchParams} ${language} ${address.host}`,
    address,
    language,
  };
}

const isPublic = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
  method === 'GET' && paths.has(path);

/** A page that may be kept: whole, and the same for everybody. */
async function keptFrom(drawn: Promise<Response>, mark: string, version: string): Promise<Kept | null> {
  const response = await drawn;
  if (response.status !== 200 || response.headers.has('set-cookie')) return null;
  const parts = (await response.text()).split(mark);
  return { version, at: Date.now(), parts, headers: [...response.headers] };
}

function answer(response: Reply, { parts, headers }: Kept): void {
  for (const [name, value] of headers) response.setHeader(name, value);
  const body = Buffer.from(parts.join(String(response.locals.nonce ?? '')));
  response.setHeader('content-length', body.byteLength);
  response.end(body);
}

/** The version of what public pages are made of, asked for at most every 200 ms, by one request for all. */
function openVersions(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, query_timeout: 3_000 });
  pool.on('error', () => undefined); // asked again at the next request
  let last: { readonly at: number; readonly version: Promise<string> } | undefined;
  const ask = async (): Promise<string> => {
    const { rows } = await pool.query<{ version: string }>(
      `select count(*) || '.' || coalesce(max(id), 0) as version from public_change`,
    );
    return rows[0]?.version ?? '';
  };
  return {
    now(): Promise<string> {
      if (last && Date.now() - last.at < versionMs) return last.version;
      const version = ask();
      last = { at: Date.now(), version };
      version.catch(() => {
        last = undefined;
      });
      return version;
    },
    close: () => pool.end(),
  };
}
