import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import type { Draw } from './public-pages.ts';

/** Draws pages of a build for somebody who is not signed in. */
export function drawWith(build: ServerBuild): Draw {
  const handle = createRequestHandler(build, 'production');
  return (address, language, nonce) =>
    handle(new Request(address, { headers: { 'accept-language': language } }), {
      nonce,
      requestId: 'public-page',
      clientAddress: 'unknown',
    });
}
