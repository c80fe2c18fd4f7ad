import type { AppLoadContext } from '@remix-run/node';

/** The address a request came from, as the server put it into the load context. Without one all requests share a bucket. */
export const clientAddress = (context: AppLoadContext): string =>
  typeof context.clientAddress === 'string' ? context.clientAddress : 'unknown';
