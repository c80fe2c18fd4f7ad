import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import { reportFault } from '~/server/http/report-fault.ts';
import { NonceContext } from '~/ui/nonce.ts';

/**
 * Renders the whole page before the first byte: a fault becomes a fault page with its status, never half a page. Loaders
 * have answered before, and nothing suspends: a page as one text costs half of what a stream of it does.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const nonce = typeof loadContext.nonce === 'string' ? loadContext.nonce : undefined;
  const html = renderToString(
    <NonceContext.Provider value={nonce}>
      <RemixServer context={context} url={request.url} {...(nonce && { nonce })} />
    </NonceContext.Provider>,
  );
  headers.set('content-type', 'text/html; charset=utf-8');
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store'); // pages quote what only some may see
  return new Response(Buffer.from(`<!DOCTYPE html>${html}`), { status, headers }); // as bytes: a text is read through three times
}

/** Faults of loaders, actions and rendering; an aborted request is nobody's fault. */
export function handleError(
  fault: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (!request.signal.aborted)
    reportFault(fault, { method: request.method, url: request.url, requestId: context.requestId });
}
