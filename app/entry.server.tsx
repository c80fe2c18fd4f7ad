import { Writable } from 'node:stream';
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { reportFault } from '~/server/http/report-fault.ts';
import { NonceContext } from '~/ui/nonce.ts';

/** A page that takes longer is given up: nobody waits for it any more. */
const renderLimitMs = 10_000;

/** Renders the whole page before the first byte: a fault becomes a fault page with its status, never half a page. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const nonce = typeof loadContext.nonce === 'string' ? loadContext.nonce : undefined;
  const html = await render(
    <NonceContext.Provider value={nonce}>
      <RemixServer context={context} url={request.url} {...(nonce && { nonce })} />
    </NonceContext.Provider>,
    nonce,
  );
  headers.set('content-type', 'text/html; charset=utf-8');
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store'); // pages quote what only some may see
  return new Response(html, { status, headers });
}

function render(page: React.ReactElement, nonce: string | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk);
        done();
      },
      final(done) {
        // React fills its blocks of bytes with zeros where a Chinese character does not fit into the rest of one.
        resolve(Buffer.concat(chunks).toString('utf8').replaceAll('\0', ''));
        done();
      },
    });
    const { pipe, abort } = renderToPipeableStream(page, {
      ...(nonce && { nonce }),
      onAllReady: () => pipe(sink),
      onShellError: reject,
      onError: reject,
    });
    setTimeout(abort, renderLimitMs).unref();
  });
}

/** Faults of loaders, actions and rendering; an aborted request is nobody's fault. */
export function handleError(
  fault: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (!request.signal.aborted)
    reportFault(fault, { method: request.method, url: request.url, requestId: context.requestId });
}
