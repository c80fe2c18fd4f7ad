import { pino } from 'pino';
import { requestScope } from '~/server/request-scope.ts';
import { safeError } from '~/server/safe-error.ts';

/**
 * The log of this process, one JSON line an event, to standard error. No personal data, no secrets, no paths or query
 * strings: routes are named by their pattern, faults by `safeError`. Lines of a request carry its number.
 */
export const log = pino(
  {
    level: process.env.LOG_LEVEL ?? 'info',
    base: { pid: process.pid },
    serializers: { err: safeError },
    mixin: () => ({
      ...(process.env.XINQIAO_PART && { part: process.env.XINQIAO_PART }),
      ...requestScope.getStore(),
    }),
  },
  pino.destination({ dest: 2, sync: true }),
);
