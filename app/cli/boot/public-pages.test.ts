import { expect, test } from 'vitest';
import type { Draw } from '~/server/http/draw-page.ts';
import { openPublicPages } from './public-pages.ts';

type Sent = { readonly body: string; readonly status: 'kept' | 'passed' };

/** Asks the pages for an address, with a database that cannot be reached: then everything is passed on. */
function ask(draw: Draw, address: string, headers: Record<string, string> = {}): Promise<Sent> {
  const pages = openPublicPages(draw, 'postgres://nobody@127.0.0.1:1/none');
  const url = new URL(address, 'http://bridge.example');
  const request = {
    method: 'GET',
    path: url.pathname,
    originalUrl: address,
    headers: { host: 'bridge.example', ...headers },
  };
  return new Promise((resolve) => {
    const response = {
      locals: { nonce: 'n' },
      setHeader: () => undefined,
      end: (body: Buffer) => resolve({ body: body.toString(), status: 'kept' }),
    };
    void pages.handler(request as never, response as never, () => resolve({ body: '', status: 'passed' }));
  });
}

const never: Draw = () => {
  throw new Error('drawn');
};

test.each([
  ['another page', '/my', {}],
  ['somebody signed in', '/products', { cookie: 'xinqiao_session=x' }],
  ['words searched for', '/products?q=银税', {}],
  ['a change of language', '/products?lang=en', {}],
  ['a database that is away', '/products', {}],
])('is passed on: %s', async (_, address, headers) => {
  expect((await ask(never, address, headers)).status).toBe('passed');
});
