import { log } from '~/server/log.ts';

export type Failed = { readonly method: string; readonly url: string; readonly requestId: unknown };

/** Logs a fault with the number that its page shows. Paths and query strings stay out: they may hold what somebody typed. */
export function reportFault(fault: unknown, { method, requestId }: Failed): void {
  log.error({ err: fault, requestId, method }, 'fault');
}
