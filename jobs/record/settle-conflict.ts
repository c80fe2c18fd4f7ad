import type { Handler } from '#jobs/handler.ts';
import { settleConflict } from '~/server/record/settle-conflict.ts';

/** Carries out what somebody decided about a conflict; one that is settled is left alone. */
export const settleConflicts: Handler<'record.settle-conflict'> = ({ conflictId }, run) =>
  settleConflict(run.actor, conflictId);
