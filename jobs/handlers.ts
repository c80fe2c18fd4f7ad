import type { Handlers } from '#jobs/handler.ts';
import { startDay } from '#jobs/platform/start-day.ts';
import { refreshFirm } from '#jobs/score/refresh-firm.ts';

/** Who does which job: a name without a handler does not compile. */
export const handlers: Handlers = {
  'platform.start-day': startDay,
  'score.refresh-firm': refreshFirm,
};
