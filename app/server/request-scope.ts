import { AsyncLocalStorage } from 'node:async_hooks';

/** What everything that happens during one request may quote. */
export type RequestScope = { readonly requestId: string };

const key = Symbol.for('xinqiao.request');
const shared = globalThis as { [key]?: AsyncLocalStorage<RequestScope> };
shared[key] ??= new AsyncLocalStorage<RequestScope>();

/** The request under way. One for the process: the build and the launcher's own code each load this file. */
export const requestScope: AsyncLocalStorage<RequestScope> = shared[key];
