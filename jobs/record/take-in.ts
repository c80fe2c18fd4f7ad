import type { Handler } from '#jobs/handler.ts';
import { takeInReceived } from '~/server/record/take-in-received.ts';

/** Takes in a file or replay that was handed in on the web; one that is in already is left alone. */
export const takeInBatch: Handler<'record.take-in'> = ({ batchId }, run) =>
  takeInReceived(run.actor, batchId);
