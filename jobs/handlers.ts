import type { Handlers } from '#jobs/handler.ts';
import { assessLoan } from '#jobs/loan/assess-loan.ts';
import { startDay } from '#jobs/platform/start-day.ts';
import { refreshFirm } from '#jobs/score/refresh-firm.ts';

/** Who does which job: a name without a handler does not compile. */
export const handlers: Handlers = {
  'platform.start-day': startDay,
  'loan.assess': assessLoan,
  'score.refresh-firm': refreshFirm,
};
