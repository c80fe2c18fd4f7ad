import { addWorkingDays } from '~/domain/institution/working-days.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { type ApplicationCore, type Command, isPaused } from './application.ts';
import { dueAfterPause, type ResponseClocks } from './clock.ts';

/** Which party is told of each step; what passes inside the bank before a decision concerns nobody else. */
export const toldOf: { readonly [step: string]: readonly ('firm' | 'bank')[] } = {
  submitted: ['bank'],
  'picked-up': ['firm'],
  approved: ['firm'],
  declined: ['firm'],
  withdrawn: ['bank'],
  accepted: ['bank'],
  'offer-declined': ['bank'],
  contracted: ['firm'],
  disbursed: ['firm'],
  returned: ['firm', 'bank'],
  lapsed: ['firm', 'bank'],
  'documents-asked': ['firm'],
  resumed: ['bank'],
  'pause-ended': ['firm', 'bank'],
  'second-look-asked': ['bank'],
  'second-look-refused': ['firm'],
  reopened: ['firm'],
  transferred: ['firm', 'bank'],
  'watch-stopped': ['firm', 'bank'],
};

type Clocks = Pick<
  ResponseClocks,
  'decisionWorkingDays' | 'documentWorkingDays' | 'contractDays' | 'disbursementDays'
>;

/**
 * The step that the passing of time alone may bring to an application, whatever the day; `step` decides whether it is due.
 * So no application ends in silence: a bank that lets a clock run out gives it back, a pause for documents ends, an offer
 * that is not answered, becomes no contract or, signed, brings no money lapses. Null where nobody's clock runs: it has ended.
 */
export function overnight(application: ApplicationCore, clocks: Clocks): Command | null {
  const { state, pausedOn } = application;
  if (state === 'approved' || state === 'accepted' || state === 'contracted') {
    const { contractDays, disbursementDays } = clocks;
    return { kind: 'lapse', contractDays, disbursementDays };
  }
  if (isPaused(application) && pausedOn) return endOfPause(pausedOn, application.clockFrom, clocks);
  const isBanks = ['submitted', 'in-review', 'proposed', 'second-look'].includes(state);
  return isBanks ? { kind: 'return' } : null;
}

/** The days of the pause are not counted: the bank has what was left of its working days. */
function endOfPause(pausedOn: Day, clockFrom: Day, clocks: Clocks): Command {
  const documentsUntil = addWorkingDays(pausedOn, clocks.documentWorkingDays);
  const pause = { from: pausedOn, to: documentsUntil };
  const decisionDueAt = dueAfterPause(clockFrom, clocks.decisionWorkingDays, pause);
  return { kind: 'end-pause', documentsUntil, decisionDueAt };
}
