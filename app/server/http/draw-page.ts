import { createRequestHandler, type ServerBuild } from '@remix-run/node';

/** Draws a page for somebody who is nobody: an address, a language and the mark that stands for the nonce. */
export type Draw = (address: URL, language: string, nonce: string) => Promise<Response>;

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
