import type { LoaderFunctionArgs } from '@remix-run/node';
import { sha256 } from '~/domain/kernel/hash.ts';
import { declareGate, gateOf } from '~/server/http/declared-gate.ts';

type Loader<R extends Response> = (args: LoaderFunctionArgs) => Promise<R>;

/**
 * Lets browsers keep the data of a public page and ask only whether they changed: an ETag over the very bytes, and 304
 * while they are the same. Only the data that the running page fetches: a whole document carries the nonce of its own
 * content security policy and is never kept. The loader must answer everybody alike.
 */
export function revalidated<R extends Response>(loader: Loader<R>): Loader<R> {
  const gate = gateOf(loader);
  const run: Loader<R> = async (args) => {
    const response = await loader(args);
    const isData = new URL(args.request.url).searchParams.has('_data');
    return isData && response.status === 200 ? tagged(args.request, response) : response;
  };
  return gate === undefined ? run : declareGate(gate, run);
}

async function tagged<R extends Response>(request: Request, response: R): Promise<R> {
  const body = await response.text();
  const etag = `"${sha256(body).slice(0, 32)}"`;
  const headers = new Headers(response.headers);
  headers.set('cache-control', 'private, no-cache'); // kept, but asked after every time
  headers.set('etag', etag);
  const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
  const isKnown = known.some((tag) => tag.replace(/^W\//, '') === etag);
  return new Response(isKnown ? null : body, { status: isKnown ? 304 : 200, headers }) as R;
}
